"""Serial and parallel schedule generation: one pass by one priority rule."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from plumbline.engine.optimisation.levelling import columns as at
from plumbline.engine.optimisation.levelling.columns import Columns, Workspace
from plumbline.engine.optimisation.levelling.machine import Machine
from plumbline.engine.optimisation.levelling.passes import NOWHERE, earliest_by_links, first_free, reset, take
from plumbline.engine.optimisation.levelling.rules import Rule, ranks

Starts = NDArray[np.int64]
PLENTY = 2**40


class Scheme(StrEnum):
    """Serial takes the activities one by one, parallel goes through time and starts whatever can be started."""

    SERIAL = "serial"
    PARALLEL = "parallel"


class SlotsRunOut(Exception):
    """The grid ends before all activities have a place; take a longer one."""


def workspace(columns: Columns) -> Workspace:
    count, slots = len(columns.activities), len(columns.free)

    def zeros(*shape: int) -> Any:
        return np.zeros(shape, dtype=np.int64)

    return Workspace(
        columns.free.copy(),
        zeros(at.MARK + 1, count),
        zeros(len(columns.order)),
        zeros(len(columns.order)),
        zeros(slots + 2 * count + 4),
        zeros(2, len(columns.projects)),
        np.array([slots, 0, 0], dtype=np.int64),
    )


def generate(columns: Columns, rule: Rule, scheme: Scheme, machine: Machine) -> tuple[Starts, int]:
    """Starts and cost of one pass by ``rule``, without improvement. Raises SlotsRunOut."""
    rank = ranks(columns, rule)
    work = workspace(columns)
    if scheme is Scheme.PARALLEL:
        _parallel(columns, work, rank)
    elif not machine.serial(columns, work, _possible_order(columns, rank)):
        raise SlotsRunOut
    return work.places[at.START].copy(), int(machine.cost_of(columns, work))


def without_limits(columns: Columns, machine: Machine) -> tuple[Starts, int]:
    """Starts and cost as if there were plenty of everything: no schedule is better. Raises SlotsRunOut."""
    plenty = columns._replace(free=np.full_like(columns.free, PLENTY))
    work = workspace(plenty)
    if not machine.serial(plenty, work, columns.order):
        raise SlotsRunOut
    return work.places[at.START].copy(), int(machine.cost_of(plenty, work))


def _possible_order(columns: Columns, rank: Starts) -> Starts:
    """The order in which the lowest rank goes first of all that may go."""
    highest: dict[int, int] = {}
    for activity in columns.order.tolist():
        before = _predecessors(columns, activity)
        highest[activity] = max([int(rank[activity]), *(highest[each] for each in before if each in highest)])
    return np.array(sorted(columns.order.tolist(), key=highest.__getitem__), dtype=np.int64)


def _predecessors(columns: Columns, activity: int) -> list[int]:
    row = columns.activities[activity]
    found: list[int] = columns.into[row[at.IN] : row[at.IN_END], at.OTHER].tolist()
    return found


def _parallel(columns: Columns, work: Workspace, rank: Starts) -> None:
    """At each slot in which something may begin, all that fits is started, the lowest rank first.

    An activity is not started before a slot in which it fits to its end, whatever it would hold up until then.
    """
    reset(columns, work)
    slots = columns.works.shape[1]
    waiting = sorted(columns.order.tolist(), key=rank.__getitem__)
    movable = set(waiting)
    now = 0
    while waiting:
        later: list[int] = []
        looks = slots
        for activity in waiting:
            before = [each for each in _predecessors(columns, activity) if each in movable]
            if any(work.places[at.START, each] < 0 for each in before):
                later.append(activity)
                continue
            earliest = max(now, earliest_by_links(columns, work, activity))
            start = first_free(columns, work.free, activity, earliest)
            if start == now:
                work.places[at.START, activity] = now
                work.places[at.FINISH, activity] = take(columns, work.free, activity, now)
                looks = now
            else:
                later.append(activity)
                looks = min(looks, slots if start == NOWHERE else start)
        if looks >= slots:
            raise SlotsRunOut
        waiting, now = later, looks
