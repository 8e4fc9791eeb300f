"""The same by OR-tools' CP-SAT, which also proves how much better another choice could be at most."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from concurrent.futures import ThreadPoolExecutor, TimeoutError
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from plumbline.engine.optimisation.selection.choice import Effort, Proof
from plumbline.engine.optimisation.selection.rows import Rows
from plumbline.engine.stopping import GoingOn, Stopped

_ASKED_EVERY = 0.25
_RELAXED_BY_LINES = 2


@dataclass(frozen=True, slots=True)
class Solved:
    proof: Proof
    columns: tuple[int, ...]
    bound: float


def is_installed() -> bool:
    return find_spec("ortools") is not None


def solve(
    rows: Rows,
    effort: Effort,
    going_on: GoingOn | None = None,
    *,
    hint: Collection[int] = (),
    fixed: Mapping[int, bool] | None = None,
) -> Solved:
    """``fixed`` says of places of candidates whether they are in. ``hint`` is a choice to begin with.

    Raises ``Stopped`` within a second once ``going_on`` says so.
    """
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    columns = [model.new_bool_var("") for _ in rows.columns]
    for row in rows.rows:
        if not row.terms:
            if (row.least or 0) > 0 or (row.most is not None and row.most < 0):
                return Solved(Proof.INFEASIBLE, (), 0.0)
            continue
        used = cp_model.LinearExpr.weighted_sum(
            [columns[each] for each, _ in row.terms], [each for _, each in row.terms]
        )
        if row.most is not None:
            model.add(used <= row.most)
        if row.least is not None:
            model.add(used >= row.least)
    for place, is_in in (fixed or {}).items():
        model.add(sum(columns[each] for each in rows.columns_of(place)) == int(is_in))
    model.maximize(cp_model.LinearExpr.weighted_sum(columns, rows.worths))
    if hint:
        for number, column in enumerate(columns):
            model.add_hint(column, number in hint)
    solver = cp_model.CpSolver()
    _set(solver.parameters, effort)
    status = _run(solver, model, going_on)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        chosen = tuple(number for number, column in enumerate(columns) if solver.boolean_value(column))
        is_best = status == cp_model.OPTIMAL and solver.best_objective_bound <= solver.objective_value
        return Solved(Proof.OPTIMAL if is_best else Proof.FEASIBLE, chosen, solver.best_objective_bound)
    infeasible = status == cp_model.INFEASIBLE
    return Solved(Proof.INFEASIBLE if infeasible else Proof.UNKNOWN, (), solver.best_objective_bound)


def _set(parameters: Any, effort: Effort) -> None:
    parameters.max_time_in_seconds = effort.seconds
    parameters.relative_gap_limit = effort.gap
    parameters.num_workers = effort.workers
    parameters.random_seed = effort.seed
    parameters.linearization_level = _RELAXED_BY_LINES


def _run(solver: Any, model: Any, going_on: GoingOn | None) -> Any:
    """The solver lets itself be stopped from another thread only, so it has one of its own; nothing else is shared."""
    if going_on is None:
        return solver.solve(model)
    with ThreadPoolExecutor(1) as alone:
        running = alone.submit(solver.solve, model)
        while True:
            try:
                return running.result(_ASKED_EVERY)
            except TimeoutError:
                if not going_on(0, 1):
                    solver.stop_search()
                    running.result()
                    raise Stopped from None
