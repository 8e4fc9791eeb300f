"""A file as it was handed in: what it is, and what its items are under a connector's map."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from plumbline.engine import trackers
from plumbline.engine.readers.table.dates import Order
from plumbline.engine.trackers import FIELDS, StateMap, Understood, UnreadableDocument, tracker_named
from plumbline.office.foundation.json_answers import Refused, json_in
from plumbline.office.foundation.tabular import Limits, Table, UnreadableTable, read_table
from plumbline.office.work_items.models import Connector

MOST_BYTES = 20_000_000
LIMITS = Limits(size=MOST_BYTES, rows=50_000)
LEFT_OUT = "left out"
"""Instead of a category: items in this state are not taken."""
ORDERS = {"": Order.UNKNOWN, "day first": Order.DAY_FIRST, "month first": Order.MONTH_FIRST}


class UnreadableExport(ValueError):
    """The file holds no work items; the message says why and what to do."""


@dataclass(frozen=True)
class Opened:
    """Either a ``table`` or a ``document``; ``tracker`` is whose it seems to be."""

    tracker: str
    table: Table | None = None
    document: Any = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Settings:
    """How a connector reads: ``columns`` field to heading, ``states`` word to category or to ``LEFT_OUT``."""

    columns: Mapping[str, str] = field(default_factory=dict)
    states: Mapping[str, str] = field(default_factory=dict)
    date_order: str = ""

    @classmethod
    def of(cls, connector: Connector) -> Settings:
        return cls(connector.columns, connector.states, connector.date_order)


def opened(data: bytes) -> Opened:
    """Raises ``UnreadableExport``."""
    if len(data) > MOST_BYTES:
        raise UnreadableExport(f"The file is larger than {MOST_BYTES // 1_000_000} MB. Export fewer items at a time.")
    if data.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \r\n\t")[:1] in (b"{", b"["):
        return _document(data)
    try:
        table = read_table(data, limits=LIMITS)
    except UnreadableTable as error:
        raise UnreadableExport(str(error)) from error
    return Opened(trackers.recognised_sheet(table.columns), table=table, remarks=table.remarks)


def columns_of(found: Opened, connector: Connector) -> dict[str, str]:
    """The saved columns that the table has, else those that the tracker's tables usually have."""
    assert found.table is not None
    there = set(found.table.columns)
    saved = {name: heading for name, heading in connector.columns.items() if heading in there}
    if saved and len(saved) == len(connector.columns):
        return saved
    return {**trackers.columns_for(found.table, tracker_named(connector.tracker).TRACKER.headings), **saved}


def understood(found: Opened, connector: Connector, settings: Settings) -> Understood:
    """The items under these settings. Raises ``UnreadableExport``."""
    states = state_map(connector.tracker, settings.states)
    if found.table is not None:
        if "key" not in settings.columns:
            raise UnreadableExport("Say which column holds the key of an item, such as its number.")
        chosen = {name: each for name, each in settings.columns.items() if name in FIELDS}
        zone = ZoneInfo(connector.project.organisation.time_zone)
        return trackers.items_of_sheet(found.table, states, chosen, zone=zone, order=ORDERS[settings.date_order])
    try:
        return trackers.items_of_document(found.document, found.tracker, states)
    except UnreadableDocument as error:
        raise UnreadableExport(str(error)) from error


def state_map(tracker: str, own: Mapping[str, str]) -> StateMap:
    """What the tracker comes with, under what was said for the connector."""
    told = {trackers.squeezed(word): category for word, category in own.items()}
    usual = StateMap.of(tracker_named(tracker).TRACKER.states).words
    kept = {word: category for word, category in usual.items() if told.get(word) != LEFT_OUT}
    return StateMap({**kept, **StateMap.of({w: c for w, c in told.items() if c != LEFT_OUT}).words})


def _document(data: bytes) -> Opened:
    try:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            data = data.decode("utf-16").encode()
        document = json_in(data)
    except Refused as refused:
        raise UnreadableExport(f"{refused} {refused.told['remedy']}") from refused
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise UnreadableExport("It is no JSON in UTF-8 or UTF-16. Export it again.") from error
    tracker = trackers.recognised_document(document)
    if tracker is None:
        raise UnreadableExport(
            "This JSON is of no tracker that is known, or it has no items. Export the list of items itself, as the "
            "guide to work items shows for each tracker."
        )
    return Opened(tracker, document=document, remarks=("Read as JSON.",))
