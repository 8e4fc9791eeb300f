"""A choice that is not proven yet is made better part by part, while what it may lack at most is known already.

Large neighbourhood search (P. Shaw, 1998): all but some candidates stay as they are, and those are chosen anew.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from plumbline.engine.optimisation.selection.choice import Effort, Proof
from plumbline.engine.optimisation.selection.greedy import densest
from plumbline.engine.optimisation.selection.rows import Kind, Rows
from plumbline.engine.optimisation.selection.solver import Solved, solve
from plumbline.engine.stopping import GoingOn

LARGE = 300
"""Columns from which on the whole is searched for a part of the time only."""
_SHARE_OF_THE_WHOLE = 0.4
_SECONDS_A_PART = 1.0
_FIRST, _FEWEST = 60, 15
_GROWS, _SHRINKS = 1.1, 0.9
_ROWS_A_PART = 3


def solve_in_parts(
    rows: Rows,
    effort: Effort,
    going_on: GoingOn | None = None,
    *,
    hint: frozenset[int] = frozenset(),
) -> Solved:
    """As ``solve``: the whole first, and if that leaves a gap in a large problem, parts of it until time is up."""
    if len(rows.columns) < LARGE:
        return solve(rows, effort, going_on, hint=hint)
    first = replace(effort, seconds=effort.seconds * _SHARE_OF_THE_WHOLE)
    found = solve(rows, first, going_on, hint=hint or densest(rows))
    chance = np.random.default_rng(effort.seed)
    spent, size = found.seconds, float(_FIRST)
    while found.proof is Proof.FEASIBLE and spent < effort.seconds and not _is_near_enough(found, effort.gap):
        free = _free(rows, chance, int(size))
        taken = set(found.columns)
        held = {each: each in taken for each in range(len(rows.columns)) if rows.columns[each][0] not in free}
        seconds = min(_SECONDS_A_PART, effort.seconds - spent)
        part = replace(effort, seconds=seconds, gap=0.0)
        better = solve(rows, part, going_on, hint=found.columns, fixed=held)
        spent += max(better.seconds, 0.001)
        size = size * _GROWS if better.proof is Proof.OPTIMAL else max(_FEWEST, size * _SHRINKS)
        if better.columns and better.worth > found.worth:
            found = replace(found, columns=better.columns, worth=better.worth)
    return _proven(found)


def _free(rows: Rows, chance: np.random.Generator, size: int) -> set[int]:
    """Places of candidates: every other time any of them, else such as meet in a few limits of money or people."""
    places = range(len(rows.problem.candidates))
    limits = [each for each in rows.rows if each.limit.kind in (Kind.BUDGET, Kind.CAPACITY)]
    if limits and chance.random() < 0.5:
        drawn = chance.choice(len(limits), min(_ROWS_A_PART, len(limits)), replace=False)
        met = {rows.columns[column][0] for number in drawn for column, _ in limits[number].terms}
        pool = sorted(met) or list(places)
    else:
        pool = list(places)
    return set(chance.choice(pool, min(size, len(pool)), replace=False).tolist())


def _is_near_enough(found: Solved, gap: float) -> bool:
    return found.bound - found.worth <= gap * abs(found.worth)


def _proven(found: Solved) -> Solved:
    is_best = found.proof is Proof.FEASIBLE and found.bound < found.worth + 1
    return replace(found, proof=Proof.OPTIMAL) if is_best else found
