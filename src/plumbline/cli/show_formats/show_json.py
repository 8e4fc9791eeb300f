"""``plumbline show --format json``; the contract is docs/json/show.schema.json."""

from __future__ import annotations

from collections.abc import Iterable

from plumbline.cli.json_text import Json, instant, json_text, problems
from plumbline.engine.readers import Problem
from plumbline.engine.schedule import Activity, Baseline, Schedule
from plumbline.engine.schedule.calculate import ActivityDates, Calculation

_NO_DATES = ActivityDates()
_NO_BASELINE = Baseline()


def document(
    file: str,
    format: str | None,
    calculated: Iterable[tuple[Schedule, Calculation]],
    found: Iterable[Problem],
) -> str:
    projects = [_project(*each) for each in calculated]
    return json_text("show", {"file": file, "format": format, "projects": projects, "problems": problems(found)})


def _project(schedule: Schedule, calculation: Calculation) -> Json:
    return {
        "uid": schedule.uid,
        "id": schedule.id,
        "name": schedule.name,
        "data_date": instant(schedule.data_date),
        "start": instant(calculation.start),
        "finish": instant(calculation.finish),
        "activities": [
            _activity(each, schedule, calculation.dates.get(each.uid, _NO_DATES)) for each in schedule.activities
        ],
    }


def _activity(activity: Activity, schedule: Schedule, dates: ActivityDates) -> Json:
    baseline = activity.baseline or _NO_BASELINE
    return {
        "uid": activity.uid,
        "id": activity.id,
        "name": activity.name,
        "kind": activity.kind,
        "parent": activity.parent,
        "calendar": None if activity.is_summary else schedule.calendar_of(activity).name,
        "duration_minutes": activity.duration,
        "remaining_minutes": activity.remaining,
        "percent_complete": activity.percent_complete,
        "early_start": instant(dates.early_start),
        "early_finish": instant(dates.early_finish),
        "late_start": instant(dates.late_start),
        "late_finish": instant(dates.late_finish),
        "actual_start": instant(activity.actual_start),
        "actual_finish": instant(activity.actual_finish),
        "baseline_start": instant(baseline.start),
        "baseline_finish": instant(baseline.finish),
        "total_float_minutes": dates.total_float,
        "free_float_minutes": dates.free_float,
        "critical": dates.critical,
    }
