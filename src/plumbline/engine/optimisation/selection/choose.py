"""The set of candidates that is worth most within the limits."""

from __future__ import annotations

from collections.abc import Mapping

from plumbline.engine.optimisation.selection import solver
from plumbline.engine.optimisation.selection.choice import Choice, Effort, Proof, SolverMissing
from plumbline.engine.optimisation.selection.exact import best_columns
from plumbline.engine.optimisation.selection.neighbourhoods import solve_in_parts
from plumbline.engine.optimisation.selection.problem import Problem
from plumbline.engine.optimisation.selection.rows import Kind, Limit, Row, Rows, rows_of
from plumbline.engine.optimisation.selection.usage import broken_limits, usage_of
from plumbline.engine.stopping import GoingOn

MOST_WITHOUT_SOLVER = 24
"""Starts to choose from without OR-tools: about twenty candidates, some of which may start later."""


def choose(
    problem: Problem,
    effort: Effort = Effort(),  # noqa: B008
    going_on: GoingOn | None = None,
    *,
    hint: Mapping[str, int] | None = None,
    forced: Mapping[str, bool] | None = None,
    without: frozenset[Limit] = frozenset(),
    use_solver: bool | None = None,
) -> Choice:
    """maximise sum(value) over the starts of candidates, within all limits; ``forced`` ones are in or out.

    Families of limits in ``without`` are left aside. By OR-tools where it is installed, else by trying all ways
    (``use_solver`` decides otherwise). Raises ``SolverMissing``, ``Stopped``, and ``ValueError`` for amounts too large.
    """
    rows = rows_of(problem, without)
    forced = forced or {}
    if use_solver if use_solver is not None else solver.is_installed():
        begin = _columns(rows, hint or {})
        turned = _with_forced(rows, forced)
        found = solve_in_parts(turned, effort, going_on, hint=begin)
        return _choice(problem, rows, found.proof, found.columns, found.bound, without)
    if len(rows.columns) > MOST_WITHOUT_SOLVER:
        raise SolverMissing(len(rows.columns), MOST_WITHOUT_SOLVER)
    columns = best_columns(_with_forced(rows, forced), going_on)
    if columns is None:
        return Choice(Proof.INFEASIBLE, {}, None, None)
    return _choice(problem, rows, Proof.OPTIMAL, columns, float(sum(rows.worths[each] for each in columns)), without)


def _choice(
    problem: Problem, rows: Rows, proof: Proof, columns: tuple[int, ...], bound: float, without: frozenset[Limit]
) -> Choice:
    if proof is Proof.INFEASIBLE:
        return Choice(proof, {}, None, None)
    most = rows.value(bound)
    if proof is Proof.UNKNOWN:
        return Choice(proof, {}, None, most)
    starts = {problem.candidates[rows.columns[each][0]].name: rows.columns[each][1] for each in columns}
    broken = [limit for limit, _ in broken_limits(problem, starts) if limit.family not in without]
    assert not broken, f"the solver's choice breaks {broken[0]}"
    value = usage_of(problem, starts).value
    return Choice(proof, starts, value, value if proof is Proof.OPTIMAL else max(most, value))


def _columns(rows: Rows, starts: Mapping[str, int]) -> frozenset[int]:
    names = [each.name for each in rows.problem.candidates]
    return frozenset(number for number, (place, start) in enumerate(rows.columns) if starts.get(names[place]) == start)


def _with_forced(rows: Rows, forced: Mapping[str, bool]) -> Rows:
    extra = []
    for place, each in enumerate(rows.problem.candidates):
        if each.name in forced:
            ones = tuple((column, 1) for column in rows.columns_of(place))
            count = int(forced[each.name])
            extra.append(Row(Limit(Kind.MUST, each.name), ones, count, count))
    return Rows(rows.problem, rows.columns, rows.worths, rows.common, (*rows.rows, *extra))
