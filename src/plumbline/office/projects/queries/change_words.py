"""What changed, and from what to what, in the words of planners."""

from __future__ import annotations

from plumbline.engine.comparison import Change, How, SuspicionKind, Thing
from plumbline.engine.schedule import Activity, Schedule
from plumbline.office.projects.queries.plan_words import id_of, plain_words, value_words

NAMES = {Thing.CALENDAR: "Calendar", Thing.RESOURCE: "Resource", Thing.ASSIGNMENT: "Work of", Thing.PLAN: "The plan"}

SUSPICIONS = {
    SuspicionKind.DATA_DATE_BACK: ("The data date went back", ""),
    SuspicionKind.ACTUAL_DATE_REWRITTEN: (
        "An actual date was rewritten or removed",
        "{} actual dates were rewritten or removed",
    ),
    SuspicionKind.BASELINE_CHANGED: (
        "The baseline of one activity changed, without a new baseline for the plan",
        "The baselines of {} activities changed, without a new baseline for the plan",
    ),
    SuspicionKind.STARTED_OR_LATE_REMOVED: (
        "An activity that had started or was late was removed",
        "{} activities that had started or were late were removed",
    ),
    SuspicionKind.DURATION_CUT: (
        "An activity that decided the finish was cut without progress",
        "{} activities that decided the finish were cut without progress",
    ),
    SuspicionKind.LAG_CUT: (
        "A lag before an activity that decided the finish was cut",
        "{} lags before activities that decided the finish were cut",
    ),
    SuspicionKind.CONSTRAINT_ADDED: (
        "A constraint that can hold a date against the links was added",
        "{} constraints that can hold a date against the links were added",
    ),
    SuspicionKind.LATENESS_REMOVED: (
        "Lateness went with the constraint that showed it",
        "Lateness of {} activities went with the constraints that showed it",
    ),
    SuspicionKind.CALENDAR_LONGER: (
        "A calendar has more working time than before",
        "{} calendars have more working time than before",
    ),
}
assert set(SUSPICIONS) == set(SuspicionKind)


def suspicion_words(kind: SuspicionKind, number: int) -> str:
    """All suspicions of one kind in one sentence, as in '3 actual dates were rewritten or removed'."""
    one, many = SUSPICIONS[kind]
    return one if number == 1 else many.format(number)


def subject_words(change: Change) -> str:
    """As in 'Calendar Five days'; an activity is its name alone, as its id stands before it."""
    kind = NAMES.get(change.thing)
    return change.name if kind is None else f"{kind} {change.name}".strip() if change.name else kind


def values_of(before: Schedule, after: Schedule, change: Change) -> tuple[str, str]:
    """The two values. Something that came or went has only one, which says so."""
    if change.how is not How.CHANGED:
        there = "there" if change.before is None and change.after is None else ""
        hours = _hours(change.after if change.before is None else change.before)
        return ("none", there or hours) if change.how is How.ADDED else (there or hours, "none")
    return _value(before, change, change.before), _value(after, change, change.after)


def _value(schedule: Schedule, change: Change, value: object) -> str:
    if change.field == "working_time":
        return _hours(value)
    if change.field == "work" and isinstance(value, int):
        return f"{value / 60:,.1f} hours".replace(".0 ", " ")
    if change.field == "default_calendar":
        calendar = schedule.calendar_by_uid.get(value)  # type: ignore[call-overload]
        return calendar.name if calendar else str(value)
    if change.thing is not Thing.ACTIVITY:
        return "none" if value is None else plain_words(value)
    if change.field == "parent":
        return "none" if value is None else _summary(schedule, value)
    return value_words(schedule, _activity(schedule, change), change.field, value)


def _activity(schedule: Schedule, change: Change) -> Activity:
    assert change.uid is not None
    return schedule.activity_by_uid[change.uid]


def _summary(schedule: Schedule, uid: object) -> str:
    activity = schedule.activity_by_uid.get(uid)  # type: ignore[call-overload]
    return f"{id_of(schedule, uid)} {activity.name}" if activity else str(uid)


def _hours(value: object) -> str:
    return f"{value:,.1f} hours a month" if isinstance(value, float) else plain_words(value)
