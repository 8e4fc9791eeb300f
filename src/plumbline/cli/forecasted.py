"""Reads a plan or a plain network and simulates each of its projects, on several threads where that helps."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from importlib.util import find_spec
from typing import Any

from plumbline.cli.reading import cannot_calculate, only_project, read_bytes, read_plan_bytes, shown_name
from plumbline.engine.calendars import OutOfWorkingTime
from plumbline.engine.forecast import EstimateRule, Forecast, InvalidEstimate, RiskInputs, Shape, simulate
from plumbline.engine.forecast.distributions import Distribution
from plumbline.engine.forecast.network_table import FIRST_DAY, as_plan_table, estimates_in
from plumbline.engine.readers import PlanFile, Problem, UnreadableSchedule
from plumbline.engine.schedule import Schedule, Uid
from plumbline.engine.schedule.calculate import LoopInSchedule

TABLES = (".csv", ".tsv")
WORTH_COMPILING = 40_000_000
"""Activities times iterations from which on machine code pays for the seconds that making it takes."""


@dataclass(frozen=True)
class Wanted:
    """What the command line asked for."""

    iterations: int
    seed: int
    workers: int
    low: float | None
    high: float | None
    shape: Shape
    by: tuple[datetime, ...]
    budgets: tuple[float, ...]
    project: str | None


@dataclass(frozen=True)
class Forecasted:
    """A plan file and what was found of each of its projects; ``has_dates`` is whether its dates mean anything."""

    file: PlanFile
    projects: tuple[tuple[Schedule, Forecast], ...]
    has_dates: bool


def forecasted(path: str, wanted: Wanted) -> Forecasted:
    """Raises UnreadableSchedule, also for what cannot be calculated or contradicts itself."""
    data = read_bytes(path)
    estimates: dict[Uid, Distribution] = {}
    undated = False
    if path.lower().endswith(TABLES):
        text = _text(data)
        estimates = estimates_in(text, wanted.shape)
        table, undated = as_plan_table(text)
        data = table.encode() if undated or estimates else data
    file = read_plan_bytes(data, path)
    if undated:
        note = Problem(f"The network has no dates, so it begins on {FIRST_DAY}; count its results in working days.")
        file = replace(file, problems=(*file.problems, note))
    inputs = RiskInputs(
        estimates=estimates, rules=_rules(wanted, bool(estimates)), by=wanted.by, budgets=wanted.budgets
    )
    found = tuple(
        (each, _forecast(each, inputs, wanted, path)) for each in only_project(file.schedules, wanted.project)
    )
    return Forecasted(file, found, not undated)


def _rules(wanted: Wanted, has_estimates: bool) -> tuple[EstimateRule, ...]:
    """One range for everything, unless the table has estimates of its own and nothing else is asked for."""
    if wanted.low is None and wanted.high is None and has_estimates:
        return ()
    low = 90 if wanted.low is None else wanted.low
    high = 130 if wanted.high is None else wanted.high
    return (EstimateRule(low_percent=low, high_percent=high, shape=wanted.shape),)


def _forecast(schedule: Schedule, inputs: RiskInputs, wanted: Wanted, path: str) -> Forecast:
    large = len(schedule.activities) * wanted.iterations >= WORTH_COMPILING
    try:
        with _threads(wanted.workers) as each:
            return simulate(
                schedule,
                inputs,
                iterations=wanted.iterations,
                seed=wanted.seed,
                each=each,
                compiled=large and find_spec("numba") is not None,
            )
    except (LoopInSchedule, OutOfWorkingTime) as reason:
        raise UnreadableSchedule(cannot_calculate(schedule, reason, shown_name(path))) from reason
    except InvalidEstimate as reason:
        raise UnreadableSchedule(Problem(f"{str(reason)[:1].upper()}{str(reason)[1:]}.", shown_name(path))) from reason


@contextmanager
def _threads(workers: int) -> Iterator[Any]:
    workers = workers or min(4, os.cpu_count() or 1)
    if workers == 1:
        yield map
        return
    with ThreadPoolExecutor(workers) as pool:
        yield pool.map


def _text(data: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")
