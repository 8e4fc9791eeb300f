"""GitHub issues: the JSON of its REST list or of ``gh issue list --json``, and the CSV that people make of the latter.

An issue is open or closed; that work on it has begun is told by a label or not at all. Pull requests stand in the same
list and are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plumbline.engine.trackers.tracker import DONE, IN_PROGRESS, TODO, Tracker, inside, names, objects, when, words
from plumbline.engine.trackers.work_item import Problem, Raw

TRACKER = Tracker(
    title="GitHub",
    headings={
        "key": ("number",),
        "title": ("title",),
        "type": ("type",),
        "state": ("state",),
        "labels": ("labels",),
        "parent": ("parent",),
        "url": ("url", "html_url"),
        "changed_at": ("updatedAt", "updated_at"),
        "created_at": ("createdAt", "created_at"),
        "ended_at": ("closedAt", "closed_at"),
    },
    signs=frozenset({"number", "title", "state"}),
    states={
        "open": TODO,
        "closed": DONE,
        "#in progress": IN_PROGRESS,
        "#in-progress": IN_PROGRESS,
        "#status: in progress": IN_PROGRESS,
        "#doing": IN_PROGRESS,
        "#wip": IN_PROGRESS,
    },
    how="gh issue list --state all --limit 10000 --json number,title,state,labels,url,createdAt,updatedAt,closedAt",
)


def recognises(document: Any) -> bool:
    """Whether it is a list of issues of the REST interface or of ``gh``."""
    found = document if isinstance(document, list) else None
    if not found:
        return False
    return all(isinstance(each, dict) and {"number", "title", "state"} <= each.keys() for each in found[:3])


def raw_items(document: Any, problems: list[Problem]) -> Iterator[Raw]:
    """One for each issue; of a webhook's payload its one issue."""
    for place, issue in objects(document, "issues"):
        if inside(issue, "pull_request"):
            continue
        parent = words(inside(issue, "parent", "number")) or words(inside(issue, "parent_issue_url")).rpartition("/")[2]
        yield Raw(
            place,
            words(inside(issue, "number")),
            title=words(inside(issue, "title")),
            type=words(inside(issue, "type", "name")),
            state=words(inside(issue, "state")).lower(),
            labels=names(inside(issue, "labels")),
            parent=parent,
            url=words(inside(issue, "html_url")) or words(inside(issue, "url")),
            changed_at=_first(issue, "updated_at", "updatedAt", place, problems),
            created_at=_first(issue, "created_at", "createdAt", place, problems),
            ended_at=_first(issue, "closed_at", "closedAt", place, problems),
        )


def _first(issue: Any, name: str, other: str, place: str, problems: list[Problem]) -> Any:
    return when(inside(issue, name) or inside(issue, other), place, name, problems)
