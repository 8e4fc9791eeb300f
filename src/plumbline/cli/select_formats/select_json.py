"""``plumbline select --format json``; the contract is docs/json/select.schema.json."""

from __future__ import annotations

from decimal import Decimal
from math import isfinite

from plumbline.cli.json_text import Json, json_text, problems
from plumbline.cli.selected import Selected
from plumbline.engine.optimisation.selection import Choice, Limit, Other, Problem, Reason, usage_of
from plumbline.engine.optimisation.selection.file import SelectionFile
from plumbline.engine.optimisation.selection.sentences import why


def document(selected: Selected) -> str:
    read, choice = selected.read, selected.choice
    content: Json = {
        "file": selected.file,
        "title": read.title if read else "",
        "exit_code": int(selected.exit_code),
        "periods": list(read.periods) if read else [],
        "proof": choice.proof if choice else None,
        "value": _number(choice.value) if choice else None,
        "bound": _number(choice.bound) if choice else None,
        "gap": _finite(choice.gap) if choice else None,
        "cost": _number(usage_of(read.problem, choice.starts).all_cost) if read and choice else None,
        "chosen": [each.name for each in selected.reasons if each.is_in],
        "candidates": [_candidate(each, read) for each in selected.reasons if read],
        "limits": _limits(read.problem, choice) if read and choice and choice.value is not None else [],
        "binding": [
            {"limit": _limit(each.limit), "gain": _number(each.gain)}
            | {"enters": list(each.enters), "leaves": list(each.leaves)}
            for each in selected.binding
        ],
        "conflict": [_limit(each) for each in selected.conflict],
        "frontier": [
            {
                "budget": _number(each.budget),
                "cost": _number(each.cost),
                "value": _number(each.choice.value),
                "bound": _number(each.choice.bound),
                "proof": each.choice.proof,
                "chosen": list(each.choice.starts),
            }
            for each in selected.frontier
        ],
        "problems": problems(selected.problems),
    }
    return json_text("select", content)


def _candidate(reason: Reason, read: SelectionFile) -> Json:
    candidate = read.problem.by_name[reason.name]
    return {
        "name": reason.name,
        "title": read.titles[reason.name],
        "chosen": reason.is_in,
        "start": reason.start + 1 if reason.start is not None else None,
        "value": _number(candidate.value if reason.start is None else candidate.worth(reason.start)),
        "cost": _number(candidate.all_cost),
        "must": reason.must,
        "needed_by": list(reason.needed_by),
        "lacks": [{"limit": _limit(limit), "amount": _number(lacks)} for limit, lacks in reason.lacks],
        "other": _other(reason.other) if reason.other else None,
        "reason": why(reason, read.periods, read.titles),
    }


def _other(other: Other) -> Json:
    return {
        "possible": other.is_possible,
        "lost": _number(other.lost),
        "proven": other.is_proven,
        "enters": list(other.enters),
        "leaves": list(other.leaves),
    }


def _limit(limit: Limit) -> Json:
    return {
        "kind": limit.kind,
        "name": limit.name,
        "other": limit.other,
        "period": limit.period + 1 if limit.period is not None else None,
    }


def _limits(problem: Problem, choice: Choice) -> list[Json]:
    used = usage_of(problem, choice.starts)
    rows = [("budget", "", period, used.cost[period], most) for period, most in enumerate(problem.budget)]
    if problem.total_budget is not None:
        rows.append(("total budget", "", -1, used.all_cost, problem.total_budget))
    for role, capacity in problem.capacity.items():
        rows += [("capacity", role, period, used.roles[role][period], most) for period, most in enumerate(capacity)]
    return [
        {
            "kind": kind,
            "name": name,
            "period": period + 1 if period >= 0 else None,
            "used": _number(taken),
            "most": _number(most),
        }
        for kind, name, period, taken, most in rows
        if most is not None
    ]


def _number(amount: Decimal | None) -> float | int | None:
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _finite(number: float | None) -> float | None:
    return number if number is not None and isfinite(number) else None
