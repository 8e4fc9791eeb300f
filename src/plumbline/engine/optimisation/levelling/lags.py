"""Scheduling with minimal and maximal lags (RCPSP/max): a network that may contradict itself, and its proof.

Serial generation cannot do this: with a maximal lag, what comes first can make it impossible to go on. So CP-SAT does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from plumbline.engine.optimisation.levelling.proof import HOW_TO_INSTALL, Proof, prepared


class Lag(NamedTuple):
    """``after`` starts at least ``least`` units of time after ``before`` starts.

    A negative one is a maximal lag the other way round: ``before`` starts at most that long after ``after``.
    """

    before: int
    after: int
    least: int


@dataclass(frozen=True, slots=True)
class LagProblem:
    """Activities by number: durations, requests by resource, lags between starts, capacities. All whole numbers."""

    durations: tuple[int, ...]
    lags: tuple[Lag, ...]
    requests: tuple[tuple[int, ...], ...]
    capacities: tuple[int, ...]


class Verdict(StrEnum):
    """What is known: nothing is better, something better may exist, no schedule exists, or nothing was found."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class LagAnswer:
    """``why`` says of an infeasible problem what contradicts itself: activities by number, in the order of the ring."""

    verdict: Verdict
    starts: tuple[int, ...] = ()
    makespan: int | None = None
    bound: int | None = None
    why: str = ""


class NoSolver(RuntimeError):
    """Problems with maximal lags need CP-SAT, and it is not installed."""


def solve_lags(problem: LagProblem, proof: Proof) -> LagAnswer:
    """The schedule with the shortest makespan, or that there is none. Raises NoSolver where OR-tools is missing."""
    contradiction = contradiction_in(problem)
    if contradiction:
        return LagAnswer(Verdict.INFEASIBLE, why=contradiction)
    try:
        from ortools.sat.python import cp_model
    except ImportError as error:
        raise NoSolver(f"Maximal lags need OR-tools: {HOW_TO_INSTALL}.") from error
    model, starts, makespan = _model(cp_model.CpModel(), problem)
    solver = prepared(cp_model.CpSolver(), proof)
    status = solver.solve(model)
    if status == cp_model.INFEASIBLE:
        return LagAnswer(Verdict.INFEASIBLE, why="No order of the activities keeps the lags with so few resources.")
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return LagAnswer(Verdict.UNKNOWN)
    return LagAnswer(
        Verdict.OPTIMAL if status == cp_model.OPTIMAL else Verdict.FEASIBLE,
        tuple(int(solver.value(each)) for each in starts),
        int(solver.value(makespan)),
        round(solver.best_objective_bound),
    )


def contradiction_in(problem: LagProblem) -> str:
    """In words why no schedule can be even with plenty of everything, or that an activity asks for more than there is.

    A ring of lags that add up to more than 0 would have an activity start after itself (Bellman and Ford).
    """
    for activity, requests in enumerate(problem.requests):
        for resource, (request, capacity) in enumerate(zip(requests, problem.capacities, strict=True), start=1):
            if request > capacity and problem.durations[activity]:
                return f"Activity {activity} needs {request} of resource {resource}, and there are {capacity}."
    ring = _ring(len(problem.durations), problem.lags)
    if ring:
        return f"The lags of the ring {' - '.join(map(str, ring))} add up to more than 0."
    return ""


def _ring(count: int, lags: Sequence[Lag]) -> list[int]:
    start, came_from = [0] * count, [-1] * count
    last = -1
    for _ in range(count + 1):
        last = -1
        for before, after, least in lags:
            if start[before] + least > start[after]:
                start[after], came_from[after] = start[before] + least, before
                last = after
        if last < 0:
            return []
    for _ in range(count):
        last = came_from[last]
    ring = [last]
    while came_from[ring[-1]] != last:
        ring.append(came_from[ring[-1]])
    return [last, *reversed(ring)]


def _model(model: Any, problem: LagProblem) -> tuple[Any, list[Any], Any]:
    horizon = _horizon(problem)
    starts = [model.new_int_var(0, horizon, "") for _ in problem.durations]
    for before, after, least in problem.lags:
        model.add(starts[after] >= starts[before] + least)
    intervals = [
        model.new_fixed_size_interval_var(start, duration, "")
        for start, duration in zip(starts, problem.durations, strict=True)
    ]
    for resource, capacity in enumerate(problem.capacities):
        using = [each for each, requests in enumerate(problem.requests) if requests[resource]]
        model.add_cumulative(
            [intervals[each] for each in using], [problem.requests[each][resource] for each in using], capacity
        )
    makespan = model.new_int_var(0, horizon, "")
    for start, duration in zip(starts, problem.durations, strict=True):
        model.add(makespan >= start + duration)
    model.minimize(makespan)
    return model, starts, makespan


def _horizon(problem: LagProblem) -> int:
    """Long enough for any schedule that makes sense: each activity in turn with the longest lag out of it."""
    longest = list(problem.durations)
    for before, _, least in problem.lags:
        longest[before] = max(longest[before], least)
    return sum(longest)


def check_lags(problem: LagProblem, starts: Sequence[int]) -> list[str]:
    """All that a schedule breaks, in words; nothing for a good one. Knows nothing of how it was found."""
    found = [f"Activity {number} starts before 0." for number, each in enumerate(starts) if each < 0]
    found += [
        f"Activity {after} starts at {starts[after]}, less than {least} after activity {before} at {starts[before]}."
        for before, after, least in problem.lags
        if starts[after] - starts[before] < least
    ]
    for resource, capacity in enumerate(problem.capacities):
        for instant in sorted(set(starts)):
            used = sum(
                problem.requests[each][resource]
                for each, start in enumerate(starts)
                if start <= instant < start + problem.durations[each]
            )
            if used > capacity:
                found.append(f"At {instant} {used} of resource {resource + 1} are used, and there are {capacity}.")
    return found
