"""Which activities levelling starts later, and for whom or what each of them waits."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from plumbline.engine.calendars.work_horizon import to_datetime
from plumbline.engine.optimisation.levelling import columns as at
from plumbline.engine.optimisation.levelling.checker import Key, Placed
from plumbline.engine.optimisation.levelling.model import Model
from plumbline.engine.optimisation.levelling.passes import take
from plumbline.engine.optimisation.levelling.placing import key_of
from plumbline.engine.optimisation.levelling.result import Full, Move
from plumbline.engine.optimisation.levelling.schemes import Starts

_MOST_NAMED = 5


def moves(model: Model, starts: Starts, unlimited: Starts, placed: dict[Key, Placed]) -> tuple[Move, ...]:
    """Of each activity that starts later than with ``unlimited`` resources, in the order of its new start."""
    later = [int(node) for node in model.columns.order if starts[node] > unlimited[node]]
    if not later:
        return ()
    why = _Why(model, starts)
    found = [each for node in later if (each := why.move(node, int(unlimited[node]), placed))]
    return tuple(sorted(found, key=lambda each: (each.after, each.plan)))


@dataclass(frozen=True, slots=True)
class _Use:
    node: int
    start: int
    finish: int


class _Why:
    def __init__(self, model: Model, starts: Starts) -> None:
        self.model, self.starts = model, starts
        self.free = model.columns.free.copy()
        self.finishes = model.columns.activities[:, at.PIN_FINISH].copy()
        self.users: dict[int, list[_Use]] = defaultdict(list)
        for node in range(len(starts)):
            row = model.columns.activities[node]
            if model.situation.movable[node]:
                self.finishes[node] = take(model.columns, self.free, node, int(starts[node]))
            for need in range(row[at.NEEDS], row[at.NEEDS_END]):
                use = _Use(node, int(starts[node]), int(self.finishes[node]))
                self.users[int(model.columns.needs[need, at.RESOURCE])].append(use)

    def move(self, node: int, unlimited: int, placed: dict[Key, Placed]) -> Move | None:
        situation, key = self.model.situation, key_of(self.model.situation, node)
        if key is None:
            return None
        start, before = int(self.starts[node]), int(self.model.grid.begins[unlimited])
        calendar = situation.network.columns.calendar[node]
        minutes = situation.network.horizon.work_between(calendar, before, int(self.model.grid.begins[start]))
        by_links, binding = self._by_links(node, start)
        return Move(
            key[0],
            key[1],
            to_datetime(before),
            placed[key].start,
            minutes,
            tuple(each for one in binding if (each := key_of(situation, one))),
            self._full(node, by_links, start),
        )

    def _by_links(self, node: int, start: int) -> tuple[int, list[int]]:
        """The first slot at which the predecessors allow a start, and which of them hold it at ``start``.

        A link to the finish is looked at by the finish it leads to.
        """
        columns, row = self.model.columns, self.model.columns.activities[node]
        earliest, binding = int(row[at.RELEASE]), []
        for link in columns.into[row[at.IN] : row[at.IN_END]]:
            before = link[at.OTHER]
            since = self.starts[before] if link[at.KIND] & at.FROM_START else self.finishes[before]
            until = int(columns.shifts[link[at.SHIFT], since])
            if link[at.KIND] & at.TO_FINISH:
                if until >= self.finishes[node]:
                    binding.append(int(before))
                    earliest = max(earliest, start)
                continue
            if until >= start:
                binding.append(int(before))
            earliest = max(earliest, until)
        return min(earliest, start), binding

    def _full(self, node: int, first: int, last: int) -> tuple[Full, ...]:
        """Resources of which too little was free in the slots from ``first`` until before ``last``."""
        columns, row = self.model.columns, self.model.columns.activities[node]
        found: list[Full] = []
        for need in range(row[at.NEEDS], row[at.NEEDS_END]):
            resource, amount = (int(each) for each in columns.needs[need])
            works = columns.works[row[at.CALENDAR], first:last] > 0
            short = first + np.flatnonzero((self.free[first:last, resource] < amount) & works)
            if len(short):
                found.append(self._spell(node, resource, int(short[0]), int(short[-1])))
        return tuple(found)

    def _spell(self, node: int, resource: int, first: int, last: int) -> Full:
        grid, situation = self.model.grid, self.model.situation
        users = [
            use
            for use in self.users[resource]
            if use.node != node and use.start <= last and use.finish > first and not situation.is_over(use.node)
        ]
        users.sort(key=lambda use: (-min(use.finish, last + 1) + max(use.start, first), use.start))
        keys = tuple(each for use in users[:_MOST_NAMED] if (each := key_of(situation, use.node)))
        return Full(
            situation.demand.supplies[resource].name,
            to_datetime(int(grid.begins[first])),
            to_datetime(int(grid.ends[last + 1])),
            keys,
        )
