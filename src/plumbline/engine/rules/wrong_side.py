"""Dates on the wrong side of the data date, said the same way by every rule that looks for them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from plumbline.engine.rules.forecast_dates import forecast_finish, forecast_start
from plumbline.engine.schedule import Activity, Schedule


def actuals_in_the_future(activity: Activity, data_date: datetime) -> Iterator[str]:
    """One phrase for each actual date of the activity that lies after ``data_date``."""
    for what, actual in (("start", activity.actual_start), ("finish", activity.actual_finish)):
        if actual and actual > data_date:
            yield f"actual {what} {_day_of(actual, data_date)} is after the data date {_day_of(data_date, actual)}"


def forecasts_in_the_past(schedule: Schedule, activity: Activity, data_date: datetime) -> Iterator[str]:
    """One phrase for each forecast date of an open activity that lies before ``data_date``."""
    if activity.is_complete:
        return
    start = None if activity.is_started else forecast_start(schedule, activity)
    for what, date in (("start", start), ("finish", forecast_finish(schedule, activity))):
        if date and date < data_date:
            yield f"forecast {what} {_day_of(date, data_date)} is before the data date {_day_of(data_date, date)}"


def _day_of(instant: datetime, other: datetime) -> str:
    """The day, and the hour where the day alone would not show the difference."""
    return f"{instant:%Y-%m-%d %H:%M}" if instant.date() == other.date() else f"{instant:%Y-%m-%d}"
