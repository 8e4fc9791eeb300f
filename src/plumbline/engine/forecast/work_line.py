"""Working time of one calendar, for many instants at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from plumbline.engine.calendars.work_columns import WorkColumns

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class WorkLine:
    """The windows of a calendar: when each begins and ends, in minutes since the year 1, and the work before it."""

    start: Ints
    end: Ints
    before: Ints

    def work_before(self, instants: Ints) -> Ints:
        """Working minutes of the horizon before each of ``instants``."""
        window = np.searchsorted(self.start, instants, side="right") - 1
        there = window.clip(min=0)
        worked = np.minimum(instants, self.end[there]) - self.start[there]
        return np.where(window < 0, 0, self.before[there] + worked)

    def end_at(self, done: Ints) -> Ints:
        """The first instants with ``done`` minutes of work before them."""
        window = (np.searchsorted(self.before, done, side="left") - 1).clip(min=0)
        return np.asarray(self.start[window] + done - self.before[window])


def work_line(columns: WorkColumns, calendar: int) -> WorkLine:
    """The windows of ``calendar``, its place in ``columns``."""
    own = slice(columns.first[calendar], columns.stop[calendar])
    start, end, before = (
        np.asarray(each[own], dtype=np.int64) for each in (columns.start, columns.end, columns.before)
    )
    return WorkLine(start, end, before)
