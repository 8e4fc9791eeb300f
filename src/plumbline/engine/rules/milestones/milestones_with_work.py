"""Milestones that somebody has to work on."""

from __future__ import annotations

from collections import defaultdict

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_PLAN, open_milestones
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Activity, Uid

RULE = Rule(
    title="Milestones with work",
    question="How many open milestones have a duration or work of their own?",
    population="open milestones",
    statement="{share} open milestones {have} a duration or work of their own",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MINOR,
    why=(
        "A milestone is a moment: reached or not. Work that hangs on it takes no time in the plan, so the hours are "
        "paid for but nobody has a day to spend them on, and 'half reached' means nothing."
    ),
    mend=(
        "Make an activity of the work, with its duration and its people, and let it lead to the milestone. Leave the "
        "milestone without duration and without hours."
    ),
    references=("GAO BP 4", "GAO BP 1"),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """A payment that is due with a milestone is a cost without work, and no fault."""
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    work: dict[Uid, int] = defaultdict(int)
    for each in schedule.assignments:
        work[each.activity] += max(0, each.work)
    milestones = open_milestones(schedule)
    faults = [(each, _fault(each, work.get(each.uid, 0))) for each in milestones]
    offenders = tuple(Offender.activity(activity, fault) for activity, fault in faults if fault)
    return Count(len(offenders), len(milestones), offenders)


def _fault(milestone: Activity, work: int) -> str:
    if work:
        return f"{work / 60:.1f} hours of work"
    return f"a duration of {milestone.duration / 60:.1f} hours" if milestone.duration else ""
