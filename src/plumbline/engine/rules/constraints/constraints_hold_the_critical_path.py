"""A longest path whose dates come from a calendar date and not from the work before."""

from __future__ import annotations

from datetime import datetime

from plumbline.engine.facts import PlanFacts, ProjectFacts
from plumbline.engine.rules.longest_path import NO_PATH, open_path
from plumbline.engine.rules.populations import NO_PLAN
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Activity, Constraint, ConstraintKind

RULE = Rule(
    title="Constraints hold the critical path",
    question="Does a constraint, not the work before, set a date on the longest path?",
    population="open activities on the longest path",
    statement="Activities on the longest path that a constraint holds in place: {numerator}",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MINOR,
    why=(
        "The finish then follows from a date someone entered. Working faster before it gains nothing, and if the date "
        "was a guess, so is the finish."
    ),
    mend=(
        "Replace each listed date by a link to what is being waited for. If it is a fact from outside (a delivery, a "
        "closure of the line), keep it, note its source, and treat it as the first risk to the finish."
    ),
    references=("GAO BP 6",),
)

_PINS = (ConstraintKind.MUST_START_ON, ConstraintKind.MUST_FINISH_ON)
_FROM_A_DATE_ON = (
    ConstraintKind.START_NO_EARLIER_THAN,
    ConstraintKind.FINISH_NO_EARLIER_THAN,
    ConstraintKind.START_ON,
    ConstraintKind.FINISH_ON,
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    path = open_path(facts.plan)
    if not path:
        return NO_PATH
    held = [(each, _holding(facts.plan, each)) for each in path if not each.is_started]
    offenders = tuple(
        Offender.activity(each, f"held by {constraint.kind} {constraint.date:%Y-%m-%d}")
        for each, constraint in held
        if constraint
    )
    return Count(len(offenders), len(path), offenders)


def _holding(plan: PlanFacts, activity: Activity) -> Constraint | None:
    """A pin holds always; another date holds if nothing that the activity waits for is as late as it."""
    schedule = plan.schedule
    today, is_driven = schedule.data_date or schedule.start, bool(plan.calculation.dates[activity.uid].driving)
    holding = [
        each
        for each in activity.constraints
        if (each.kind in _PINS and schedule.options.honour_constraints)
        or (each.kind in (*_FROM_A_DATE_ON, *_PINS) and not is_driven and each.date is not None and each.date > today)
    ]
    return max(holding, key=lambda each: each.date or datetime.min, default=None)
