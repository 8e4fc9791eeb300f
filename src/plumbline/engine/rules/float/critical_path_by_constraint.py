"""A critical path that is another one as soon as dates entered by hand are taken away."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from fractions import Fraction

from plumbline.engine.calendars import WorkingTime
from plumbline.engine.facts import PlanFacts, ProjectFacts
from plumbline.engine.rules.completion import COMPLETION_PARAMETER, NO_COMPLETION, completion_of
from plumbline.engine.rules.populations import NO_PLAN, days_as_text, in_days, incomplete_tasks
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.rules.what_if import without_hard_constraints
from plumbline.engine.schedule import Activity, Constraint, ConstraintKind, CriticalBy, Schedule, Uid
from plumbline.engine.schedule.trial import Trial

RULE = Rule(
    title="Critical path by constraint",
    question="Are the activities the plan calls critical those that really drive its finish?",
    population="activities that are critical in the plan or in truth",
    statement="{share} activities ({percent}) {are} critical in the plan and not in truth, or the other way round",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=10,
    severity=Severity.MINOR,
    why=(
        "Hard constraints and deadlines give activities a low float that have little to do with the finish, and hide "
        "those that have. Attention then goes to the wrong work."
    ),
    mend=(
        "What is critical in the plan alone usually has a hard constraint or deadline after it: remove it, or keep it "
        "as a milestone of its own. Give what is critical in truth alone the attention of the critical path."
    ),
    references=("DECM 06A401a", "GAO BP 6"),
    parameters=(COMPLETION_PARAMETER, ("months", 6), ("tolerance_days", 5), ("own_path", "stored")),
    choices=(("own_path", ("stored", "calculated")),),
)

_DAYS_PER_MONTH = Fraction(365, 12)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    completion = completion_of(facts.plan.schedule, facts.plan.calculation, settings.choice("milestone"))
    open_tasks = incomplete_tasks(facts.plan.schedule)
    if completion is None or not open_tasks:
        return NO_COMPLETION
    room = _room_before_an_early_finish(facts.plan, completion, settings.number("months"))
    own, tolerance = _own_float(facts.plan, settings.choice("own_path")), settings.number("tolerance_days")
    critical = _critical(facts.plan, own)
    driving = {each.uid for each in open_tasks if room[each.uid] == 0}
    offenders = tuple(
        Offender.activity(each, _detail(each.uid in critical, room[each.uid], own[each.uid]))
        for each in open_tasks
        if (each.uid in critical and room[each.uid] > tolerance) or (each.uid in driving and own[each.uid] > tolerance)
    )
    return Count(len(offenders), len(driving | critical), offenders)


def _room_before_an_early_finish(plan: PlanFacts, completion: Activity, months: Fraction) -> dict[Uid, Fraction]:
    """For each open task its float above the lowest if the completion had to come so much before its baseline finish.

    In working days of the plan's default calendar for all: half a year is more days on a calendar without weekends.
    """
    schedule = plan.schedule
    forecast = plan.calculation.early_finish(completion.uid)
    promised = completion.baseline.finish if completion.baseline and completion.baseline.finish else forecast
    trial = Trial(_pulled_forward(schedule, completion.uid, _months_before(promised, months)))
    calendar = schedule.calendar_by_uid[schedule.default_calendar]
    time = WorkingTime(calendar)
    minutes = {
        each.uid: time.between(trial.early_finish(each.uid), trial.late_finish(each.uid))
        for each in incomplete_tasks(schedule)
    }
    least = min(minutes.values())
    return {uid: Fraction(each - least, calendar.minutes_per_day) for uid, each in minutes.items()}


def _pulled_forward(schedule: Schedule, completion: Uid, date: datetime) -> Schedule:
    """No hard constraint, no deadline; one constraint on the completion, which does not pull any work forward."""
    by_then = Constraint(ConstraintKind.FINISH_NO_LATER_THAN, date)
    free = without_hard_constraints(schedule)
    return replace(
        free,
        options=replace(free.options, honour_constraints=False),
        activities=tuple(
            replace(each, deadline=None, constraints=(*each.constraints, *([by_then] * (each.uid == completion))))
            if each.deadline or each.uid == completion
            else each
            for each in free.activities
        ),
    )


def _months_before(date: datetime, months: Fraction) -> datetime:
    return datetime.fromordinal(date.toordinal() - int(months * _DAYS_PER_MONTH)).replace(
        hour=date.hour, minute=date.minute
    )


def _own_float(plan: PlanFacts, own_path: str) -> dict[Uid, Fraction]:
    """The plan's own total float in days: as the tool wrote it down, where it did for all, else as calculated."""
    open_tasks, dates = incomplete_tasks(plan.schedule), plan.calculation.dates
    stored = {each.uid: each.stored.total_float if each.stored else None for each in open_tasks}
    calculated = {each.uid: dates[each.uid].total_float for each in open_tasks}
    minutes = stored if own_path == "stored" and None not in stored.values() else calculated
    return {each.uid: in_days(plan.schedule, each, minutes[each.uid] or 0) for each in open_tasks}


def _critical(plan: PlanFacts, own_float: dict[Uid, Fraction]) -> set[Uid]:
    """What the plan itself calls critical, by its own options."""
    if plan.schedule.options.critical_by is CriticalBy.LONGEST_PATH:
        return set(own_float) & set(plan.calculation.longest_path)
    limit = plan.schedule.options.critical_at_or_below
    return {
        each.uid
        for each in incomplete_tasks(plan.schedule)
        if own_float[each.uid] <= in_days(plan.schedule, each, limit)
    }


def _detail(is_critical: bool, room: Fraction, own_float: Fraction) -> str:
    if is_critical:
        return f"critical in the plan, {days_as_text(room)} from driving the finish"
    return f"drives the finish, float {days_as_text(own_float)} in the plan"
