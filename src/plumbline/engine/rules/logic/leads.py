"""Links with a negative lag: the successor begins before the predecessor has let it."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import (
    LINK_CHOICES,
    LINK_PARAMETER,
    NO_PLAN,
    assessed_links,
    days_as_text,
    lag_in_days,
)
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Link, Schedule

RULE = Rule(
    title="Leads",
    question="How many links have a lead (a negative lag)?",
    population="links into open activities",
    statement="{share} links ({percent}) {have} a lead",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=0,
    severity=Severity.MAJOR,
    why=(
        "A lead counts back from an event that has not happened yet: the successor starts so many days before the "
        "predecessor ends. When the predecessor slips, nobody learns of it in time, and float and critical path are "
        "distorted."
    ),
    mend=(
        "Split the predecessor at the point where the successor may really start and link the two parts finish to "
        "start, or use a start-to-start link with the time it takes to get that far."
    ),
    references=("DCMA 2", "GAO BP 2"),
    parameters=(LINK_PARAMETER,),
    choices=(LINK_CHOICES,),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    links = assessed_links(schedule, settings.choice("links"))
    offenders = tuple(Offender.link(each, schedule, _detail(schedule, each)) for each in links if each.lag < 0)
    return Count(len(offenders), len(links), offenders)


def _detail(schedule: Schedule, link: Link) -> str:
    predecessor = schedule.activity_by_uid[link.predecessor]
    return f"lead of {days_as_text(-lag_in_days(schedule, link))} on {link.kind} from {predecessor.id}"
