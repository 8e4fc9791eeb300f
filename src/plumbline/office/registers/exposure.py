"""What a probability and an impact amount to. The shares and bands are told in docs/methods/registers.md."""

from __future__ import annotations

from decimal import Decimal

from django.db.models import Case, DecimalField, F, Sum, Value, When

SHARES = {1: Decimal("0.1"), 2: Decimal("0.3"), 3: Decimal("0.5"), 4: Decimal("0.7"), 5: Decimal("0.9")}
"""How much of the cost each step of probability stands for: the middle of its fifth."""
HIGH, MEDIUM = 15, 8
_MONEY = DecimalField(max_digits=18, decimal_places=2)


def exposure(probability: int | None, amount: Decimal | None) -> Decimal | None:
    """The share of the cost that has to be reckoned with; ``None`` where either is not known."""
    return None if probability is None or amount is None else SHARES[probability] * amount


def band(score: int | None) -> str:
    """high, medium or low; nothing for what has no score."""
    if score is None:
        return ""
    return "high" if score >= HIGH else "medium" if score >= MEDIUM else "low"


def exposure_sum() -> Sum:
    """Of many entries, in the database."""
    shares = Case(*(When(probability=step, then=Value(share)) for step, share in SHARES.items()), output_field=_MONEY)
    return Sum(F("amount") * shares, output_field=_MONEY)
