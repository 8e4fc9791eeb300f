"""Constraints in the letters that planners know them by, and what holds a row first."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time

from plumbline.engine.readers.table.cells import DAY_FINISH, DAY_START
from plumbline.engine.schedule import Activity, Constraint, ConstraintKind

LETTERS = {
    ConstraintKind.AS_LATE_AS_POSSIBLE: "ALAP",
    ConstraintKind.START_NO_EARLIER_THAN: "SNET",
    ConstraintKind.FINISH_NO_EARLIER_THAN: "FNET",
    ConstraintKind.START_NO_LATER_THAN: "SNLT",
    ConstraintKind.FINISH_NO_LATER_THAN: "FNLT",
    ConstraintKind.START_ON: "SO",
    ConstraintKind.FINISH_ON: "FO",
    ConstraintKind.MUST_START_ON: "MSO",
    ConstraintKind.MUST_FINISH_ON: "MFO",
}


def first(activity: Activity) -> Constraint | None:
    return activity.constraints[0] if activity.constraints else None


def with_first(activity: Activity, constraint: Constraint | None) -> Activity:
    """A second constraint, which Primavera has, stays."""
    rest = activity.constraints[1:]
    return replace(activity, constraints=(constraint, *rest) if constraint else rest)


def usual_time(kind: ConstraintKind) -> time:
    """Of a constraint whose date has none: a start is in the morning, a finish in the evening."""
    return DAY_FINISH if "finish" in kind.value else DAY_START


def at_its_end(date: datetime, kind: ConstraintKind) -> datetime:
    """The morning of a day as its evening, and the other way round, as ``kind`` has it."""
    return datetime.combine(date, usual_time(kind)) if date.time() in (DAY_START, DAY_FINISH) else date
