"""Rows of a table as items: which heading fills which field, and cells that cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any, Protocol

from plumbline.engine.readers.table.dates import Order, order_of
from plumbline.engine.trackers.moments import UnclearMoment, moment_of
from plumbline.engine.trackers.work_item import Problem, Raw, squeezed

FIELDS: dict[str, str] = {
    "key": "Key",
    "title": "Title",
    "type": "Kind of work",
    "state": "State",
    "labels": "Labels or tags",
    "parent": "Key of the parent",
    "url": "Address",
    "changed_at": "Changed on",
    "created_at": "Created on",
    "started_at": "Started on",
    "ended_at": "Ended on",
}
"""What a column may fill, with what it is called on screen."""
MOMENTS = ("changed_at", "created_at", "started_at", "ended_at")
_REPEATED = re.compile(r"^(.*?)(?: \(\d+\))?$")
_LABELS_APART = re.compile(r"[,;|]")
_LONGEST_SHOWN = 80


class Row(Protocol):
    """One row; ``place`` is where it stands in the file."""

    @property
    def place(self) -> str: ...

    def __getitem__(self, column: str) -> object: ...


class Sheet(Protocol):
    """A table. Of a heading that stands several times the second is called ``Labels (2)``."""

    @property
    def columns(self) -> Sequence[str]: ...

    @property
    def rows(self) -> Sequence[Row]: ...


@dataclass(frozen=True, slots=True)
class Reading:
    """How a table is read: field to heading, the zone of moments without one, the order of 03/04."""

    columns: Mapping[str, str]
    zone: tzinfo
    order: Order = Order.UNKNOWN


def columns_for(sheet: Sheet, headings: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Field to heading, the first of the wanted ones that the table has; compared without regard to case."""
    there = {squeezed(each): each for each in reversed(sheet.columns)}
    found = {}
    for name, wanted in headings.items():
        fitting = [there[squeezed(each)] for each in wanted if squeezed(each) in there]
        if fitting:
            found[name] = fitting[0]
    return found


def raw_rows(sheet: Sheet, reading: Reading, problems: list[Problem]) -> Iterator[Raw]:
    """Each row with anything in it; a row with a cell that cannot be read is a problem instead."""
    repeated = _columns_called(sheet, reading.columns.get("labels", ""))
    orders = {name: _order(sheet, reading, name) for name in MOMENTS if name in reading.columns}
    for row in sheet.rows:
        if all(_text(row[each]) == "" for each in sheet.columns):
            continue
        before = len(problems)
        labels = [each for column in repeated for each in _LABELS_APART.split(_text(row[column]))]
        given: dict[str, Any] = {
            **{name: _text(row[reading.columns[name]]) if name in reading.columns else "" for name in _TEXTS},
            **{name: _moment(row, reading, name, order, problems) for name, order in orders.items()},
            "labels": tuple(each.strip() for each in labels if each.strip()),
        }
        if len(problems) == before:
            yield Raw(row.place, **given)


_TEXTS = ("key", "title", "type", "state", "parent", "url")


def _columns_called(sheet: Sheet, heading: str) -> list[str]:
    """Jira gives each label a column of its own, all under one heading."""
    if not heading:
        return []
    match = _REPEATED.match(heading)
    base = match.group(1) if match else heading
    return [each for each in sheet.columns if (found := _REPEATED.match(each)) and found.group(1) == base]


def _order(sheet: Sheet, reading: Reading, name: str) -> Order:
    if reading.order is not Order.UNKNOWN:
        return reading.order
    column = reading.columns[name]
    return order_of(cell for each in sheet.rows if isinstance(cell := each[column], str))


def _moment(row: Row, reading: Reading, name: str, order: Order, problems: list[Problem]) -> datetime | None:
    column = reading.columns[name]
    try:
        return moment_of(row[column], reading.zone, order)
    except UnclearMoment as unclear:
        reason = str(unclear)
        problems.append(
            Problem(row.place, column, _text(row[column])[:_LONGEST_SHOWN], f"{reason[0].upper()}{reason[1:]}.")
        )
        return None


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())
