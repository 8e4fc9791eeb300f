"""Lags that are longer than the work at either end: they hide work of their own."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import (
    LINK_CHOICES,
    LINK_PARAMETER,
    NO_PLAN,
    assessed_links,
    days_as_text,
    in_days,
    lag_in_days,
)
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Link, Schedule

RULE = Rule(
    title="Lag longer than work",
    question="Is any lag longer than the work it lies between?",
    population="links into open activities",
    statement="{share} links {have} a lag of more than {days} days that is longer than the work at either end",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MINOR,
    why=(
        "A lag of some days lets concrete cure. A lag longer than the work before and after it is a piece of the "
        "project of its own (a delivery, an approval, another contract) that has no line, no owner and no progress."
    ),
    mend=(
        "Put an activity in place of each listed lag: name what happens in that time, who answers for it and how one "
        "sees that it goes forward."
    ),
    references=("GAO BP 2", "GAO BP 4"),
    parameters=(LINK_PARAMETER, ("days", 10)),
    choices=(LINK_CHOICES,),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    schedule, most = facts.plan.schedule, settings.number("days")
    links = assessed_links(schedule, settings.choice("links"))
    offenders = tuple(
        Offender.link(each, schedule, _detail(schedule, each))
        for each in links
        if each.lag > 0 and lag_in_days(schedule, each) > most and _hides_work(schedule, each)
    )
    return Count(len(offenders), len(links), offenders)


def _hides_work(schedule: Schedule, link: Link) -> bool:
    ends = [schedule.activity_by_uid[uid] for uid in (link.predecessor, link.successor)]
    return lag_in_days(schedule, link) > max(in_days(schedule, each, each.duration) for each in ends)


def _detail(schedule: Schedule, link: Link) -> str:
    days, before = days_as_text(lag_in_days(schedule, link)), schedule.activity_by_uid[link.predecessor]
    return f"lag of {days} on {link.kind} from {before.id}"
