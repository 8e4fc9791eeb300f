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
LATE_DATES_STAY = 512
START_IS_PAST = 1024
STAYS_THERE = 2048
LOGIC_FLOAT = 4096
PARTS = 8192
"""Flags of a node. A joint stands between two linked summaries. ``FINISH_FLOAT`` and ``START_FLOAT`` say which float is
the total float; ``LOGIC_FLOAT`` that a pinned node floats from where its logic would have it. A node with
``STAYS_THERE`` has its fixed dates as late dates too; with ``PARTS`` it is done by several, each in their own time."""

FROM_FINISH = 1
TO_FINISH = 2
WAITS_FOR_WORK = 4
"""Flags of a tie: which end of the predecessor holds which end of the successor, and whether an instant in a gap of
the lag calendar moves on to the next work."""


class NetworkColumns(NamedTuple):
    """One entry per node: ``calendar`` to ``float_calendar``; per tie: those beginning with ``tie``.

    Instants are minutes since the year 1, durations and lags minutes of the calendar (an index into the columns of
    working time). Floors hold early dates up, limits hold late dates down, caps hold early dates down, pins hold both;
    ``fixed_start`` and ``fixed_finish`` are early dates that no link moves, ``resume`` is when the rest of work under
    way goes on. Floats are counted on ``float_calendar``. The parts of node n are those from ``part_first[n]`` to
    ``part_first[n + 1]``, each with its calendar and duration. The ties into node n are those named in
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
    resume: list[int]
    float_calendar: Column
    part_first: Column
    part_calendar: Column
    part_duration: Column
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
