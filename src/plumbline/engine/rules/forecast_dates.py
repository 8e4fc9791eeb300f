"""The dates a plan itself forecasts for work that is not done, as the planning tool last wrote them."""

from __future__ import annotations

from datetime import datetime

from plumbline.engine.schedule import Activity, Dialect, Schedule


def forecast_start(schedule: Schedule, activity: Activity) -> datetime | None:
    """When the plan expects the activity to start; ``None`` where the file does not say.

    Primavera keeps its forecast in the early dates, Microsoft Project in the scheduled ones.
    """
    stored = activity.stored.early_start if activity.stored else None
    return _first(schedule, stored, activity.planned_start)


def forecast_finish(schedule: Schedule, activity: Activity) -> datetime | None:
    """When the plan expects the activity to be finished; ``None`` where the file does not say."""
    stored = activity.stored.early_finish if activity.stored else None
    return _first(schedule, stored, activity.planned_finish)


def _first(schedule: Schedule, stored: datetime | None, planned: datetime | None) -> datetime | None:
    if schedule.dialect is Dialect.P6:
        return stored or planned
    return planned or stored
