"""The efficient frontier: the best value for each level of budget."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from plumbline.engine.optimisation.selection.choice import Choice, Effort, Proof
from plumbline.engine.optimisation.selection.choose import choose
from plumbline.engine.optimisation.selection.parts import of_whole
from plumbline.engine.optimisation.selection.problem import DECIMALS, Problem
from plumbline.engine.optimisation.selection.usage import usage_of
from plumbline.engine.stopping import GoingOn, go_on_or_stop

POINTS = 20


@dataclass(frozen=True, slots=True)
class Point:
    """``share`` of today's budget, ``budget`` in all, ``cost`` of what is chosen of it."""

    share: Decimal
    budget: Decimal
    cost: Decimal | None
    choice: Choice


def frontier(
    problem: Problem,
    effort: Effort = Effort(),  # noqa: B008
    going_on: GoingOn | None = None,
    *,
    points: int = POINTS,
    up_to: Decimal = Decimal(2),
) -> list[Point]:
    """The best choice with ``1/points`` to all of ``up_to`` times today's budgets, each for an even part of ``effort``.

    Capacities and other limits stay. Without a budget, what all candidates cost is taken for it, up to once. Each
    point begins with the choice of the one before, so value never falls. Raises ``Stopped``.
    """
    problem, most = _with_budget(problem, up_to)
    share = replace(effort, seconds=effort.seconds / points)
    found: list[Point] = []
    last: Mapping[str, int] = {}
    for number in range(1, points + 1):
        go_on_or_stop(going_on, number - 1, points)
        part = most * number / points
        within = of_whole(going_on, number - 1, points)
        scaled = _scaled(problem, part)
        choice = _not_worse(choose(scaled, share, within, hint=last), found)
        last = choice.starts or last
        cost = usage_of(scaled, choice.starts).all_cost if choice.value is not None else None
        found.append(Point(part, _all_of(scaled), cost, choice))
    return found


def _not_worse(choice: Choice, before: list[Point]) -> Choice:
    """What could be had for less can be had for more, even if the time was too short to find it again."""
    if not before or choice.proof is Proof.OPTIMAL:
        return choice
    least = before[-1].choice
    if least.value is not None and (choice.value is None or choice.value < least.value):
        return Choice(Proof.FEASIBLE, least.starts, least.value, choice.bound)
    return choice


def _with_budget(problem: Problem, up_to: Decimal) -> tuple[Problem, Decimal]:
    if problem.total_budget is not None or any(each is not None for each in problem.budget):
        return problem, up_to
    total = sum((each.all_cost for each in problem.candidates), Decimal(0))
    return replace(problem, total_budget=total), Decimal(1)


def _scaled(problem: Problem, part: Decimal) -> Problem:
    return replace(
        problem,
        budget=tuple(None if each is None else round(each * part, DECIMALS) for each in problem.budget),
        total_budget=None if problem.total_budget is None else round(problem.total_budget * part, DECIMALS),
    )


def _all_of(problem: Problem) -> Decimal:
    by_period = [each for each in problem.budget if each is not None]
    together = sum(by_period, Decimal(0))
    if problem.total_budget is None:
        return together
    return min(problem.total_budget, together) if by_period else problem.total_budget
