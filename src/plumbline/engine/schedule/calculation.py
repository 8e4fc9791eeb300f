"""What a schedule's calculation gives back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from plumbline.engine.schedule.model import Uid


@dataclass(frozen=True, slots=True)
class ActivityDates:
    """The calculated dates of one activity; floats are working minutes on its own calendar.

    A date or float is ``None`` where it has no meaning: late dates and floats of an inactive activity, all dates of
    a summary without activities below it. ``driving`` are the predecessors that hold the early dates where they are.
    """

    early_start: datetime | None = None
    early_finish: datetime | None = None
    late_start: datetime | None = None
    late_finish: datetime | None = None
    total_float: int | None = None
    free_float: int | None = None
    critical: bool = False
    driving: tuple[Uid, ...] = ()


@dataclass(frozen=True, slots=True)
class Calculation:
    """All dates of a schedule. ``longest_path`` runs from the first driving activity to the last one to finish."""

    dates: dict[Uid, ActivityDates]
    start: datetime
    finish: datetime
    longest_path: tuple[Uid, ...]

    def early_finish(self, uid: Uid) -> datetime:
        """Of an activity without dates, the finish of the project."""
        return self.dates[uid].early_finish or self.finish
