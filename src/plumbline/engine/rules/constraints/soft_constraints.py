"""Open tasks that a date keeps from following the logic, even if it gives way."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.open_work import open_work
from plumbline.engine.rules.populations import NO_PLAN, incomplete_tasks
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Activity, Constraint, ConstraintKind, Schedule

RULE = Rule(
    title="Soft constraints",
    question="How many open activities have a constraint that delays them without regard to the logic?",
    population="open activities",
    statement="{share} open activities ({percent}) {have} a soft constraint",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=10,
    severity=Severity.MINOR,
    why=(
        "'Start no earlier than' lets delays through, but not gains: an activity that could begin sooner does not. "
        "Many such dates turn a network into a calendar in which nobody can see what waits for what."
    ),
    mend=(
        "Ask of each listed date who gave it. If it stands for other work, link to that work and remove the date. If "
        "it comes from outside (a delivery, a permit, a season), keep it and note where it comes from."
    ),
    references=("GAO BP 2",),
    parameters=(("as_late_as_possible", "soft"), ("milestones", "leave_out"), ("past_dates", "count")),
    choices=(
        ("as_late_as_possible", ("soft", "hard")),
        ("milestones", ("leave_out", "count")),
        ("past_dates", ("count", "excuse")),
    ),
)

_SOFT = (ConstraintKind.START_NO_EARLIER_THAN, ConstraintKind.FINISH_NO_EARLIER_THAN)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    counted = open_work(schedule) if settings.choice("milestones") == "count" else incomplete_tasks(schedule)
    held = [(each, _soft_constraints(schedule, each, settings)) for each in counted]
    offenders = tuple(
        Offender.activity(each, ", ".join(_detail(one) for one in constraints))
        for each, constraints in held
        if constraints
    )
    return Count(len(offenders), len(counted), offenders)


def _soft_constraints(schedule: Schedule, activity: Activity, settings: RuleSettings) -> list[Constraint]:
    kinds = (*_SOFT, ConstraintKind.AS_LATE_AS_POSSIBLE) if settings.choice("as_late_as_possible") == "soft" else _SOFT
    return [
        each
        for each in activity.constraints
        if each.kind in kinds
        and not (activity.is_started and each.kind is not ConstraintKind.FINISH_NO_EARLIER_THAN)
        and not (settings.choice("past_dates") == "excuse" and _is_past(schedule, each))
    ]


def _is_past(schedule: Schedule, constraint: Constraint) -> bool:
    """Whether the date has come: it holds nothing any more."""
    return schedule.data_date is not None and constraint.date is not None and constraint.date <= schedule.data_date


def _detail(constraint: Constraint) -> str:
    return f"{constraint.kind} {constraint.date:%Y-%m-%d}" if constraint.date else str(constraint.kind)
