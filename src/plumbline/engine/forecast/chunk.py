"""One chunk of iterations: draw, calculate, add up."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from plumbline.engine.forecast.correlation import correlated_bits
from plumbline.engine.forecast.costing import Costing
from plumbline.engine.forecast.distributions import Floats
from plumbline.engine.forecast.drawing import Drawing
from plumbline.engine.forecast.drawing_steps import SUMS, DrawnRows
from plumbline.engine.forecast.lane_columns import LaneColumns
from plumbline.engine.forecast.lane_machine import LaneMachine
from plumbline.engine.forecast.lane_network import LaneTime
from plumbline.engine.forecast.sampling import Bits, Sampler, looked_up, random_bits
from plumbline.engine.forecast.work_line import WorkLine
from plumbline.engine.schedule import Activity, Uid

_DURATIONS, _EVENTS, _SHARED, _COSTS = range(4)

Ints = NDArray[np.int32]


@dataclass(frozen=True)
class Chunk:
    """What came of one chunk: finishes and milestones in minutes since the year 1, by iteration; the rest as sums.

    ``sums`` are by drawn duration, ``extras`` by event, driver and way, as in ``drawing_steps.SUMS``.
    """

    finish: NDArray[np.int64]
    milestones: NDArray[np.int64]
    cost: Floats
    sums: NDArray[np.int64]
    critical: NDArray[np.int64]
    extras: Floats


@dataclass(frozen=True)
class Simulation:
    """Everything that the chunks of one simulation have in common; nothing in it changes.

    ``planned_dates`` are the finish of the plan as it stands and those of its milestones, in minutes since the year 1;
    ``deterministic`` is the work on the calendar of the project (``line``) before that finish.
    """

    drawing: Drawing
    rows: DrawnRows
    costing: Costing
    machine: LaneMachine
    columns: LaneColumns
    time: LaneTime
    planned: Ints
    pushed: list[int]
    within: list[int]
    activities: list[Activity | None]
    milestones: list[int]
    counting: list[int]
    earliest: int
    line: WorkLine
    deterministic: int
    planned_dates: tuple[int, list[int]]
    seed: int
    iterations: int
    width: int

    @property
    def chunks(self) -> int:
        return -(-self.iterations // self.width)

    def width_of(self, chunk: int) -> int:
        return min(self.width, self.iterations - chunk * self.width)

    def run(self, chunk: int) -> Chunk:
        width = self.width_of(chunk)
        drawn = _Drawn(self, chunk, width)
        last, milestones, critical = self.passes(drawn.durations)
        finish = self.time.minutes(last.astype(np.int64))
        beyond = self.line.work_before(finish) - self.deterministic
        sums = np.zeros((len(self.drawing.nodes), SUMS), dtype=np.int64)
        nodes, planned = self.machine.nodes(self.drawing.nodes), self.machine.nodes(self.drawing.planned)
        self.machine.tally(nodes, planned, width, drawn.bits, drawn.durations, beyond, sums)
        return Chunk(
            finish, self.time.minutes(milestones.astype(np.int64)), drawn.cost(), sums, critical, drawn.extras(beyond)
        )

    def passes(self, durations: Ints) -> tuple[Ints, Ints, NDArray[np.int64]]:
        """Finishes, the finishes of milestones, and how often each node was critical, for (node, lane) minutes."""
        nodes, width = durations.shape
        block = self.machine.block or width
        last = np.zeros(width, dtype=np.int32)
        milestones = np.zeros((len(self.milestones), width), dtype=np.int32)
        critical = np.zeros(nodes, dtype=np.int64)
        early, late = (np.zeros((2, nodes, block), dtype=np.int32) for _ in range(2))
        for begin in range(0, width, block):
            there = slice(begin, min(begin + block, width))
            last[there] = self._block(np.ascontiguousarray(durations[:, there]), early, late, critical)
            milestones[:, there] = early[1, self.milestones, : there.stop - begin]
        return last, milestones, critical

    def _block(self, durations: Ints, early: Ints, late: Ints, critical: NDArray[np.int64]) -> Ints:
        machine, net, work = self.machine, self.columns, self.time.work
        width = durations.shape[1]
        last = np.zeros(width, dtype=np.int32)
        floors = np.full((max(1, len(self.pushed)), width), 0, dtype=np.int32)
        for row, node in enumerate(self.pushed):
            floors[row] = net.start_floor[node]
        machine.forward(net, work, width, durations, early, floors, last)
        if not last.any():
            last[:] = self.earliest
        machine.backward(net, work, width, durations, early, late, last)
        if self.pushed:
            for row, node in enumerate(self.pushed):
                floors[row] = np.maximum(late[0, node, :width], floors[row])
            machine.forward(net, work, width, durations, early, floors, last)
        if self.within:
            kept = np.empty((2, width), dtype=np.int32)
            machine.lie_late(net, work, width, machine.nodes(self.within), durations, early, kept, last)
            last = early[1, self.counting, :width].max(axis=0) if self.counting else last
        machine.mark_critical(net, width, early, late, critical)
        return last


class _Drawn:
    """What was drawn for one chunk."""

    def __init__(self, simulation: Simulation, chunk: int, width: int) -> None:
        self.simulation, self.chunk, self.width = simulation, chunk, width
        drawing = simulation.drawing
        self.bits = random_bits(simulation.seed, chunk, _DURATIONS, len(drawing.nodes), width)
        self.shared = random_bits(
            simulation.seed,
            chunk,
            _SHARED,
            len(drawing.drivers) + len(drawing.branches) + len(drawing.correlated),
            width,
        )
        self._correlate()
        self.durations = np.empty((len(simulation.planned), width), dtype=np.int32)
        self.durations[:] = simulation.planned[:, None]
        simulation.machine.draw(simulation.rows, width, self.bits, self.durations)
        for row, values in drawing.looked_up:
            minutes = looked_up(values, self.bits[row]) * drawing.scale[row] + drawing.offset[row]
            self.durations[drawing.nodes[row]] = np.rint(minutes)
        self.event_cost = np.zeros(width)
        self.values: list[tuple[Floats, Bits | None]] = []
        self._events_and_drivers()
        self.skipped = self._branches()

    def _correlate(self) -> None:
        drawing = self.simulation.drawing
        first = len(drawing.drivers) + len(drawing.branches)
        for place, group in enumerate(drawing.correlated):
            kept = [each for each, uid in enumerate(group.activities) if uid in drawing.row_of]
            rows = drawing.rows_of(group.activities)
            if len(rows) < 2:
                continue
            own = group
            if group.matrix:
                matrix = tuple(tuple(group.matrix[i][j] for j in kept) for i in kept)
                own = type(group)(activities=tuple(group.activities[each] for each in kept), matrix=matrix)
            self.bits[rows] = correlated_bits(own, self.bits[rows], self.shared[first + place])

    def _events_and_drivers(self) -> None:
        drawing = self.simulation.drawing
        factors: dict[int, Floats] = {}
        minutes: dict[int, Floats] = {}
        bits = random_bits(
            self.simulation.seed, self.chunk, _EVENTS, sum(each.rows for each in drawing.events), self.width
        )
        first = 0
        for event in drawing.events:
            struck = bits[first] < event.probability * 2.0**32
            self.values.append((struck.astype(np.float64), None))
            for number, impact in enumerate(event.impacts):
                own = bits[first + 1 + 3 * number : first + 4 + 3 * number]
                row = -1 if impact.activity is None else drawing.row_of.get(impact.activity, -1)
                if impact.minutes and row >= 0:
                    minutes[row] = minutes.get(row, 0.0) + struck * Sampler(impact.minutes).draw(own[0])
                if impact.factor and row >= 0:
                    factor = np.where(struck, Sampler(impact.factor).draw(own[1]), 1.0)
                    factors[row] = factors.get(row, 1.0) * factor
                if impact.cost:
                    self.event_cost += struck * Sampler(impact.cost).draw(own[2])
            first += event.rows
        for place, driver in enumerate(drawing.drivers):
            factor = Sampler(driver.factor).draw(self.shared[place])
            self.values.append((factor, self.shared[place]))
            for row in drawing.rows_of(driver.activities):
                factors[row] = factors.get(row, 1.0) * factor
        for row in sorted(factors.keys() | minutes.keys()):
            node = drawing.nodes[row]
            longer = self.durations[node] * factors.get(row, 1.0) + minutes.get(row, 0.0)
            self.durations[node] = np.maximum(0, np.rint(longer))

    def _branches(self) -> dict[Uid, NDArray[np.bool_]]:
        """For each activity of a branch in which iterations its way is not gone."""
        drawing = self.simulation.drawing
        skipped: dict[Uid, NDArray[np.bool_]] = {}
        for place, branch in enumerate(drawing.branches):
            chances = (self.shared[len(drawing.drivers) + place] + 0.5) / 2.0**32
            reached = 0.0
            for way in branch.ways:
                gone = (chances >= reached) & (chances < reached + way.probability)
                reached += way.probability
                self.values.append((gone.astype(np.float64), None))
                for uid in way.activities:
                    skipped[uid] = ~gone
                    if uid in drawing.row_of:
                        self.durations[drawing.nodes[drawing.row_of[uid]]][~gone] = 0
        return skipped

    def cost(self) -> Floats:
        costing, drawing = self.simulation.costing, self.simulation.drawing
        cost = costing.deterministic + self.event_cost
        cost += sum(each.event.mitigation.cost for each in drawing.events if each.mitigated and each.event.mitigation)
        for row, money in enumerate(costing.per_minute):
            if money:
                cost += money * (self.durations[drawing.nodes[row]] - drawing.planned[row])
        bits = random_bits(self.simulation.seed, self.chunk, _COSTS, len(costing.drawn), self.width)
        drawn = {uid: sampler.draw(own) for (uid, _, sampler), own in zip(costing.drawn, bits, strict=True)}
        for uid, amount, _ in costing.drawn:
            cost += np.where(self.skipped.get(uid, False), -amount, drawn[uid] - amount)
        for uid, skipped in self.skipped.items():
            if uid in costing.fixed and uid not in drawn:
                cost -= skipped * costing.fixed[uid]
        return cost

    def extras(self, beyond: NDArray[np.int64]) -> Floats:
        """What events, drivers and ways did, as ``tally`` adds it up for durations."""
        sums = np.zeros((len(self.values), SUMS))
        for row, (values, bits) in enumerate(self.values):
            low = values == 0 if bits is None else bits < 429496729
            high = values == 1 if bits is None else bits >= 3865470566
            sums[row] = (
                values.sum(),
                (values * values).sum(),
                (values * beyond).sum(),
                beyond[low].sum(),
                low.sum(),
                beyond[high].sum(),
                high.sum(),
            )
        return sums
