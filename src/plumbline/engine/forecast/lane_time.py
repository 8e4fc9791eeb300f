"""Arithmetic on working time in lanes: three steps, from which every other follows.

With w the work before an instant, the next start of work is ``begin_at(w)``, the last end of work ``end_at(w)``; work
of d minutes that begins then ends at ``end_at(w + d)``. The steps are elementwise: each works on a row of lanes as
well as on one number. ``cells`` and ``works`` say where the entries of a calendar begin in the columns of ``LaneWork``.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from plumbline.engine.forecast.lane_columns import LaneWork

Lane = Any


def cell_of(work: LaneWork, minutes: Lane) -> Lane:
    """In which cell minutes lie that are counted from the beginning of the cells; they are not negative."""
    return minutes // work.grain


def look_up(table: Lane, places: Lane) -> Lane:
    """The entries of ``table`` at ``places``. NumPy takes them ten times as fast by indexes of its own width."""
    return table.take(places.astype(np.intp))


def work_before(work: LaneWork, cells: int, instant: Lane) -> Lane:
    """Working minutes before ``instant``."""
    cell = cell_of(work, instant)
    reached = look_up(work.reached, cells + cell)
    return (reached >> 1) + (reached & 1) * (instant - cell * work.grain)


def begin_at(work: LaneWork, works: int, done: Lane) -> Lane:
    """The last instant with ``done`` minutes of work before it: work goes on right after it."""
    cell = cell_of(work, done)
    return look_up(work.begins, works + cell) + (done - cell * work.grain)


def end_at(work: LaneWork, works: int, done: Lane) -> Lane:
    """The first instant with ``done`` minutes of work before it: work went on right before it."""
    return begin_at(work, works, done - 1) + 1


def work_before_on_one(work: LaneWork, cells: int, instant: Lane) -> Lane:
    return instant >> 1


def begin_at_on_one(work: LaneWork, works: int, done: Lane) -> Lane:
    return (done << 1) | 1


def end_at_on_one(work: LaneWork, works: int, done: Lane) -> Lane:
    return done << 1


ON_MANY = (work_before, begin_at, end_at)
ON_ONE = (work_before_on_one, begin_at_on_one, end_at_on_one)
"""The steps where a network keeps several calendars, and where it keeps one."""
