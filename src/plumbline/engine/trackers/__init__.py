"""What teams' trackers export, as work items. Each module here with a ``TRACKER`` knows one tracker.

Tables come as rows that somebody has read from CSV or Excel, documents as JSON that somebody has parsed.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from datetime import UTC, tzinfo
from functools import cache
from typing import Any, cast

from plumbline.engine.readers.table.dates import Order
from plumbline.engine.trackers.sheet import FIELDS, Reading, Sheet, columns_for, raw_rows
from plumbline.engine.trackers.tracker import Reader, Tracker, UnreadableDocument
from plumbline.engine.trackers.understanding import Understood, understand
from plumbline.engine.trackers.work_item import Category, Problem, Raw, StateMap, WorkItem, squeezed

__all__ = [
    "FIELDS",
    "Category",
    "Problem",
    "Raw",
    "Reader",
    "Reading",
    "Sheet",
    "StateMap",
    "Tracker",
    "Understood",
    "UnknownTracker",
    "UnreadableDocument",
    "WorkItem",
    "columns_for",
    "items_of_document",
    "items_of_sheet",
    "recognised_document",
    "recognised_sheet",
    "squeezed",
    "tracker_named",
    "trackers",
    "understand",
]

ANY = "table"
"""The tracker that any table and the plain JSON are of."""


class UnknownTracker(LookupError):
    """There is no module for this tracker; the message names those there are."""


@cache
def trackers() -> dict[str, Reader]:
    """Every module of this folder that knows a tracker, by its name; the one for any table comes last."""
    modules = {each.name: importlib.import_module(f"{__name__}.{each.name}") for each in pkgutil.iter_modules(__path__)}
    found = {name: cast(Reader, each) for name, each in modules.items() if isinstance(_described(each), Tracker)}
    return dict(sorted(found.items(), key=lambda each: (each[0] == ANY, each[0])))


def tracker_named(name: str) -> Reader:
    """Raises ``UnknownTracker``."""
    if name not in trackers():
        raise UnknownTracker(f"There is no tracker '{name}'; there are: {', '.join(trackers())}.")
    return trackers()[name]


def recognised_sheet(columns: tuple[str, ...]) -> str:
    """The name of the tracker whose signs the headings have, the one with the most; else that of any table."""
    there = {squeezed(each) for each in columns}
    fitting = {name: len(each.TRACKER.signs) for name, each in trackers().items() if each.TRACKER.signs <= there}
    known = [name for name, signs in fitting.items() if signs]
    return max(known, key=lambda name: _fit(name, there)) if known else ANY


def recognised_document(document: Any) -> str | None:
    """The name of the tracker that knows such a document; ``None`` if none does."""
    return next((name for name, each in trackers().items() if each.recognises(document)), None)


def items_of_sheet(
    sheet: Sheet,
    states: StateMap,
    columns: Mapping[str, str],
    *,
    zone: tzinfo = UTC,
    order: Order = Order.UNKNOWN,
) -> Understood:
    """The items of a table; ``columns``: field to heading, ``zone``: of moments that do not say theirs."""
    problems: list[Problem] = []
    raws = list(raw_rows(sheet, Reading(columns, zone, order), problems))
    return understand(raws, states, problems)


def items_of_document(document: Any, tracker: str, states: StateMap) -> Understood:
    """The items of a JSON document. Raises ``UnknownTracker`` and ``UnreadableDocument``."""
    problems: list[Problem] = []
    raws: list[Raw] = []
    before = 0
    for raw in tracker_named(tracker).raw_items(document, problems):
        if len(problems) == before:
            raws.append(raw)
        before = len(problems)
    return understand(raws, states, problems)


def _described(module: object) -> object:
    return getattr(module, "TRACKER", None)


def _fit(name: str, there: set[str]) -> int:
    headings = trackers()[name].TRACKER.headings
    return sum(any(squeezed(each) in there for each in wanted) for wanted in headings.values())
