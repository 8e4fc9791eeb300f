"""Azure DevOps work items: the CSV of a query, and the JSON of its REST list with ``fields``.

A table names its columns as the query does. Dates in it follow the language of whoever exports: 3/4/2026 is refused
until the connector says which comes first.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plumbline.engine.trackers.tracker import DONE, IN_PROGRESS, TODO, Tracker, inside, objects, when, words
from plumbline.engine.trackers.work_item import Problem, Raw

TRACKER = Tracker(
    title="Azure DevOps",
    headings={
        "key": ("ID",),
        "title": ("Title", "Title 1"),
        "type": ("Work Item Type",),
        "state": ("State",),
        "labels": ("Tags",),
        "parent": ("Parent",),
        "changed_at": ("Changed Date", "State Change Date"),
        "created_at": ("Created Date",),
        "started_at": ("Activated Date",),
        "ended_at": ("Closed Date", "Resolved Date"),
    },
    signs=frozenset({"id", "work item type", "state"}),
    states={
        "New": TODO,
        "To Do": TODO,
        "Proposed": TODO,
        "Approved": TODO,
        "Design": TODO,
        "Ready": TODO,
        "Active": IN_PROGRESS,
        "Committed": IN_PROGRESS,
        "Doing": IN_PROGRESS,
        "In Progress": IN_PROGRESS,
        "Open": IN_PROGRESS,
        "Resolved": IN_PROGRESS,
        "Done": DONE,
        "Closed": DONE,
        "Completed": DONE,
        "Removed": DONE,
    },
    how="A query with the columns State, Tags, Changed Date, Activated Date and Closed Date, exported to CSV.",
)
_COMMON = "Microsoft.VSTS.Common."


def recognises(document: Any) -> bool:
    """Whether it is an object with ``value``, or a list, of work items with ``System.State``."""
    found = inside(document, "value") if isinstance(document, dict) else document
    return isinstance(found, list) and bool(found) and all(_has_fields(each) for each in found[:3])


def raw_items(document: Any, problems: list[Problem]) -> Iterator[Raw]:
    """One for each work item."""
    found = inside(document, "value") if isinstance(document, dict) else document
    for place, item in objects(found, "value"):
        fields = inside(item, "fields")
        tags = words(inside(fields, "System.Tags")).split(";")
        yield Raw(
            place,
            words(inside(item, "id")) or words(inside(fields, "System.Id")),
            title=words(inside(fields, "System.Title")),
            type=words(inside(fields, "System.WorkItemType")),
            state=words(inside(fields, "System.State")),
            labels=tuple(each.strip() for each in tags if each.strip()),
            parent=words(inside(fields, "System.Parent")),
            url=words(inside(item, "_links", "html", "href")),
            changed_at=when(inside(fields, "System.ChangedDate"), place, "System.ChangedDate", problems),
            created_at=when(inside(fields, "System.CreatedDate"), place, "System.CreatedDate", problems),
            started_at=when(inside(fields, f"{_COMMON}ActivatedDate"), place, "ActivatedDate", problems),
            ended_at=when(inside(fields, f"{_COMMON}ClosedDate"), place, "ClosedDate", problems),
        )


def _has_fields(item: Any) -> bool:
    fields = inside(item, "fields")
    return isinstance(fields, dict) and "System.State" in fields
