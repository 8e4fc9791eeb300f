"""Any table with a column for the key, and the plain JSON in which a program may tell the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plumbline.engine.trackers.tracker import (
    DONE,
    IN_PROGRESS,
    TODO,
    Tracker,
    UnreadableDocument,
    inside,
    names,
    objects,
    when,
    words,
)
from plumbline.engine.trackers.work_item import Category, Problem, Raw

TRACKER = Tracker(
    title="A table",
    headings={
        "key": ("key", "id", "number", "no.", "nr."),
        "title": ("title", "name", "subject", "summary", "task"),
        "type": ("type", "kind"),
        "state": ("state", "status"),
        "labels": ("labels", "tags"),
        "parent": ("parent",),
        "url": ("url", "address", "link"),
        "changed_at": ("changed", "changed at", "updated", "updated at", "modified", "last update"),
        "created_at": ("created", "created at", "created_date", "created on"),
        "started_at": ("started", "started at", "started_date", "started on", "actual start"),
        "ended_at": ("ended", "ended at", "finished", "finished_date", "closed", "completed", "actual finish"),
    },
    signs=frozenset(),
    states={
        "todo": TODO,
        "to do": TODO,
        "open": TODO,
        "new": TODO,
        "not started": TODO,
        "in progress": IN_PROGRESS,
        "in_progress": IN_PROGRESS,
        "started": IN_PROGRESS,
        "done": DONE,
        "closed": DONE,
        "ended": DONE,
    },
    how="CSV or XLSX with one row for each item; say on the next page which column is which.",
)
FIELDS = (
    "key",
    "title",
    "type",
    "state",
    "category",
    "labels",
    "parent",
    "url",
    "changed_at",
    "started_at",
    "ended_at",
)
"""What an item of the plain JSON may have; only the key, and a state, a category or a moment, are needed."""


def recognises(document: Any) -> bool:
    """Whether it is an object with ``items``, or a list of objects, each with a ``key``."""
    found = inside(document, "items") if isinstance(document, dict) else document
    return isinstance(found, list) and all(inside(each, "key") is not None for each in found[:3])


def raw_items(document: Any, problems: list[Problem]) -> Iterator[Raw]:
    """One for each item. Raises ``UnreadableDocument`` for a category that there is not, and for unknown fields."""
    found = inside(document, "items") if isinstance(document, dict) else document
    for place, item in objects(found, "items"):
        if unknown := item.keys() - set(FIELDS):
            raise UnreadableDocument(f"{place}: there is no field '{min(unknown)[:40]}'. Use: {', '.join(FIELDS)}.")
        yield Raw(
            place,
            words(item.get("key")),
            title=words(item.get("title")),
            type=words(item.get("type")),
            state=words(item.get("state")) or words(item.get("category")),
            category=_category(item, place),
            labels=names(item.get("labels")),
            parent=words(item.get("parent")),
            url=words(item.get("url")),
            changed_at=when(item.get("changed_at"), place, "changed_at", problems),
            started_at=when(item.get("started_at"), place, "started_at", problems),
            ended_at=when(item.get("ended_at"), place, "ended_at", problems),
        )


def _category(item: dict[str, Any], place: str) -> Category | None:
    if item.get("category") is None:
        return None
    try:
        return Category(item["category"])
    except ValueError:
        choices = ", ".join(each.value for each in Category)
        raise UnreadableDocument(f"{place}: a category is one of {choices}.") from None
