"""XML as text, one element a line: large plans have millions of elements, too many to build as objects."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from decimal import Decimal

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


class Elements:
    """Elements in the order in which they were added."""

    def __init__(self) -> None:
        self._parts: list[str] = []

    def add(self, name: str, value: str | int | None) -> None:
        """Nothing is written for ``None``. Text is escaped, but must not hold characters XML forbids."""
        if value is not None:
            text = value.translate(_ESCAPES) if isinstance(value, str) else f"{value:d}"
            self._parts.append(f"<{name}>{text}</{name}>\n")

    def add_all(self, **values: str | int | None) -> None:
        for name, value in values.items():
            self.add(name, value)

    @contextmanager
    def within(self, name: str, attributes: str = "") -> Iterator[None]:
        self._parts.append(f"<{name}{attributes}>\n")
        yield
        self._parts.append(f"</{name}>\n")

    def encoded(self) -> bytes:
        return ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + "".join(self._parts)).encode()


def instant(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment is not None else None


def duration(minutes: int | None) -> str | None:
    if minutes is None:
        return None
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else ''}PT{hours}H{rest}M0S"


def tenths(minutes: int | None) -> int | None:
    return None if minutes is None else minutes * 10


def hundredths(amount: float | None) -> str | None:
    """Money, exactly: 0.1 is 10 and not 10.000000000000002."""
    return None if amount is None else plain_number(Decimal(repr(amount)) * 100)


def plain_number(number: Decimal) -> str:
    """Without an exponent and without zeros that say nothing."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
