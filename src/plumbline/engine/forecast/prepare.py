"""From a plan and what is uncertain about it to a simulation that can run its chunks in any order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from plumbline.engine.calendars import OutOfWorkingTime
from plumbline.engine.forecast.chunk import Simulation
from plumbline.engine.forecast.costing import costing_of
from plumbline.engine.forecast.drawing import Drawing, drawing_of
from plumbline.engine.forecast.inputs import RiskInputs
from plumbline.engine.forecast.lane_machine import compiled_machine, numpy_machine
from plumbline.engine.forecast.lane_network import LaneTime, lane_columns, lane_time, shows_no_gap
from plumbline.engine.forecast.work_line import work_line
from plumbline.engine.schedule import Schedule
from plumbline.engine.schedule.date_columns import DatePasses, PlacedColumns
from plumbline.engine.schedule.machine import machine_in_use
from plumbline.engine.schedule.network import Network, build_network
from plumbline.engine.schedule.network_columns import FROM_FINISH, JOINT, NONE, WAITS_FOR_WORK, NetworkColumns

CELLS_OF_A_CHUNK = 2_621_440
WIDEST, NARROWEST = 2_048, 64


def prepared(schedule: Schedule, inputs: RiskInputs, iterations: int, seed: int, compiled: bool) -> Simulation:
    """Raises what ``simulate`` raises."""
    network = build_network((schedule,))
    drawing = drawing_of(schedule, network, inputs)
    _reach_furthest(network, drawing)
    time = _time(network)
    varies = [False] * len(network.activity)
    for node in drawing.nodes:
        varies[node] = True
    pushed = [node for node in network.late_as_possible if _pushes(network)]
    within = [node for node in reversed(network.columns.order) if node in set(network.late_as_possible) - set(pushed)]
    machine = (compiled_machine if compiled else numpy_machine)(time.one)
    simulation = Simulation(
        drawing=drawing,
        rows=drawing.rows(),
        costing=costing_of(schedule, drawing, inputs),
        machine=machine,
        columns=machine.network(lane_columns(network, time, varies, pushed)),
        time=time,
        planned=np.array(network.columns.duration, dtype=np.int32),
        pushed=pushed,
        within=within,
        activities=network.activity,
        milestones=_milestones(network),
        counting=[node for node in range(len(network.activity)) if network.counts(node)],
        earliest=time.instant(network.conventions[0].earliest),
        line=work_line(network.horizon.columns, network.places.of[0][None]),
        deterministic=0,
        planned_dates=(0, []),
        seed=seed,
        iterations=iterations,
        width=_width(len(network.activity)),
    )
    return _with_dates_of_the_plan(simulation)


def _time(network: Network) -> LaneTime:
    used = _calendars(network)
    if len(used) == 1:
        time = lane_time(network.horizon.columns, used, one=True)
        if shows_no_gap(network, time):
            return time
    return lane_time(network.horizon.columns, used, one=False)


def _pushes(network: Network) -> bool:
    return network.conventions[0].late_as_possible_moves_successors


def _width(nodes: int) -> int:
    """How many iterations make a chunk: what it holds is about as much, whatever the plan. No machine changes it."""
    return min(WIDEST, max(NARROWEST, CELLS_OF_A_CHUNK // max(1, nodes) // NARROWEST * NARROWEST))


def _milestones(network: Network) -> list[int]:
    """Those that are still to come, in the order of the plan."""
    return [
        node
        for node, activity in enumerate(network.activity)
        if activity is not None and activity.is_milestone and not activity.is_complete and activity.active
    ]


def _calendars(network: Network) -> list[int]:
    net = network.columns
    used = {calendar for node, calendar in enumerate(net.calendar) if not net.flags[node] & JOINT}
    lagged = {
        calendar
        for calendar, lag, flags in zip(net.tie_calendar, net.tie_lag, net.tie_flags, strict=True)
        if lag or flags & WAITS_FOR_WORK
    }
    found = sorted(used | lagged | set(net.part_calendar))
    return found or [network.places.of[0][None]]


def _reach_furthest(network: Network, drawing: Drawing) -> None:
    """Let the columns of working time reach as far as any iteration can.

    Where all work takes the most it can take, every finish is latest. A start may be later with *less* work, if a link
    holds the finish; but it is never after the finish. So with links from finishes only, no date of any iteration lies
    outside those of this plan.
    """
    net = network.columns
    longest = list(net.duration)
    for node, most in zip(drawing.nodes, drawing.longest(), strict=True):
        longest[node] = max(longest[node], most)
    finishes = list(net.fixed_finish)
    for node in drawing.nodes:
        if net.resume[node] != NONE:
            more = longest[node] - net.duration[node]
            finishes[node] = network.horizon.add(net.calendar[node], finishes[node], more)
    parts = [
        -(-minutes * max(1, longest[node]) // max(1, net.duration[node]))
        for node in range(len(longest))
        for minutes in _parts(net.part_first, net.part_duration, node)
    ]
    most_work = net._replace(
        duration=longest,
        fixed_finish=finishes,
        part_duration=parts,
        start_floor=list(net.start_floor),  # the passes write into the floors of what is to lie late
    )
    from_finishes = most_work._replace(tie_flags=[flags | FROM_FINISH for flags in net.tie_flags])
    try:
        placed = _place(network, from_finishes)
    except OutOfWorkingTime:
        # A very long chain of starts, taken for one of finishes, can leave all calendars behind.
        placed = _place(network, most_work)
    first = min(min(placed.late[0], default=0), min(placed.early[0], default=0))
    network.horizon.cover(max(0, first), max(placed.finish[0], max(placed.early[1], default=0)))


def _place(network: Network, columns: NetworkColumns) -> PlacedColumns:
    return DatePasses(replace(network, columns=columns), machine_in_use()).place()


def _parts(first: Sequence[int], durations: Sequence[int], node: int) -> Sequence[int]:
    return durations[first[node] : first[node + 1]]


def _with_dates_of_the_plan(simulation: Simulation) -> Simulation:
    """With the dates that follow where everything takes as long as planned."""
    last, milestones, _ = simulation.passes(np.ascontiguousarray(simulation.planned[:, None]))
    finish, *others = simulation.time.minutes(np.concatenate((last, milestones[:, 0])).astype(np.int64)).tolist()
    work = int(simulation.line.work_before(np.array([finish]))[0])
    return replace(simulation, deterministic=work, planned_dates=(finish, others))
