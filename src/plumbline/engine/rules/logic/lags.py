"""Links with a positive lag: time passes and nobody says what happens in it."""

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
from plumbline.engine.schedule import Dialect, Link, Schedule

RULE = Rule(
    title="Lags",
    question="How many links have a lag?",
    population="links into open activities",
    statement="{share} links ({percent}) {have} a lag",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=5,
    severity=Severity.MINOR,
    why=(
        "A lag is work or waiting that has no name, no owner and no progress. It cannot be statused, and it keeps its "
        "length whatever happens on site."
    ),
    mend=(
        "Turn each lag that stands for work or waiting (curing, delivery, approval) into an activity with a name and "
        "an owner. Keep a lag only where nature sets it, and say so in a note."
    ),
    references=("DCMA 3", "GAO BP 2"),
    parameters=(LINK_PARAMETER, ("tolerated_days", 0), ("tolerated_in", "every_tool")),
    choices=(LINK_CHOICES, ("tolerated_in", ("every_tool", "all_but_primavera"))),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    links = assessed_links(schedule, settings.choice("links"))
    is_tolerant = settings.choice("tolerated_in") == "every_tool" or schedule.dialect is not Dialect.P6
    tolerated = settings.number("tolerated_days") if is_tolerant else 0
    offenders = tuple(
        Offender.link(each, schedule, _detail(schedule, each))
        for each in links
        if each.lag > 0 and lag_in_days(schedule, each) > tolerated
    )
    return Count(len(offenders), len(links), offenders)


def _detail(schedule: Schedule, link: Link) -> str:
    predecessor = schedule.activity_by_uid[link.predecessor]
    return f"lag of {days_as_text(lag_in_days(schedule, link))} on {link.kind} from {predecessor.id}"
