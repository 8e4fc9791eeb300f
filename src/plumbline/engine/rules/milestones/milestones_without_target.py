"""Milestones that may come whenever they come."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_PLAN, has_baseline, open_milestones, work_and_milestones
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity, not_assessable
from plumbline.engine.schedule import Activity

RULE = Rule(
    title="Milestones without target",
    question="How many open milestones have no date that they should keep?",
    population="open milestones",
    statement="{share} open milestones ({percent}) {have} no date that they should keep",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=5,
    severity=Severity.MINOR,
    why=(
        "A milestone without a promised date moves with the work and is always on time. It looks like a target and is "
        "only a mark on the calendar."
    ),
    mend=(
        "Agree with whoever waits for each listed milestone when it has to be reached. Add it to the baseline, or give "
        "it a deadline; delete it if nobody waits for it."
    ),
    references=("GAO BP 10",),
)

_NO_TARGETS = not_assessable(
    "The plan has no baseline, and no milestone has a deadline or a constraint, so the file may not carry what was "
    "promised. Set a baseline, name the plan version that is the baseline, or give the milestones deadlines."
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """A target is a baseline finish, a deadline, or the date of a constraint."""
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    milestones = open_milestones(schedule)
    without = [each for each in milestones if not _has_target(each)]
    if milestones and len(without) == len(milestones) and not has_baseline(work_and_milestones(schedule)):
        return _NO_TARGETS
    offenders = tuple(Offender.activity(each, "no baseline, deadline or constraint date") for each in without)
    return Count(len(offenders), len(milestones), offenders)


def _has_target(milestone: Activity) -> bool:
    promised = milestone.baseline is not None and milestone.baseline.finish is not None
    return promised or milestone.deadline is not None or any(each.date for each in milestone.constraints)
