"""Drawing durations and adding up what they did, in lanes. Elementwise, as the passes are."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from plumbline.engine.forecast.lane_columns import LaneColumns
from plumbline.engine.forecast.lane_placing import Array, lanes, whole
from plumbline.engine.forecast.lane_time import Lane, look_up
from plumbline.engine.schedule.network_columns import COMPLETE, STARTED

CELLS = 1024
"""A table of quantiles has this many cells of equal chance, each with a straight line in it."""

SUMS = 7
"""What is added up of each duration: how far it was from the planned one, the square of that, its product with how far
the finish was from the deterministic one; then the finish and the count over the lowest tenth, and the highest."""


class DrawnRows(NamedTuple):
    """One entry per duration that is drawn: its node, its place in ``tables``, and the least value and the range."""

    node: Any
    table: Any
    low: Any
    span: Any
    tables: Any


def wide(number: Lane) -> Lane:
    """In 64 bits, so that products and sums of a chunk fit."""
    return np.asarray(number, dtype=np.int64)


def total(numbers: Lane) -> Lane:
    return int(numbers.sum())


def total_where(chosen: Lane, numbers: Lane) -> Lane:
    return int(numbers[chosen].sum())


def count_where(chosen: Lane) -> Lane:
    return int(np.count_nonzero(chosen))


def draw(drawn: DrawnRows, width: int, bits: Array, durations: Array) -> None:
    """Durations by the inverse of their distribution function, from 32 random bits each."""
    for row in range(len(drawn.node)):
        node, table = drawn.node[row], drawn.table[row]
        for lane in lanes(width):
            cell = table + (bits[row, lane] >> 22)
            within = (bits[row, lane] & 0x3FFFFF) * 2.384185791015625e-07
            below, above = look_up(drawn.tables, cell), look_up(drawn.tables, cell + 1)
            share = below + (above - below) * within
            durations[node, lane] = whole(drawn.low[row] + drawn.span[row] * share)


def tally(nodes: Array, planned: Array, width: int, bits: Array, durations: Array, beyond: Array, sums: Array) -> None:
    """Add to ``sums`` (row, ``SUMS``) what the durations of ``nodes`` did; ``beyond`` is how late each finish was."""
    for row in range(len(nodes)):
        node = nodes[row]
        for lane in lanes(width):
            off, late = wide(durations[node, lane]) - planned[row], beyond[lane]
            low, high = bits[row, lane] < 429496729, bits[row, lane] >= 3865470566
            sums[row, 0] += total(off)
            sums[row, 1] += total(off * off)
            sums[row, 2] += total(off * late)
            sums[row, 3] += total_where(low, late)
            sums[row, 4] += count_where(low)
            sums[row, 5] += total_where(high, late)
            sums[row, 6] += count_where(high)


def mark_critical(net: LaneColumns, width: int, early: Array, late: Array, critical: Array) -> None:
    """Count in ``critical`` the lanes in which a node has no float left."""
    for node in net.order:
        if net.flags[node] & COMPLETE:
            continue
        end = 1 if net.flags[node] & STARTED else 0
        for lane in lanes(width):
            critical[node] += count_where(late[end, node, lane] <= early[end, node, lane])


STEPS = (draw, tally, mark_critical)
