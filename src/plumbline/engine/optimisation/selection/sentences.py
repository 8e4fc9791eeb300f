"""Limits and reasons in plain words, for a terminal and for a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from plumbline.engine.optimisation.selection.reasons import Other, Reason
from plumbline.engine.optimisation.selection.rows import Kind, Limit


def amount(number: Decimal) -> str:
    """``1,234.5``: no digit that is not needed."""
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def worded(limit: Limit, periods: Sequence[str] = (), titles: Mapping[str, str] | None = None) -> str:
    """As in ``the budget of 2027-Q1``. ``titles`` are the names of candidates as people know them."""
    of = dict(titles or {})
    name, other = of.get(limit.name, limit.name), of.get(limit.other, limit.other)
    when = ""
    if limit.period is not None:
        when = f" of {periods[limit.period]}" if limit.period < len(periods) else f" of period {limit.period + 1}"
    words = {
        Kind.ONCE: f"the periods in which {name} can start",
        Kind.MUST: f"that {name} must be in",
        Kind.NEEDS: f"that {name} needs {other}",
        Kind.GROUP: f"the rule “{name}”",
        Kind.BUDGET: f"the budget{when}",
        Kind.TOTAL_BUDGET: "the budget in all",
        Kind.CAPACITY: f"the capacity of {name}{when}",
        Kind.LEAST_SHARE: f"the least share of {name}",
        Kind.MOST_SHARE: f"the most share of {name}",
    }
    return words[limit.kind]


def why(reason: Reason, periods: Sequence[str] = (), titles: Mapping[str, str] | None = None) -> str:
    """Why it is in or out; and, where that was solved, what the other way round would be worth less."""
    of = dict(titles or {})
    said = _in(reason, of) if reason.is_in else _out(reason, periods, of)
    return f"{said} {_other(reason, reason.other, of)}".strip() if reason.other else said


def _in(reason: Reason, titles: Mapping[str, str]) -> str:
    if reason.must:
        return "It must be in."
    if reason.needed_by:
        return (
            f"It is in, and {_names(reason.needed_by, titles)} {'needs' if len(reason.needed_by) == 1 else 'need'} it."
        )
    return "It is in for its value."


def _out(reason: Reason, periods: Sequence[str], titles: Mapping[str, str]) -> str:
    if reason.is_not_worth_it:
        return "It would fit, and adds nothing."
    return f"It would need {_listed([_lack(*each, periods, titles) for each in reason.lacks])}."


def _lack(limit: Limit, lacks: Decimal, periods: Sequence[str], titles: Mapping[str, str]) -> str:
    if limit.kind is Kind.NEEDS:
        return f"{titles.get(limit.other, limit.other)} to be in"
    if limit.kind is Kind.GROUP:
        return f"another left out by {worded(limit, periods, titles)}"
    if limit.kind is Kind.ONCE:
        return "a start within the periods"
    return f"{amount(lacks)} more than {worded(limit, periods, titles)} leaves"


def _other(reason: Reason, other: Other, titles: Mapping[str, str]) -> str:
    turned = "Without it" if reason.is_in else "With it"
    if other.is_possible is False:
        return f"{turned} no choice keeps all limits."
    if other.lost is None:
        return f"{turned} no choice was found in time."
    enters, leaves = ([each for each in names if each != reason.name] for names in (other.enters, other.leaves))
    swaps = [f"{_names(enters, titles)} would come in"] if enters else []
    swaps += [f"{_names(leaves, titles)} would go"] if leaves else []
    what = f": {_listed(swaps)}." if swaps else "."
    if other.lost <= 0:
        return f"{turned} as much could be had{what}"
    sure = "" if other.is_proven else " at most, as far as was found"
    return f"{turned} the best choice is worth {amount(other.lost)} less{sure}{what}"


def _names(names: Sequence[str], titles: Mapping[str, str], most: int = 4) -> str:
    shown = [titles.get(each, each) for each in names]
    return _listed(shown if len(shown) <= most else [*shown[: most - 1], f"{len(shown) - most + 1} more"])


def _listed(parts: Sequence[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
