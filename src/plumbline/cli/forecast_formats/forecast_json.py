"""``plumbline forecast --format json``; the contract is docs/json/forecast.schema.json."""

from __future__ import annotations

from collections.abc import Iterable

from plumbline.cli.forecasted import Forecasted, Wanted
from plumbline.cli.json_text import Json, instant, json_text, problems
from plumbline.engine.calendars import WorkingTime
from plumbline.engine.forecast import (
    ActivityRisk,
    Contribution,
    CostForecast,
    DateForecast,
    Forecast,
    Joint,
)
from plumbline.engine.readers import Problem
from plumbline.engine.schedule import Schedule


def document(file: str, found: Forecasted | None, what: Iterable[Problem], wanted: Wanted) -> str:
    content = {
        "file": file,
        "format": found.file.format if found else None,
        "iterations": wanted.iterations,
        "seed": wanted.seed,
        "projects": [_project(*each) for each in found.projects] if found else [],
        "problems": problems(what),
    }
    return json_text("forecast", content)


def _project(schedule: Schedule, forecast: Forecast) -> Json:
    settings = forecast.settings
    return {
        "uid": schedule.uid,
        "id": schedule.id,
        "name": schedule.name,
        "status_date": instant(settings.status_date),
        "start": instant(schedule.start),
        "drawn_activities": settings.drawn_activities,
        "distributions": settings.distributions,
        "finish": _date(forecast.finish, schedule),
        "milestones": [_date(each, schedule) for each in forecast.milestones],
        "cost": _cost(forecast.cost) if forecast.cost else None,
        "joint": _joint(forecast.joint) if forecast.joint else None,
        "activities": [_activity(each) for each in forecast.activities],
        "tornado": [_contribution(each) for each in forecast.tornado],
    }


def _date(found: DateForecast, schedule: Schedule) -> Json:
    time = WorkingTime(schedule.calendar_by_uid[schedule.default_calendar])
    planned = time.days(time.between(schedule.start, found.deterministic))

    def days(minutes: float) -> float:
        return round(minutes / time.calendar.minutes_per_day, 6)

    return {
        "uid": found.uid,
        "id": found.id,
        "name": found.name,
        "deterministic": instant(found.deterministic),
        "deterministic_days": round(planned, 6),
        "chance_of_deterministic": found.chance_of_deterministic,
        "quantiles": {f"p{level}": instant(moment) for level, moment in found.quantiles.items()},
        "quantile_days": {
            f"p{level}": days(time.between(schedule.start, moment)) for level, moment in found.quantiles.items()
        },
        "mean_days": round(planned + found.mean_minutes / time.calendar.minutes_per_day, 6),
        "sd_days": days(found.sd_minutes),
        "contingency_days": days(found.contingency_minutes),
        "curve": [instant(moment) for moment in found.curve],
        "chances": [{"by": instant(moment), "chance": chance} for moment, chance in found.chances.items()],
    }


def _cost(found: CostForecast) -> Json:
    return {
        "deterministic": round(found.deterministic, 2),
        "chance_of_deterministic": found.chance_of_deterministic,
        "quantiles": {f"p{level}": round(amount, 2) for level, amount in found.quantiles.items()},
        "mean": round(found.mean, 2),
        "sd": round(found.sd, 2),
        "contingency": round(found.contingency, 2),
        "curve": [round(each, 2) for each in found.curve],
        "chances": [{"budget": amount, "chance": chance} for amount, chance in found.chances.items()],
    }


def _joint(found: Joint) -> Json:
    return {
        "dates": [instant(each) for each in found.dates],
        "amounts": [round(each, 2) for each in found.amounts],
        "shares": [list(row) for row in found.shares],
        "correlation": found.correlation,
        "both_deterministic": found.both_deterministic,
        "both": [
            {"by": instant(moment), "budget": amount, "chance": chance}
            for (moment, amount), chance in found.both_at.items()
        ],
    }


def _activity(found: ActivityRisk) -> Json:
    return {
        "uid": found.uid,
        "id": found.id,
        "name": found.name,
        "planned_minutes": found.planned_minutes,
        "mean_minutes": round(found.mean_minutes, 3),
        "sd_minutes": round(found.sd_minutes, 3),
        "criticality": found.criticality,
        "cruciality": round(found.cruciality, 6),
        "ssi": round(found.sensitivity, 6),
    }


def _contribution(found: Contribution) -> Json:
    return {
        "kind": found.kind,
        "id": found.id,
        "name": found.name,
        "uid": found.uid,
        "correlation": round(found.correlation, 6),
        "share": round(found.share, 6),
        "finish_low": instant(found.finish_low),
        "finish_high": instant(found.finish_high),
    }
