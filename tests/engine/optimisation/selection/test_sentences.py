"""Limits and reasons in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from plumbline.engine.optimisation.selection import Kind, Limit, Other, Reason
from plumbline.engine.optimisation.selection.sentences import amount, why, worded

TITLES = {"A": "Pier", "B": "Crane", "C": "Fence", "D": "Lamps", "E": "Cable", "F": "Ramp"}


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (Reason("A", 0, must=True), "It must be in."),
        (Reason("A", 0, needed_by=("B",)), "It is in, and Crane needs it."),
        (Reason("A", None), "It would fit, and adds nothing."),
        (Reason("A", None, lacks=((Limit(Kind.NEEDS, "A", None, "B"), Decimal(1)),)), "It would need Crane to be in."),
        (
            Reason("A", None, lacks=((Limit(Kind.CAPACITY, "Crew", 1), Decimal("2.50")),)),
            "It would need 2.5 more than the capacity of Crew of H2 leaves.",
        ),
        (
            Reason("A", 0, other=Other(True, Decimal(10), True, ("B", "C", "D", "E", "F"), ("A",))),
            "It is in for its value. Without it the best choice is worth 10 less: "
            "Crane, Fence, Lamps and 2 more would come in.",
        ),
        (Reason("A", 0, other=Other(False)), "It is in for its value. Without it no choice keeps all limits."),
        (
            Reason("A", None, other=Other(True, Decimal(0), False, ("A",), ())),
            "It would fit, and adds nothing. With it as much could be had.",
        ),
    ],
)
def test_a_reason_is_a_sentence(reason: Reason, said: str) -> None:
    assert why(reason, ("H1", "H2"), TITLES) == said


def test_every_limit_has_words() -> None:
    assert len({worded(Limit(kind, "A", None, "B"), (), TITLES) for kind in Kind}) == len(Kind)
    assert worded(Limit(Kind.BUDGET, "", 4), ("H1",)) == "the budget of period 5"


def test_amounts_have_no_digit_that_is_not_needed() -> None:
    assert [amount(Decimal(each)) for each in ("1234.50", "1200", "0.25")] == ["1,234.5", "1,200", "0.25"]
