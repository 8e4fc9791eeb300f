"""What people type into a cell: durations, dates, percents. What is unclear is refused with what to write instead."""

from __future__ import annotations

from datetime import datetime, time

from plumbline.engine.editing.refusal import CannotEdit
from plumbline.engine.readers.table.amounts import UnclearAmount, duration_of, number_of
from plumbline.engine.readers.table.dates import Order, UnclearDate, instant_of
from plumbline.engine.schedule import Uid

NOTHING = ("", "-", "na", "n/a", "none")


def refused(error: Exception | str, row: Uid | None, field: str) -> CannotEdit:
    """The sentence of a reader as that of an edit."""
    message = str(error).rstrip(".")
    return CannotEdit(f"{message[:1].upper()}{message[1:]}.", row=row, field=field)


def minutes_in(text: str, minutes_per_day: int, row: Uid | None, field: str) -> tuple[int, bool]:
    """Minutes, and whether they are elapsed. A bare number is days. Raises CannotEdit."""
    try:
        minutes, elapsed = duration_of(text, minutes_per_day=minutes_per_day)
    except UnclearAmount as error:
        raise refused(error, row, field) from None
    if minutes < 0:
        raise CannotEdit(f"'{text[:40]}' is negative; write how long it takes.", row=row, field=field)
    return minutes, elapsed


def instant_in(text: str, otherwise: time, row: Uid | None, field: str) -> datetime | None:
    """``None`` for an empty text. A date that could be two is refused. Raises CannotEdit."""
    if text.strip().lower() in NOTHING:
        return None
    try:
        return instant_of(text.strip(), Order.UNKNOWN, otherwise)
    except UnclearDate as error:
        raise refused(error, row, field) from None


def percent_in(text: str, row: Uid | None, field: str) -> float:
    """``50`` and ``50 %`` are one half. Raises CannotEdit."""
    try:
        percent = number_of(text) if text.strip() else 0.0
    except UnclearAmount as error:
        raise refused(f"{error}; write a percent from 0 to 100", row, field) from None
    if not 0 <= percent <= 100:
        raise CannotEdit(f"'{text[:40]}' has to be a percent from 0 to 100.", row=row, field=field)
    return percent


def in_one_line(text: str) -> str:
    return " ".join(part.strip() for part in text.splitlines() if part.strip())
