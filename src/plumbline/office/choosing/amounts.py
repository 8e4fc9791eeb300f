"""Amounts by period as people type them, and as they are kept: texts of decimals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation

from django.core.exceptions import ValidationError

from plumbline.engine.optimisation.selection.problem import MOST_AMOUNT, MOST_PERIODS

MOST_NAMES = 60
_NO_LIMIT = {"-", "–"}


def read_list(text: str, *, may_be_open: bool = False) -> list[str | None]:
    """``"200, 150"`` or one a line; with ``may_be_open`` a dash has no limit. Raises ``ValidationError``."""
    parts = [each.strip() for each in text.replace(";", ",").replace("\n", ",").split(",")]
    found: list[str | None] = []
    for each in parts if any(parts) else []:
        found.append(None if may_be_open and each in _NO_LIMIT else _amount(each))
    if len(found) > MOST_PERIODS:
        raise ValidationError(f"There are at most {MOST_PERIODS} periods.")
    return found


def read_lines(text: str, *, may_be_open: bool = False) -> dict[str, list[str | None]]:
    """``"tester: 1, 2"``, one a line. Raises ``ValidationError`` with the line."""
    found: dict[str, list[str | None]] = {}
    for line in filter(str.strip, text.splitlines()):
        name, colon, amounts = line.partition(":")
        if not (colon and name.strip() and amounts.strip()):
            raise ValidationError(f"“{line.strip()}”: write a name, a colon, and amounts parted by commas.")
        if len(name.strip()) > MOST_NAMES or name.strip() in found:
            raise ValidationError(f"“{name.strip()}”: names are short, and each stands once.")
        found[name.strip()] = read_list(amounts, may_be_open=may_be_open)
    if len(found) > MOST_NAMES:
        raise ValidationError(f"There are at most {MOST_NAMES} lines.")
    return found


def shown_list(amounts: Sequence[str | None]) -> str:
    return ", ".join("–" if each is None else plain(Decimal(each)) for each in amounts)


def shown_lines(by_name: Mapping[str, Sequence[str | None]]) -> str:
    return "\n".join(f"{name}: {shown_list(each)}" for name, each in by_name.items())


def plain(amount: Decimal) -> str:
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _amount(text: str) -> str:
    try:
        amount = Decimal(text.replace(" ", "").replace("\u00a0", ""))
    except InvalidOperation:
        raise ValidationError(
            f"“{text}” is not a number. Part the periods by commas, and write 1.5 with a dot."
        ) from None
    if not amount.is_finite() or not 0 <= amount < MOST_AMOUNT or amount != round(amount, 2):
        raise ValidationError(f"“{text}”: amounts are not below zero and have at most two decimal places.")
    return plain(amount)
