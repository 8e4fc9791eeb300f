"""Cells as what they are meant to be. What could mean two things is refused, not guessed."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TypeVar

from plumbline.engine.readers.table.dates import Order, UnclearDate, instant_of, order_of
from plumbline.office.foundation.tabular.table import Cell, Row

Value = TypeVar("Value")
DateOrder = Order

_NOTHING = {"", "-", "–", "—", "n/a", "na", "#n/a", "n.a.", "none", "nil", "null", "tbc", "tbd", "not applicable"}
_MONTH = re.compile(r"([^\W\d]{3,9})\.?[\s-]+(\d{4}|\d{2})|(\d{1,2})/(\d{4})|(\d{4})-(\d{2})")
_YEAR = re.compile(r"(19|2[01])\d\d")
_SERIAL_BEGINS = datetime(1899, 12, 30)
_SERIALS = range(20_000, 110_000)
_AMOUNT = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?")
_CURRENCY = re.compile(r"^(?:[A-Z]{3}\b|[A-Z]{0,2}\$|[£€¥₹])\s*|\s*(?:\b[A-Z]{3}|[£€¥₹$])$")
_FACTOR = re.compile(r"\s*(k|thousand|m|mn|mm|million|bn|b|billion)\.?$", re.IGNORECASE)
_FACTORS = {"k": 1_000, "t": 1_000, "m": 1_000_000, "b": 1_000_000_000}
_LONGEST_SHOWN = 80
_LARGEST = Decimal(10) ** 14


class UnclearCell(ValueError):
    """A cell that is not what it should be; the message says what to write."""


@dataclass(frozen=True, slots=True)
class CellProblem:
    place: str
    column: str
    value: str
    reason: str


def read_cell(row: Row, column: str, read: Callable[[Cell], Value], problems: list[CellProblem]) -> Value | None:
    """What ``read`` makes of the cell; ``None``, and one problem more, where it cannot."""
    try:
        return read(row[column])
    except UnclearCell as unclear:
        shown = as_text(row[column])
        problems.append(CellProblem(row.place, column, shown[:_LONGEST_SHOWN], str(unclear)))
        return None


def as_text(cell: Cell, longest: int | None = None) -> str:
    """Stripped; a whole number without decimals, a day without midnight. Raises ``UnclearCell`` if it is too long."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        text = str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else f"{cell:.12g}"
    elif isinstance(cell, datetime):
        text = f"{cell:%Y-%m-%d}" if cell.time() == time(0) else f"{cell:%Y-%m-%d %H:%M}"
    else:
        text = str(cell).strip()
    if longest is not None and len(text) > longest:
        raise UnclearCell(f"It has {len(text):,} characters; at most {longest:,} can be kept.")
    return text


def as_choice(cell: Cell, choices: Mapping[str, Value]) -> Value | None:
    """By word, whatever its case and spaces; ``None`` if empty."""
    text = squeezed(as_text(cell))
    if not text:
        return None
    known = {squeezed(word): value for word, value in choices.items()}
    if text not in known:
        raise UnclearCell(f"It is none of: {', '.join(choices)}.")
    return known[text]


def squeezed(text: str) -> str:
    return re.sub(r"\s*/\s*", "/", " ".join(text.split())).casefold()


def as_date(cell: Cell, order: DateOrder = DateOrder.UNKNOWN, *, last_day: bool = True) -> date | None:
    """``None`` if nothing is said. A month or a year alone stands for its last day, or its first.

    ``order`` says whether 03/04 is the third of April or the fourth of March; where unknown it is refused.
    """
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = as_text(cell)
    if is_nothing(text):
        return None
    if text.isdecimal() and len(text) == 5 and int(text) in _SERIALS:
        return (_SERIAL_BEGINS + timedelta(days=int(text))).date()
    if match := _MONTH.fullmatch(text):
        return _of_month(text, match, order, last_day)
    if _YEAR.fullmatch(text):
        return date(int(text), 12, 31) if last_day else date(int(text), 1, 1)
    try:
        bare = text.removesuffix("Z")
        return instant_of(bare, order_of([bare]) if order is DateOrder.UNKNOWN else order, time(0)).date()
    except UnclearDate as unclear:
        raise UnclearCell(_sentence(str(unclear))) from None


def date_order_of(cells: Iterable[Cell]) -> DateOrder:
    """A column is written one way: a single 13/04 settles all its dates."""
    return order_of(cell for cell in cells if isinstance(cell, str))


def as_money(cell: Cell, *, scale: int = 1, decimal_mark: str = ".") -> Decimal | None:
    """``None`` if nothing is said. A bare number counts in ``scale``; "£1.2m" says for itself. "(123)" is negative."""
    if isinstance(cell, bool | date | time):
        raise UnclearCell("It is not an amount; write digits only.")
    if isinstance(cell, int | float):
        return _checked(Decimal(str(cell)) * scale)
    text = as_text(cell)
    if is_nothing(text):
        return None
    bare = text.replace("\xa0", " ").replace("−", "-")
    is_negative = bare.startswith("(") and bare.endswith(")")
    bare = bare.strip("() ") if is_negative else bare
    if bare[:1] in "+-":
        is_negative, bare = is_negative or bare[0] == "-", bare[1:].strip()
    bare = _CURRENCY.sub("", _CURRENCY.sub("", bare)).strip()
    if bare[:1] == "-":
        is_negative, bare = True, bare[1:].strip()
    factor = _FACTOR.search(bare)
    bare = bare[: factor.start()] if factor else bare
    if decimal_mark == ",":
        bare = bare.translate(str.maketrans(",.", ".,"))
    bare = re.sub(r"(?<=\d)[ '’](?=\d{3}\b)", ",", bare)
    match = _AMOUNT.fullmatch(bare)
    if not bare or match is None:
        raise UnclearCell(f"It is not an amount; write it as 1234{decimal_mark}50, or leave the cell empty.")
    amount = Decimal(bare.replace(",", "")) * (_FACTORS[factor.group(1)[0].lower()] if factor else scale)
    return _checked(-amount if is_negative else amount)


def is_nothing(text: str) -> bool:
    return text.strip().casefold() in _NOTHING


def _checked(amount: Decimal) -> Decimal:
    if not amount.is_finite() or abs(amount) >= _LARGEST:
        raise UnclearCell("The amount cannot be right; it has more than 14 digits. Look at the scale of the money.")
    return amount.quantize(Decimal("0.01"))


def _of_month(text: str, match: re.Match[str], order: DateOrder, last_day: bool) -> date:
    name, short_year, month, year, iso_year, iso_month = match.groups()
    if name:
        try:
            first = instant_of(f"1 {name} {short_year}", order, time(0)).date()
        except UnclearDate:
            raise UnclearCell(f"'{text[:40]}' is not a date; write it as 2026-03-31.") from None
    else:
        number = int(month or iso_month)
        if not 1 <= number <= 12:
            raise UnclearCell(f"'{text[:40]}' is not a date; write it as 2026-03-31.")
        first = date(int(year or iso_year), number, 1)
    return first.replace(day=calendar.monthrange(first.year, first.month)[1]) if last_day else first


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."
