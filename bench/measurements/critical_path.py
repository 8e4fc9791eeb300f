"""Dates and float of one network, beside what else calculates them; and what building its columns costs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import networkx

from bench import mpxj, trueppm
from bench.plans import xer
from bench.side_by_side import Measurement
from plumbline.engine.readers import xer as reader
from plumbline.engine.schedule import Schedule
from plumbline.engine.schedule.calculate import calculate
from plumbline.engine.schedule.date_columns import DatePasses
from plumbline.engine.schedule.machine import PYTHON, Machine, compiled
from plumbline.engine.schedule.network import build_network

SIZES = (10_000, 100_000)
NUMBA = "passes in machine code"


def measurements() -> Iterator[Measurement]:
    machine = compiled()
    for activities in SIZES:
        data = xer(activities)
        (schedule,) = reader.read(data).schedules
        size = f"{activities:,} activities"
        slowly = 1_000 if activities <= 10_000 else 2
        fast, plain = _passes(schedule, machine), _passes(schedule, PYTHON)
        graph = _graph(schedule)
        longest = partial(networkx.dag_longest_path_length, graph, weight="weight")
        yield Measurement(f"{NUMBA}, {size}", "networkx: longest path, no calendars", fast, longest, slowly)
        yield Measurement(f"passes in Python, {size}", "networkx: longest path, no calendars", plain, longest, slowly)
        yield Measurement(f"columns, {size}", "networkx: building the graph", *_building(schedule, machine), slowly)
        whole = partial(calculate, schedule)
        with mpxj.project_of(data) as project:
            yield Measurement(f"{NUMBA}, {size}", "MPXJ 16.10: PrimaveraScheduler", fast, project.schedule, slowly)
            yield Measurement(
                f"calculate() in Python, {size}", "MPXJ 16.10: PrimaveraScheduler", whole, project.schedule, slowly
            )
        if activities <= trueppm.MOST_ACTIVITIES:
            theirs = trueppm.scheduling(schedule)
            yield Measurement(f"{NUMBA}, {size}", "trueppm-scheduler: whole days", fast, theirs, 3)
            yield Measurement(f"calculate() in Python, {size}", "trueppm-scheduler: whole days", whole, theirs, 3)


def _passes(schedule: Schedule, machine: Machine) -> Callable[[], object]:
    """All passes over columns that have been built."""
    return DatePasses(build_network((schedule,)), machine).run


def _building(schedule: Schedule, machine: Machine) -> tuple[Callable[[], object], Callable[[], object]]:
    return lambda: DatePasses(build_network((schedule,)), machine), lambda: _graph(schedule)


def _graph(schedule: Schedule) -> networkx.DiGraph:
    graph = networkx.DiGraph()
    graph.add_nodes_from(each.uid for each in schedule.activities)
    duration = {each.uid: each.duration for each in schedule.activities}
    graph.add_weighted_edges_from(
        (each.predecessor, each.successor, duration[each.predecessor]) for each in schedule.links
    )
    return graph
