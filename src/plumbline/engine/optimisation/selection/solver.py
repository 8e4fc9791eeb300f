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
    """``worth`` and ``bound`` are in units of ``Rows.common``; ``seconds`` is how long it took."""

    proof: Proof
    columns: tuple[int, ...]
    worth: int
    bound: float
    seconds: float


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
    """``fixed`` says of columns whether they are taken. ``hint`` is a choice to begin with.

    Raises ``Stopped`` within a second once ``going_on`` says so.
    """
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    given = fixed or {}
    columns = {each: model.new_bool_var("") for each in range(len(rows.columns)) if each not in given}
    already = sum(rows.worths[each] for each, is_in in given.items() if is_in)
    if not _add_rows(model, rows, columns, given):
        return Solved(Proof.INFEASIBLE, (), 0, 0.0, 0.0)
    weights = [rows.worths[each] for each in columns]
    model.maximize(cp_model.LinearExpr.weighted_sum(list(columns.values()), weights))
    for number, column in columns.items() if hint else ():
        model.add_hint(column, number in hint)
    solver = cp_model.CpSolver()
    _set(solver.parameters, effort)
    status = _run(solver, model, going_on)
    bound = already + solver.best_objective_bound
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        new = [number for number, column in columns.items() if solver.boolean_value(column)]
        chosen = tuple(sorted([*new, *(each for each, is_in in given.items() if is_in)]))
        is_best = status == cp_model.OPTIMAL and solver.best_objective_bound <= solver.objective_value
        worth = sum(rows.worths[each] for each in chosen)
        return Solved(Proof.OPTIMAL if is_best else Proof.FEASIBLE, chosen, worth, bound, solver.wall_time)
    proof = Proof.INFEASIBLE if status == cp_model.INFEASIBLE else Proof.UNKNOWN
    return Solved(proof, (), 0, bound, solver.wall_time)


def _add_rows(model: Any, rows: Rows, columns: Mapping[int, Any], fixed: Mapping[int, bool]) -> bool:
    """False if a row cannot be kept whatever the columns that are left do."""
    from ortools.sat.python import cp_model

    for row in rows.rows:
        used = sum(factor for each, factor in row.terms if fixed.get(each))
        least = None if row.least is None else row.least - used
        most = None if row.most is None else row.most - used
        left = [(columns[each], factor) for each, factor in row.terms if each in columns]
        if not left:
            if (least is not None and least > 0) or (most is not None and most < 0):
                return False
            continue
        total = cp_model.LinearExpr.weighted_sum([each for each, _ in left], [factor for _, factor in left])
        if most is not None:
            model.add(total <= most)
        if least is not None:
            model.add(total >= least)
    return True


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
