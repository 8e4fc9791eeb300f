"""Links, constraints and fields of activities in the words of planners."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import Any

from plumbline.engine.calendars.work_calendar import MINUTES_PER_DAY
from plumbline.engine.schedule import Activity, Constraint, LagCalendar, Link, Schedule

FIELDS = {
    "id": "Activity id",
    "name": "Name",
    "kind": "Type",
    "calendar": "Calendar",
    "duration": "Duration",
    "remaining": "Remaining duration",
    "elapsed": "Elapsed duration",
    "percent_complete": "Percent complete",
    "actual_start": "Actual start",
    "actual_finish": "Actual finish",
    "planned_start": "Planned start",
    "planned_finish": "Planned finish",
    "suspended": "Suspended on",
    "resumed": "Resumed on",
    "expected_finish": "Expected finish",
    "deadline": "Deadline",
    "constraints": "Constraint",
    "budget": "Budget",
    "manual": "Manually scheduled",
    "active": "Active",
    "external": "In another project",
    "responsible": "Responsible",
    "parent": "Place in the outline",
    "external_early_start": "Early start asked for from outside",
    "external_late_finish": "Late finish asked for from outside",
    "baseline_start": "Baseline start",
    "baseline_finish": "Baseline finish",
    "baseline_duration": "Baseline duration",
    "baseline_cost": "Baseline cost",
    "working_time": "Working time",
    "minutes_per_day": "Minutes of a day",
    "max_units": "Units there are",
    "units": "Units at work",
    "data_date": "Data date",
    "must_finish_by": "Must finish by",
    "default_calendar": "Default calendar",
    "lag_calendar": "Calendar of lags",
    "progress": "Work out of sequence",
    "float_kind": "Total float is",
    "critical_at_or_below": "Critical at or below, in minutes",
    "critical_by": "Critical by",
}


def field_words(field: str) -> str:
    return FIELDS.get(field, field.replace("_", " ").capitalize())


def value_words(schedule: Schedule, activity: Activity, field: str, value: Any) -> str:
    """The value of a field as a planner reads it; ``schedule`` is the version that the value is from."""
    if value is None or value == ():
        return "none"
    if field in ("duration", "remaining", "baseline_duration"):
        return days_words(value, _minutes_per_day(schedule, activity))
    if field == "percent_complete":
        return f"{value:g} %"
    if field == "calendar":
        calendar = schedule.calendar_by_uid.get(value)
        return calendar.name if calendar else str(value)
    if field == "constraints":
        return "; ".join(constraint_words(each) for each in value)
    return plain_words(value)


def constraint_words(constraint: Constraint) -> str:
    words = str(constraint.kind).capitalize()
    return f"{words} {day_words(constraint.date)}" if constraint.date else words


def link_words(schedule: Schedule, link: Link) -> str:
    """The predecessor, and how it holds the successor if not simply finish to start: ``A1010 FS+2d``."""
    name = id_of(schedule, link.predecessor)
    plain = link.kind == "FS" and not link.lag
    return name if plain else f"{name} {kind_words(schedule, link)}"


def kind_words(schedule: Schedule, link: Link) -> str:
    return f"{link.kind}{lag_words(schedule, link)}"


def lag_words(schedule: Schedule, link: Link) -> str:
    if not link.lag:
        return ""
    around_the_clock = link.elapsed or schedule.options.lag_calendar is LagCalendar.ALWAYS
    days = abs(link.lag) / (MINUTES_PER_DAY if around_the_clock else _lag_day(schedule, link))
    return f"{'+' if link.lag > 0 else '−'}{short_days(days)}{'ed' if link.elapsed else 'd'}"


def id_of(schedule: Schedule, uid: Any) -> str:
    activity = schedule.activity_by_uid.get(uid)
    return activity.id or str(uid) if activity else str(uid)


def days_words(minutes: float, per_day: int) -> str:
    days = minutes / per_day
    return f"{short_days(days)} {'day' if short_days(days) == '1' else 'days'}"


def day_words(moment: datetime) -> str:
    return f"{moment.day} {moment:%b %Y}"


def plain_words(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        hour = "" if (moment := f"{value:%H:%M}") == "00:00" else f", {moment}"
        return f"{day_words(value)}{hour}"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, float | int):
        return f"{value:,.2f}".removesuffix(".00")
    return str(value) or "none"


def _lag_day(schedule: Schedule, link: Link) -> int:
    """Minutes of a day of the calendar that the plan counts lags in."""
    ends = {LagCalendar.PREDECESSOR: link.predecessor, LagCalendar.SUCCESSOR: link.successor}
    end = schedule.activity_by_uid.get(ends.get(schedule.options.lag_calendar, ""))
    calendar = schedule.calendar_of(end) if end else schedule.calendar_by_uid[schedule.default_calendar]
    return calendar.minutes_per_day


def _minutes_per_day(schedule: Schedule, activity: Activity) -> int:
    return MINUTES_PER_DAY if activity.elapsed else schedule.calendar_of(activity).minutes_per_day


def short_days(days: float) -> str:
    return f"{days:,.1f}".removesuffix(".0") if round(days, 1) == round(days, 2) else f"{days:,.2f}"
