"""What was told, as edits of a plan: the same that somebody would make by hand."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from plumbline.engine.calendars import OutOfWorkingTime, WorkingTime
from plumbline.engine.editing.amounts import duration_text
from plumbline.engine.schedule import Activity, Schedule
from plumbline.office.progress.models import ProgressUpdate

Edits = list[tuple[str, dict[str, Any]]]


def row_of(schedule: Schedule, uid: str) -> Activity | None:
    return next((each for each in schedule.activities if str(each.uid) == uid), None)


def edits_for(update: ProgressUpdate, activity: Activity, schedule: Schedule) -> Edits:
    """Only what differs from the plan; nothing where it says the same already."""
    fields: list[tuple[str, str]] = []
    if activity.actual_finish and not update.finished and update.says == ProgressUpdate.Says.UNDER_WAY:
        fields.append(("actual_finish", ""))
    if update.started and _day(activity.actual_start) != update.started:
        fields.append(("actual_start", update.started.isoformat()))
    if update.finished and _day(activity.actual_finish) != update.finished:
        fields.append(("actual_finish", update.finished.isoformat()))
    if remaining := _remaining(update, activity, schedule):
        fields.append(("remaining", remaining))
    return [("set", {"rows": [str(activity.uid)], "field": field, "value": value}) for field, value in fields]


def _remaining(update: ProgressUpdate, activity: Activity, schedule: Schedule) -> str:
    """What was said; of work that goes as planned, what lies between the day it was told and the planned finish."""
    if update.finished or activity.is_milestone:
        return ""
    if update.says != ProgressUpdate.Says.PLANNED or not update.started or not update.planned_finish:
        return _of_its_kind(update.remaining, activity)
    begin, end = _midnight(update.told_on), _midnight(update.planned_finish + timedelta(days=1))
    try:
        minutes = WorkingTime(schedule.calendar_of(activity)).between(begin, end) if end > begin else 0
    except OutOfWorkingTime:
        return ""
    per_day = schedule.calendar_of(activity).minutes_per_day
    return duration_text(minutes, False, per_day) if 0 < minutes <= activity.duration and not activity.elapsed else ""


def _of_its_kind(remaining: str, activity: Activity) -> str:
    """Around the clock, as 3ed, where the plan counts the activity so."""
    return f"{remaining[:-1]}e{remaining[-1]}" if remaining and activity.elapsed else remaining


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min)


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
