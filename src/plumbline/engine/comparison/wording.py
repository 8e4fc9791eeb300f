"""Values of a plan in the words of the sentences of this folder."""

from __future__ import annotations

from datetime import datetime

from plumbline.engine.calendars.work_calendar import MINUTES_PER_DAY
from plumbline.engine.schedule import Activity, Constraint, Link, Schedule


def day(moment: datetime | None) -> str:
    """As in '3 Mar 2026', with the hour if it is not midnight: '3 Mar 2026, 08:00'."""
    if moment is None:
        return "none"
    hour = f", {moment:%H:%M}" if moment.hour or moment.minute else ""
    return f"{moment.day} {moment:%b %Y}{hour}"


def days(minutes: float, per_day: int) -> str:
    """As in '1 day' or '2.5 days', of ``per_day`` minutes."""
    shown = short(minutes / per_day)
    return f"{shown} {'day' if shown in ('1', '-1') else 'days'}"


def short(number: float) -> str:
    """Two decimals at most, and none that say nothing."""
    rounded = f"{number:,.2f}"
    return (rounded.rstrip("0").rstrip(".") if "." in rounded else rounded).removesuffix("-0") or "0"


def minutes_per_day(schedule: Schedule, activity: Activity) -> int:
    """Of the activity's own calendar, or around the clock if its duration is elapsed."""
    known = activity.calendar is None or activity.calendar in schedule.calendar_by_uid
    if activity.elapsed or not known:
        return MINUTES_PER_DAY
    return schedule.calendar_of(activity).minutes_per_day


def link(schedule: Schedule, link: Link) -> str:
    """As in 'FS', 'SS+2d' or 'FS-1ed', in days of the plan's default calendar or elapsed days."""
    if not link.lag:
        return str(link.kind)
    default = schedule.calendar_by_uid[schedule.default_calendar].minutes_per_day
    lag = short(abs(link.lag) / (MINUTES_PER_DAY if link.elapsed else default))
    return f"{link.kind}{'+' if link.lag > 0 else '-'}{lag}{'ed' if link.elapsed else 'd'}"


def constraint(constraint: Constraint) -> str:
    """As in 'finish no later than 3 Mar 2026'."""
    return f"{constraint.kind} {day(constraint.date)}" if constraint.date else str(constraint.kind)


def constraints(found: tuple[Constraint, ...]) -> str:
    return "; ".join(map(constraint, found)) or "none"


def named(activity: Activity) -> str:
    """As in 'A1030 Test the signals'."""
    return f"{activity.id} {activity.name}".strip() or str(activity.uid)
