"""Whose conventions a plan in MPXJ's JSON follows, and the settings that change its dates."""

from __future__ import annotations

from plumbline.engine.readers.mpxj_json.fields import Fields
from plumbline.engine.schedule import (
    CriticalBy,
    Dialect,
    FloatKind,
    LagCalendar,
    ProgressRule,
    ScheduleOptions,
)

_AFTER_PRIMAVERA = frozenset({"Primavera", "SureTrak", "SDEF"})
_LAG_CALENDARS = {
    "PREDECESSOR": LagCalendar.PREDECESSOR,
    "SUCCESSOR": LagCalendar.SUCCESSOR,
    "PROJECT_DEFAULT": LagCalendar.PROJECT,
    "TWENTY_FOUR_HOUR": LagCalendar.ALWAYS,
}
_PROGRESS = {
    "RETAINED_LOGIC": ProgressRule.RETAINED_LOGIC,
    "PROGRESS_OVERRIDE": ProgressRule.PROGRESS_OVERRIDE,
    "ACTUAL_DATES": ProgressRule.ACTUAL_DATES,
}
_FLOATS = {
    "SMALLEST_SLACK": FloatKind.SMALLEST,
    "START_SLACK": FloatKind.START,
    "FINISH_SLACK": FloatKind.FINISH,
}


def dialect_of(properties: Fields) -> Dialect:
    """Primavera's own programs count from the data date; all others are read like Microsoft Project."""
    return Dialect.P6 if properties.text("file_application") in _AFTER_PRIMAVERA else Dialect.MSP


def options_of(properties: Fields, dialect: Dialect) -> ScheduleOptions:
    minutes_per_day = properties.whole("minutes_per_day") or 480
    if not 1 <= minutes_per_day <= 1440:
        minutes_per_day = 480
    critical = properties.minutes("critical_slack_limit") or 0
    if dialect is Dialect.MSP:
        return ScheduleOptions(
            lag_calendar=LagCalendar.SUCCESSOR, critical_at_or_below=critical, minutes_per_day=minutes_per_day
        )
    by_path = properties.text("critical_activity_type") == "LONGEST_PATH"
    return ScheduleOptions(
        lag_calendar=_LAG_CALENDARS.get(properties.text("relationship_lag_calendar"), LagCalendar.PREDECESSOR),
        progress=_PROGRESS.get(properties.text("scheduling_progressed_activities"), ProgressRule.RETAINED_LOGIC),
        float_kind=_FLOATS.get(properties.text("total_slack_calculation_type"), FloatKind.SMALLEST),
        critical_at_or_below=critical,
        critical_by=CriticalBy.LONGEST_PATH if by_path else CriticalBy.TOTAL_FLOAT,
        minutes_per_day=minutes_per_day,
    )
