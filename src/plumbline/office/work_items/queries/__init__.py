"""Questions about work items."""

from plumbline.office.work_items.queries.found import ItemFilters, connector, connectors, file, item
from plumbline.office.work_items.queries.page import Page, Work, items_of, work_of
from plumbline.office.work_items.queries.started import ended_on_of, started_on_of

__all__ = [
    "ItemFilters",
    "Page",
    "Work",
    "connector",
    "connectors",
    "ended_on_of",
    "file",
    "item",
    "items_of",
    "started_on_of",
    "work_of",
]
