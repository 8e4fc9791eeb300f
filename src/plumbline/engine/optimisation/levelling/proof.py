"""CP-SAT on a levelling problem: to prove that nothing is better, or to find what is (extra ``optimise``)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from plumbline.engine.optimisation.levelling import columns as at
from plumbline.engine.optimisation.levelling.columns import Columns
from plumbline.engine.optimisation.levelling.search import Found

HOW_TO_INSTALL = "install plumbline[optimise]"
MOST_ACTIVITIES = 400


@dataclass(frozen=True, slots=True)
class Proof:
    """How long CP-SAT may take: ``seconds`` of the clock, or ``effort`` of its own deterministic measure.

    With one worker and ``effort`` the same seed gives the same answer. ``started`` is handed a function that stops the
    solver from any thread.
    """

    seconds: float | None = None
    effort: float | None = None
    seed: int = 0
    workers: int = 1
    started: Callable[[Callable[[], None]], None] | None = None


def prove(columns: Columns, found: Found, proof: Proof) -> Found:
    """What CP-SAT makes of ``found``: the same, better, or known to be the best.

    ``found`` itself where OR-tools is not installed, where calendars differ, and where there are more activities than
    it is good for: with hundreds of them the genetic search is better (docs/methods/levelling.md).
    """
    if len(columns.order) > MOST_ACTIVITIES or not is_plain(columns):
        return found
    try:
        from ortools.sat.python import cp_model
    except ImportError:
        return found
    model, starts, objective = _model(cp_model.CpModel(), columns, found)
    solver = prepared(cp_model.CpSolver(), proof)
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return found
    optimal = status == cp_model.OPTIMAL
    cost = int(solver.value(objective))
    if cost >= found.cost:
        return Found(found.starts, found.cost, found.tried, optimal)
    better = found.starts.copy()
    for activity, start in starts.items():
        better[activity] = solver.value(start)
    return Found(better, cost, found.tried, optimal)


def prepared(solver: Any, proof: Proof) -> Any:
    """``solver`` with the limits of ``proof``."""
    if proof.seconds is not None:
        solver.parameters.max_time_in_seconds = proof.seconds
    if proof.effort is not None:
        solver.parameters.max_deterministic_time = proof.effort
    solver.parameters.random_seed = proof.seed
    solver.parameters.num_workers = proof.workers
    if proof.started is not None:
        proof.started(solver.stop_search)
    return solver


def is_plain(columns: Columns) -> bool:
    """Whether all work in the same time, so that lags are numbers of slots."""
    slots = columns.works.shape[1]
    instants = np.arange(slots + 1)
    inside = (columns.shifts > 0) & (columns.shifts < slots)
    lags = columns.shifts - instants
    return bool(columns.works.all()) and all(
        not mask.any() or np.ptp(row[mask]) == 0 for row, mask in zip(lags, inside, strict=True)
    )


def _lag(columns: Columns, row: int) -> int:
    shifts = columns.shifts[row]
    middle = int(np.flatnonzero((shifts > 0) & (shifts < columns.works.shape[1]))[0])
    return int(shifts[middle]) - middle


def _model(model: Any, columns: Columns, found: Found) -> tuple[Any, dict[int, Any], Any]:
    slots = columns.works.shape[1]
    activities = columns.activities
    starts: dict[int, Any] = {}
    for activity in columns.order.tolist():
        starts[activity] = model.new_int_var(int(activities[activity, at.RELEASE]), slots, "")
        model.add_hint(starts[activity], int(found.starts[activity]))
    _add_links(model, columns, starts)
    _add_resources(model, columns, starts)
    ends = []
    for project in range(len(columns.projects)):
        pinned = activities[(activities[:, at.PIN] >= 0) & (activities[:, at.PROJECT] == project), at.PIN_FINISH]
        end = model.new_int_var(int(pinned.max(initial=0)), slots, "")
        for activity, start in starts.items():
            if activities[activity, at.PROJECT] == project:
                model.add(end >= start + int(activities[activity, at.DURATION]))
        ends.append(end)
    makespan = model.new_int_var(0, slots, "")
    model.add_max_equality(makespan, ends)
    objective = makespan
    if columns.settings[at.TARDINESS]:
        objective = makespan + int(columns.settings[at.TARDINESS]) * sum(_tardiness(model, columns, ends, slots))
    model.add(objective <= found.cost)
    model.add(objective >= int(columns.settings[at.BOUND]))
    model.minimize(objective)
    return model, starts, objective


def _tardiness(model: Any, columns: Columns, ends: list[Any], slots: int) -> list[Any]:
    late = []
    for project, end in enumerate(ends):
        tardiness = model.new_int_var(0, slots, "")
        model.add(tardiness >= end - int(columns.projects[project, at.DUE]))
        late.append(tardiness * int(columns.projects[project, at.WEIGHT]))
    return late


def _add_links(model: Any, columns: Columns, starts: dict[int, Any]) -> None:
    activities = columns.activities
    for activity, start in starts.items():
        row = activities[activity]
        for link in columns.into[row[at.IN] : row[at.IN_END]]:
            before, lag = int(link[at.OTHER]), _lag(columns, int(link[at.SHIFT]))
            from_start = bool(link[at.KIND] & at.FROM_START)
            if before in starts:
                since = starts[before] + (0 if from_start else int(activities[before, at.DURATION]))
            else:
                since = int(activities[before, at.PIN if from_start else at.PIN_FINISH])
            until = start + (int(row[at.DURATION]) if link[at.KIND] & at.TO_FINISH else 0)
            model.add(until >= since + lag)


def _add_resources(model: Any, columns: Columns, starts: dict[int, Any]) -> None:
    """What is not free all the time, because of pinned work, is work that cannot be moved."""
    activities = columns.activities
    intervals: dict[int, list[Any]] = {}
    demands: dict[int, list[int]] = {}
    for activity, start in starts.items():
        row = activities[activity]
        if not row[at.DURATION] or row[at.NEEDS] == row[at.NEEDS_END]:
            continue
        interval = model.new_fixed_size_interval_var(start, int(row[at.DURATION]), "")
        for resource, amount in columns.needs[row[at.NEEDS] : row[at.NEEDS_END]].tolist():
            intervals.setdefault(resource, []).append(interval)
            demands.setdefault(resource, []).append(amount)
    for resource, using in intervals.items():
        most = int(columns.free[:, resource].max())
        for first, last, free in _spells(columns.free[:, resource]):
            if free < most:
                using.append(model.new_fixed_size_interval_var(first, last - first, ""))
                demands[resource].append(most - max(0, free))
        model.add_cumulative(using, demands[resource], most)


def _spells(free: Any) -> list[tuple[int, int, int]]:
    """First slot, the slot after the last, and how much is free, of each run of slots with the same."""
    changes = [0, *(np.flatnonzero(np.diff(free)) + 1).tolist(), len(free)]
    return [(first, last, int(free[first])) for first, last in pairwise(changes) if first < last]
