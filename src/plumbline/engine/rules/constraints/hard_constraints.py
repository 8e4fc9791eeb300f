"""Open tasks whose date is nailed down, whatever the logic says."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_PLAN, incomplete_tasks
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Constraint, ConstraintKind

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
    references=("DCMA 5", "DECM 06A209a", "GAO BP 2"),
    parameters=(("as_late_as_possible", "soft"), ("start_on_and_finish_on", "hard")),
    choices=(("as_late_as_possible", ("soft", "hard")), ("start_on_and_finish_on", ("soft", "hard"))),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    hard = _hard_kinds(settings)
    open_tasks = incomplete_tasks(facts.plan.schedule)
    held = [(each, [one for one in each.constraints if one.kind in hard]) for each in open_tasks]
    offenders = tuple(
        Offender.activity(activity, ", ".join(_detail(each) for each in constraints))
        for activity, constraints in held
        if constraints
    )
    return Count(len(offenders), len(open_tasks), offenders)


def _hard_kinds(settings: RuleSettings) -> set[ConstraintKind]:
    """Primavera's 'start on' and 'finish on' give way to the logic, and lists differ about them."""
    kinds = {each for each in ConstraintKind if each.is_hard}
    if settings.choice("as_late_as_possible") == "hard":
        kinds.add(ConstraintKind.AS_LATE_AS_POSSIBLE)
    if settings.choice("start_on_and_finish_on") == "soft":
        kinds -= {ConstraintKind.START_ON, ConstraintKind.FINISH_ON}
    return kinds


def _detail(constraint: Constraint) -> str:
    return f"{constraint.kind} {constraint.date:%Y-%m-%d}" if constraint.date else str(constraint.kind)
