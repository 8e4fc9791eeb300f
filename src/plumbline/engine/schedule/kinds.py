"""The kinds that activities, links, constraints and settings of a plan come in."""

from __future__ import annotations

from enum import StrEnum


class Dialect(StrEnum):
    """Whose scheduling conventions a plan follows."""

    P6 = "p6"
    MSP = "msp"


class ActivityKind(StrEnum):
    TASK = "task"
    START_MILESTONE = "start milestone"
    FINISH_MILESTONE = "finish milestone"
    LEVEL_OF_EFFORT = "level of effort"
    SUMMARY = "summary"

    @property
    def is_milestone(self) -> bool:
        return self in (ActivityKind.START_MILESTONE, ActivityKind.FINISH_MILESTONE)


class LinkKind(StrEnum):
    """Which end of the predecessor holds which end of the successor."""

    FINISH_START = "FS"
    START_START = "SS"
    FINISH_FINISH = "FF"
    START_FINISH = "SF"


class ConstraintKind(StrEnum):
    AS_LATE_AS_POSSIBLE = "as late as possible"
    START_NO_EARLIER_THAN = "start no earlier than"
    FINISH_NO_EARLIER_THAN = "finish no earlier than"
    START_NO_LATER_THAN = "start no later than"
    FINISH_NO_LATER_THAN = "finish no later than"
    START_ON = "start on"
    FINISH_ON = "finish on"
    MUST_START_ON = "must start on"
    MUST_FINISH_ON = "must finish on"

    @property
    def is_hard(self) -> bool:
        """Whether it can hold a date against the logic (FACTS of the field: DCMA check 5)."""
        return self not in (
            ConstraintKind.AS_LATE_AS_POSSIBLE,
            ConstraintKind.START_NO_EARLIER_THAN,
            ConstraintKind.FINISH_NO_EARLIER_THAN,
        )


class LagCalendar(StrEnum):
    """Whose working time a lag is counted in."""

    PREDECESSOR = "predecessor"
    SUCCESSOR = "successor"
    PROJECT = "project"
    ALWAYS = "24 hours"


class ProgressRule(StrEnum):
    """What out-of-sequence progress does to the work that remains."""

    RETAINED_LOGIC = "retained logic"
    PROGRESS_OVERRIDE = "progress override"
    ACTUAL_DATES = "actual dates"


class FloatKind(StrEnum):
    """Which float is called the total float of an activity."""

    SMALLEST = "smallest"
    START = "start"
    FINISH = "finish"


class CriticalBy(StrEnum):
    """What makes an activity critical: float at or below the plan's limit, or lying on the longest path."""

    TOTAL_FLOAT = "total float"
    LONGEST_PATH = "longest path"
