"""Open tasks whose date is nailed down, whatever the logic says."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_PLAN, incomplete_tasks
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Activity, Constraint, ConstraintKind

RULE = Rule(
    title="Hard constraints",
    question="How many open activities have a constraint that can hold a date against the logic?",
    population="open activities",
    statement="{share} open activities ({percent}) {have} a hard constraint",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=5,
    severity=Severity.MAJOR,
    why=(
        "A hard constraint keeps an activity from moving when the work before it slips. The plan then shows a date "
        "that cannot be kept, and the warning arrives as negative float or not at all."
    ),
    mend=(
        "Remove the constraint and let the links set the date. Where a date comes from outside (a permit, a delivery), "
        "use 'start no earlier than'; where it is a promise, use a deadline on the milestone."
    ),
    references=("DCMA 5", "GAO BP 2"),
    parameters=(("as_late_as_possible", "soft"),),
    choices=(("as_late_as_possible", ("soft", "hard")),),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    late_is_hard = settings.choice("as_late_as_possible") == "hard"
    open_tasks = incomplete_tasks(facts.plan.schedule)
    held = [(each, _hard_constraints(each, late_is_hard)) for each in open_tasks]
    offenders = tuple(
        Offender.activity(activity, ", ".join(_detail(each) for each in constraints))
        for activity, constraints in held
        if constraints
    )
    return Count(len(offenders), len(open_tasks), offenders)


def _hard_constraints(activity: Activity, late_is_hard: bool) -> list[Constraint]:
    return [
        each
        for each in activity.constraints
        if each.kind.is_hard or (late_is_hard and each.kind is ConstraintKind.AS_LATE_AS_POSSIBLE)
    ]


def _detail(constraint: Constraint) -> str:
    return f"{constraint.kind} {constraint.date:%Y-%m-%d}" if constraint.date else str(constraint.kind)
