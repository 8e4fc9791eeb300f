"""The long work of a selection: what the engine is asked, and its answers as they are kept."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from plumbline.engine.optimisation.selection import (
    Binding,
    Choice,
    Effort,
    Point,
    Problem,
    Proof,
    Reason,
    SolverMissing,
    binding_limits,
    choose,
    frontier,
    in_conflict,
    reasons,
    usage_of,
)
from plumbline.engine.optimisation.selection.sentences import why, worded
from plumbline.engine.stopping import GoingOn
from plumbline.office.foundation.runs import CannotBeDone

SECONDS = 20.0
"""For the choice, and as long again for the reasons, for what limits cost, and for the frontier."""
TURNED_ROUND = 40
_STEPS = 100
_CHOSEN, _EXPLAINED, _BOUND = 30, 60, 75


def calculated(problem: Problem, periods: list[str], going_on: GoingOn) -> dict[str, Any]:
    """Raises ``CannotBeDone`` with what to do, and ``Stopped``."""
    effort = Effort(SECONDS)
    try:
        choice = choose(problem, effort, _from(going_on, 0, _CHOSEN))
        if choice.value is None:
            limits = in_conflict(problem, effort, _from(going_on, _CHOSEN, _STEPS)) if _is_impossible(choice) else []
            return _kept(choice, problem) | {"conflict": [worded(each, periods) for each in limits]}
        told = reasons(problem, choice, effort, _from(going_on, _CHOSEN, _EXPLAINED), asked=_asked(problem, choice))
        binding = binding_limits(problem, choice, effort, _from(going_on, _EXPLAINED, _BOUND))
        points = frontier(problem, effort, _from(going_on, _BOUND, _STEPS))
    except SolverMissing as missing:
        raise CannotBeDone(f"{missing}.") from missing
    except ValueError as fault:
        raise CannotBeDone(f"{str(fault)[:1].upper()}{str(fault)[1:]}.") from fault
    return _kept(choice, problem) | {
        "reasons": {each.name: _reason(each, periods) for each in told},
        "binding": [_binding(each, periods) for each in binding],
        "frontier": [_point(each) for each in points],
    }


def _from(going_on: GoingOn, begin: int, end: int) -> GoingOn:
    return lambda done, total: going_on(begin + (end - begin) * done // max(1, total), _STEPS)


def _is_impossible(choice: Choice) -> bool:
    return choice.proof is Proof.INFEASIBLE


def _asked(problem: Problem, choice: Choice) -> list[str]:
    """All of few candidates; of many those nearest to the line between in and out by value for cost."""
    if len(problem.candidates) <= TURNED_ROUND:
        return [each.name for each in problem.candidates]
    density = {each.name: each.value / (each.all_cost or 1) for each in problem.candidates}
    inside = sorted((density[name], name) for name in choice.starts)
    outside = sorted(((density[each], each) for each in density if each not in choice.starts), reverse=True)
    return [name for _, name in (*inside[: TURNED_ROUND // 2], *outside[: TURNED_ROUND // 2])]


def _kept(choice: Choice, problem: Problem) -> dict[str, Any]:
    used = usage_of(problem, choice.starts)
    return {
        "proof": choice.proof.value,
        "value": _text(choice.value),
        "bound": _text(choice.bound),
        "gap": choice.gap,
        "starts": dict(choice.starts),
        "cost": _text(used.all_cost),
        "cost_by_period": [_text(each) for each in used.cost],
        "roles": {role: [_text(each) for each in amounts] for role, amounts in used.roles.items()},
        "buckets": {name: _text(spent) for name, spent in used.buckets.items() if name},
    }


def _reason(reason: Reason, periods: list[str]) -> dict[str, Any]:
    return {"in": reason.is_in, "why": why(reason, periods), "lost": _text(reason.other.lost) if reason.other else None}


def _binding(binding: Binding, periods: list[str]) -> dict[str, Any]:
    return {
        "limit": worded(binding.limit, periods),
        "gain": _text(binding.gain),
        "enters": list(binding.enters),
        "leaves": list(binding.leaves),
    }


def _point(point: Point) -> dict[str, Any]:
    return {
        "share": float(point.share),
        "budget": _text(point.budget),
        "cost": _text(point.cost),
        "value": _text(point.choice.value),
        "bound": _text(point.choice.bound),
        "proof": point.choice.proof.value,
        "count": len(point.choice.starts),
    }


def _text(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount.normalize():f}"
