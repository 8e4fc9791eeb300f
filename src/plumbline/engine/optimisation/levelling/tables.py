"""The columns of a levelling problem, filled from plans on a grid."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from plumbline.engine.optimisation.levelling import columns as at
from plumbline.engine.optimisation.levelling.columns import Columns
from plumbline.engine.optimisation.levelling.grid import Grid
from plumbline.engine.optimisation.levelling.passes import start_for_finish
from plumbline.engine.optimisation.levelling.situation import Situation
from plumbline.engine.schedule.network_columns import FROM_FINISH
from plumbline.engine.schedule.network_columns import TO_FINISH as TIE_TO_FINISH

Table = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Asked:
    """Whether the weighted tardiness of projects comes before the makespan, and how often lists mutate, in 1,000."""

    tardiness: bool = False
    mutation: int = 50


def tables(situation: Situation, grid: Grid, asked: Asked) -> tuple[Columns, tuple[int, ...]]:
    """The columns, and the nodes that need more than there is."""
    return _Filling(situation, grid).fill(asked)


@dataclass(slots=True)
class _Filling:
    situation: Situation
    grid: Grid
    too_much: list[int] = field(default_factory=list)

    def fill(self, asked: Asked) -> tuple[Columns, tuple[int, ...]]:
        used = list(self.grid.works)
        works = np.ascontiguousarray(np.stack([self.grid.works[each] for each in used]))
        activities = self._activities({calendar: row for row, calendar in enumerate(used)}, works)
        needs = self._needs(activities)
        into, out_of, shifts = self._links(activities)
        instants = np.arange(self.grid.count + 1)
        backward = np.stack([np.searchsorted(row, instants, "right") - 1 for row in shifts]).astype(np.int64)
        movable = self.situation.movable
        order = np.array([each for each in self.situation.network.columns.order if movable[each]], dtype=np.int64)
        settings = np.array([self.grid.count + 2 if asked.tardiness else 0, asked.mutation, 0], dtype=np.int64)
        free = self._free(activities, works, needs)
        projects = self._projects(activities)
        columns = Columns(activities, works, free, needs, into, out_of, shifts, backward, order, projects, settings)
        return columns, tuple(self.too_much)

    def _activities(self, rows: dict[int, int], works: Table) -> Table:
        net = self.situation.network.columns
        table = np.zeros((len(net.duration), at.OUT_END + 1), dtype=np.int64)
        table[:, (at.PIN, at.PIN_FINISH)] = at.NOT_PINNED
        for node, row in enumerate(table):
            row[at.PROJECT] = self.situation.network.project[node]
            row[at.CALENDAR] = rows.get(net.calendar[node], 0)
            if not self.situation.movable[node]:
                start, finish = self.situation.stays_at(node)
                row[at.PIN] = min(self.grid.count, max(0, self.grid.slot_from(start + 1) - 1))
                row[at.PIN_FINISH] = min(self.grid.count, max(row[at.PIN], self.grid.slot_by(finish)))
                continue
            row[at.DURATION] = self.grid.length(net.duration[node])
            row[at.RELEASE] = self.grid.slot_from(max(net.earliest[node], net.start_floor[node]))
            if net.finish_floor[node]:
                floor = min(self.grid.count, self.grid.slot_by(net.finish_floor[node]))
                latest = start_for_finish(works, row[at.CALENDAR], floor, row[at.DURATION])
                row[at.RELEASE] = max(row[at.RELEASE], latest)
        return table

    def _needs(self, activities: Table) -> Table:
        found: list[tuple[int, int]] = []
        supplies = self.situation.demand.supplies
        for node, row in enumerate(activities):
            row[at.NEEDS] = len(found)
            for supply, amount in self.situation.needs_of(node).items():
                if amount > supplies[supply].capacity and self.situation.movable[node] and row[at.DURATION]:
                    self.too_much.append(node)
                    amount = supplies[supply].capacity
                if amount:
                    found.append((supply, amount))
            row[at.NEEDS_END] = len(found)
        return np.array(found, dtype=np.int64).reshape(-1, 2)

    def _free(self, activities: Table, works: Table, needs: Table) -> Table:
        """What those leave that stay where they are; below 0 where they alone are too many."""
        capacity = [each.capacity for each in self.situation.demand.supplies] or [0]
        free = np.tile(np.array(capacity, dtype=np.int64), (self.grid.count, 1))
        for node in np.flatnonzero(~self.situation.movable):
            row = activities[node]
            start, finish = self.situation.stays_at(int(node))
            if self.situation.is_over(int(node)) or finish <= start:
                continue
            span = slice(row[at.PIN], row[at.PIN_FINISH])
            for supply, amount in needs[row[at.NEEDS] : row[at.NEEDS_END]]:
                free[span, supply] -= amount * works[row[at.CALENDAR], span]
        return np.ascontiguousarray(free)

    def _links(self, activities: Table) -> tuple[Table, Table, Table]:
        """The links into and out of each activity, and the rows that say where their lags lead."""
        net = self.situation.network.columns
        identity = np.arange(self.grid.count + 1, dtype=np.int64)
        shifts, row_of = [identity], {}
        links = np.zeros((len(net.tie_from), 4), dtype=np.int64)
        for tie, flags in enumerate(net.tie_flags):
            from_start, to_finish = not flags & FROM_FINISH, bool(flags & TIE_TO_FINISH)
            lag, calendar = net.tie_lag[tie], net.tie_calendar[tie]
            row = 0
            if lag or (from_start and to_finish):
                key = (calendar if lag else -1, lag, from_start, to_finish)
                if key not in row_of:
                    row_of[key] = len(shifts)
                    shifts.append(self.grid.shifted(calendar, lag, from_start=from_start, to_finish=to_finish))
                row = row_of[key]
            kind = (at.FROM_START if from_start else 0) | (at.TO_FINISH if to_finish else 0)
            links[tie] = net.tie_from[tie], net.tie_to[tie], kind, row
        into = self._sorted(activities, links, 1, (at.IN, at.IN_END))
        out_of = self._sorted(activities, links, 0, (at.OUT, at.OUT_END))
        return into, out_of, np.ascontiguousarray(np.stack(shifts))

    @staticmethod
    def _sorted(activities: Table, links: Table, end: int, ranges: tuple[int, int]) -> Table:
        order = np.argsort(links[:, end], kind="stable")
        bounds = np.searchsorted(links[order, end], np.arange(len(activities) + 1))
        activities[:, ranges[0]], activities[:, ranges[1]] = bounds[:-1], bounds[1:]
        return np.ascontiguousarray(links[order][:, (1 - end, 2, 3)])

    def _projects(self, activities: Table) -> Table:
        rows = [
            (self.grid.slot_by(self.situation.due_of(project)), self.situation.wishes[project].weight, 0)
            for project in range(len(self.situation.plans))
        ]
        return np.array(rows, dtype=np.int64)
