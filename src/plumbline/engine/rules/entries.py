"""Entries of registers as rules count them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from plumbline.engine.facts import PromiseFact, RiskFact
from plumbline.engine.rules.rule import Count, Offender, not_assessable


def count_risks(risks: tuple[RiskFact, ...] | None, defect: Callable[[RiskFact], str]) -> Count:
    """How many open risks have a defect; ``defect`` says which, or nothing."""
    if risks is None:
        return not_assessable("Nobody has entered a risk yet. Enter the risks that people talk about.")
    if not risks:
        return not_assessable("No risk is open at present.")
    found = [(each, said) for each in risks if (said := defect(each))]
    return Count(len(found), len(risks), tuple(offender(each, said) for each, said in found))


def count_overdue(promises: tuple[PromiseFact, ...] | None, day: date, what: str) -> Count:
    """How many lie past their day; one without a day is never late. ``what`` is one of them in a word."""
    if promises is None:
        return not_assessable(f"Nobody has entered one {what} yet.")
    if not promises:
        return not_assessable(f"No {what} is open at present.")
    late = [(each, (day - each.due_on).days) for each in promises if each.due_on and each.due_on < day]
    offenders = tuple(offender(each, f"{days} day{'' if days == 1 else 's'} late") for each, days in late)
    return Count(len(late), len(promises), offenders)


def offender(entry: RiskFact | PromiseFact, detail: str) -> Offender:
    """Its ``uid`` is of the form ``entry-<key>``, which no activity has."""
    return Offender(f"entry-{entry.key}", entry.reference, entry.title, detail)
