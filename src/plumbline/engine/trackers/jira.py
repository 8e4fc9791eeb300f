"""Jira: CSV of a search, and the JSON of its REST search, with the history where ``expand=changelog`` was asked for.

CSV gives every label a column of its own, all called Labels. In JSON a status says itself which category it is of:
``new``, ``indeterminate`` or ``done``; the history tells words only.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plumbline.engine.trackers.tracker import DONE, IN_PROGRESS, TODO, Tracker, inside, names, objects, when, words
from plumbline.engine.trackers.work_item import Move, Problem, Raw

TRACKER = Tracker(
    title="Jira",
    headings={
        "key": ("Issue key", "Key"),
        "title": ("Summary",),
        "type": ("Issue Type",),
        "state": ("Status",),
        "labels": ("Labels",),
        "parent": ("Parent key", "Custom field (Epic Link)", "Epic Link", "Parent"),
        "changed_at": ("Updated",),
        "created_at": ("Created",),
        "ended_at": ("Resolved",),
    },
    signs=frozenset({"issue key", "issue type", "status"}),
    states={
        "To Do": TODO,
        "Open": TODO,
        "Backlog": TODO,
        "Selected for Development": TODO,
        "Reopened": TODO,
        "In Progress": IN_PROGRESS,
        "In Review": IN_PROGRESS,
        "Done": DONE,
        "Closed": DONE,
        "Resolved": DONE,
    },
    how="Issues, Export, CSV (all fields); or the JSON of /rest/api/3/search/jql with expand=changelog.",
)
_CATEGORIES = {"new": TODO, "undefined": TODO, "indeterminate": IN_PROGRESS, "done": DONE}


def recognises(document: Any) -> bool:
    """Whether it is the answer to a search: an object with ``issues`` that have ``fields``."""
    found = inside(document, "issues")
    return isinstance(found, list) and all(isinstance(inside(each, "fields"), dict) for each in found[:3])


def raw_items(document: Any, problems: list[Problem]) -> Iterator[Raw]:
    """One for each issue."""
    for place, issue in objects(inside(document, "issues"), "issues"):
        fields, key = inside(issue, "fields"), words(inside(issue, "key"))
        moves, is_whole = _moves(issue, place, problems)
        yield Raw(
            place,
            key,
            title=words(inside(fields, "summary")),
            type=words(inside(fields, "issuetype", "name")),
            state=words(inside(fields, "status", "name")),
            proposed=_CATEGORIES.get(words(inside(fields, "status", "statusCategory", "key"))),
            labels=names(inside(fields, "labels")),
            parent=words(inside(fields, "parent", "key")),
            url=_address(words(inside(issue, "self")), key),
            changed_at=when(inside(fields, "updated"), place, "updated", problems),
            created_at=when(inside(fields, "created"), place, "created", problems),
            ended_at=when(inside(fields, "resolutiondate"), place, "resolutiondate", problems),
            moves=moves,
            has_moves=is_whole,
        )


def _moves(issue: Any, place: str, problems: list[Problem]) -> tuple[tuple[Move, ...], bool]:
    """The states it came into; and whether these are all, as a search gives only the last hundred changes."""
    history = inside(issue, "changelog")
    found = []
    changes = inside(history, "histories")
    for change in changes if isinstance(changes, list) else []:
        entries = inside(change, "items")
        for each in entries if isinstance(entries, list) else []:
            if inside(each, "field") == "status":
                at = when(inside(change, "created"), place, "changelog", problems)
                if at:
                    found.append(Move(at, words(inside(each, "toString"))))
    total, shown = inside(history, "total"), len(changes) if isinstance(changes, list) else 0
    return tuple(found), history is not None and (not isinstance(total, int) or total <= shown)


def _address(of_api: str, key: str) -> str:
    site, found, _ = of_api.partition("/rest/api/")
    return f"{site}/browse/{key}" if found else ""
