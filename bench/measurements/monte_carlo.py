"""Simulating 10,000 activities and 20,000 links 10,000 times, beside another program, plain NumPy and the memory."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from bench.monte_carlo_yardsticks import memory, of_trueppm, plain_numpy
from bench.plans import xer
from bench.side_by_side import Gauge, Measurement, milliseconds
from plumbline.engine.forecast import EstimateRule, RiskInputs, simulate
from plumbline.engine.readers import xer as reader
from plumbline.engine.schedule import Schedule

ACTIVITIES, ITERATIONS, WORKERS = 10_000, 10_000, 2
SMALL, FEW = 300, 5_000
INPUTS = RiskInputs(rules=(EstimateRule(low_percent=80, high_percent=150),))
_PEAK = """
import resource, sys
from concurrent.futures import ThreadPoolExecutor
from bench.measurements import monte_carlo as m
plan = m.plan_of(m.ACTIVITIES, one_calendar=sys.argv[1] == "one")
m.simulate(plan, m.INPUTS, iterations=1, compiled=True)
with ThreadPoolExecutor(m.WORKERS) as pool:
    m.simulate(plan, m.INPUTS, iterations=m.ITERATIONS, each=pool.map, compiled=True)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
_IMPORTED = "import resource, numba, numpy\nprint(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"


def measurements() -> Iterator[Measurement]:
    size = f"{ACTIVITIES:,} x {ITERATIONS:,}"
    for plan, calendars in ((plan_of(ACTIVITIES, True), "one calendar"), (plan_of(ACTIVITIES, False), "3 calendars")):
        links, ours = len(plan.links), simulating(plan, ITERATIONS, WORKERS)
        what = f"{size}, {calendars}, {WORKERS} threads"
        yield Measurement(what, "memory: one pass by rows", ours, memory(links, ITERATIONS), 3)
        yield Measurement(what, "plain NumPy, no calendars, 1 thread", ours, plain_numpy(plan, ITERATIONS), 1)
        alone = simulating(plan, ITERATIONS, 1)
        yield Measurement(f"{size}, {calendars}, 1 thread", what, alone, ours, 3)
    small, rate = plan_of(1_000, False), per_cell(1_000, 1_000)
    yield Measurement(
        "1,000 x 1,000, 3 calendars, 1 thread, by activity and iteration",
        "trueppm-scheduler: whole days, finish only",
        simulating(small, 1_000, 1),
        of_trueppm(small, 1_000),
        3,
        "ns",
        rate,
    )
    page = plan_of(SMALL, False)
    yield Measurement(
        f"{SMALL} x {FEW:,}, 3 calendars, NumPy alone, 1 thread",
        "trueppm-scheduler: whole days, finish only",
        lambda: simulate(page, INPUTS, iterations=FEW),
        of_trueppm(page, FEW),
        5,
    )
    yield Measurement(f"peak memory, {size}, one calendar", "Python with numba", _peak("one"), _imported, 1, "MB", _run)
    yield Measurement(f"peak memory, {size}, 3 calendars", "Python with numba", _peak("many"), _imported, 1, "MB", _run)


def plan_of(activities: int, one_calendar: bool) -> Schedule:
    """The plan of formula, on its own calendars or everything on one."""
    (schedule,) = reader.read(xer(activities)).schedules
    if not one_calendar:
        return schedule
    moved = (each if each.is_summary else replace(each, calendar=None) for each in schedule.activities)
    return replace(schedule, activities=tuple(moved))


def simulating(schedule: Schedule, iterations: int, workers: int) -> Callable[[], object]:
    """A whole simulation from a plan to its forecast. The machine code has been made before."""
    simulate(schedule, INPUTS, iterations=1, compiled=True)

    def run() -> object:
        with ThreadPoolExecutor(workers) as pool:
            return simulate(schedule, INPUTS, iterations=iterations, each=pool.map, compiled=True)

    return run


def per_cell(activities: int, iterations: int) -> Gauge:
    """Nanoseconds by activity and iteration."""
    return lambda work: milliseconds(work) * 1e6 / (activities * iterations)


def _peak(calendars: str) -> Callable[[], object]:
    return lambda: _printed(_PEAK, calendars)


def _imported() -> object:
    return _printed(_IMPORTED)


def _run(work: Callable[[], object]) -> float:
    printed = work()
    assert isinstance(printed, str)
    return int(printed) / 1024


def _printed(program: str, *arguments: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", program, *arguments], check=True, capture_output=True, text=True
    ).stdout
