"""A network as columns of integers: what the passes read. Nothing here knows of activities, links or dialects."""

from __future__ import annotations

from typing import NamedTuple

from plumbline.engine.calendars.work_columns import Column

NONE = -1
"""Stands for 'no date' where a date would be."""

NEVER = 1 << 62
"""Stands for 'no limit' where the latest date would be."""

COMPLETE = 1
STARTED = 2
JOINT = 4
STAYS_AT_WINDOW_END = 8
LATE_MOVES_TO_WINDOW_START = 16
LAG_SHIFTS_FREE_FLOAT = 32
OPEN_END_REACHES_FINISH = 64
FINISH_FLOAT = 128
START_FLOAT = 256
"""Flags of a node. A joint stands between two linked summaries; the last two say which float is the total float."""

FROM_FINISH = 1
TO_FINISH = 2
WAITS_FOR_WORK = 4
"""Flags of a tie: which end of the predecessor holds which end of the successor, and whether an instant in a gap of
the lag calendar moves on to the next work."""


class NetworkColumns(NamedTuple):
    """One entry per node: ``calendar`` to ``expected_finish``; per tie: those beginning with ``tie``.

    Instants are minutes since the year 1, durations and lags minutes of the calendar (an index into the columns of
    working time). Floors hold early dates up, limits hold late dates down, caps hold early dates down, pins hold both;
    ``fixed_start`` and ``fixed_finish`` are early dates that no link moves. The ties into node n are those named in
    ``in_tie`` from ``in_first[n]`` to ``in_first[n + 1]``, likewise those out of it. ``order`` has every node after all
    its predecessors.
    """

    calendar: Column
    duration: list[int]
    flags: Column
    earliest: Column
    start_floor: list[int]
    finish_floor: list[int]
    start_limit: list[int]
    finish_limit: list[int]
    start_cap: list[int]
    finish_cap: list[int]
    start_pin: list[int]
    finish_pin: list[int]
    fixed_start: list[int]
    fixed_finish: list[int]
    expected_finish: list[int]
    in_first: Column
    in_tie: Column
    out_first: Column
    out_tie: Column
    tie_from: Column
    tie_to: Column
    tie_flags: Column
    tie_lag: Column
    tie_calendar: Column
    order: Column
