"""Activities, links, and the dates that follow from them."""

from plumbline.engine.schedule.kinds import (
    ActivityKind,
    ConstraintKind,
    CriticalBy,
    Dialect,
    FloatKind,
    LagCalendar,
    LinkKind,
    ProgressRule,
)
from plumbline.engine.schedule.model import (
    Activity,
    Assignment,
    Baseline,
    Constraint,
    InvalidSchedule,
    Link,
    Resource,
    Schedule,
    ScheduleOptions,
    StoredDates,
    Uid,
)

__all__ = [
    "Activity",
    "ActivityKind",
    "Assignment",
    "Baseline",
    "Constraint",
    "ConstraintKind",
    "CriticalBy",
    "Dialect",
    "FloatKind",
    "InvalidSchedule",
    "LagCalendar",
    "Link",
    "LinkKind",
    "ProgressRule",
    "Resource",
    "Schedule",
    "ScheduleOptions",
    "StoredDates",
    "Uid",
]
