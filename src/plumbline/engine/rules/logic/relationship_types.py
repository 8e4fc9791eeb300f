"""Links that are not finish to start."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import LINK_CHOICES, LINK_PARAMETER, NO_PLAN, assessed_links
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Link, LinkKind, Schedule

RULE = Rule(
    title="Relationship types",
    question="How many links are finish to start?",
    population="links into open activities",
    statement="{share} links ({percent}) {are} finish to start",
    limit_kind=LimitKind.AT_LEAST_PERCENT,
    limit=90,
    severity=Severity.MINOR,
    why=(
        "Finish to start says plainly that one thing follows another, and everybody reads it the same way. Many other "
        "types are a sign of activities too coarse to be put in order; start to finish is nearly always a mistake."
    ),
    mend=(
        "Split activities that overlap until the parts follow each other, and link those finish to start. Keep another "
        "type only where the work really runs side by side; replace every start-to-finish link."
    ),
    references=("DCMA 4", "GAO BP 2"),
    parameters=(LINK_PARAMETER,),
    choices=(LINK_CHOICES,),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    links = assessed_links(schedule, settings.choice("links"))
    others = [each for each in links if each.kind is not LinkKind.FINISH_START]
    offenders = tuple(Offender.link(each, schedule, _detail(schedule, each)) for each in others)
    return Count(len(links) - len(others), len(links), offenders)


def _detail(schedule: Schedule, link: Link) -> str:
    return f"{link.kind} from {schedule.activity_by_uid[link.predecessor].id}"
