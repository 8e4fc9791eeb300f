"""GitLab issues: its CSV export, and the JSON of its REST list.

An issue is opened or closed; where it stands on a board is a label. Two issues of one group have different ``iid`` only
within one project, so the key is the number within the project, as people say it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plumbline.engine.trackers.tracker import DONE, IN_PROGRESS, TODO, Tracker, inside, names, objects, when, words
from plumbline.engine.trackers.work_item import Problem, Raw

TRACKER = Tracker(
    title="GitLab",
    headings={
        "key": ("Issue ID", "IID"),
        "title": ("Title",),
        "type": ("Type",),
        "state": ("State",),
        "labels": ("Labels",),
        "parent": ("Parent ID", "Parent IID"),
        "url": ("URL",),
        "changed_at": ("Updated At (UTC)", "Updated At"),
        "created_at": ("Created At (UTC)", "Created At"),
        "ended_at": ("Closed At (UTC)", "Closed At"),
    },
    signs=frozenset({"issue id", "created at (utc)", "closed at (utc)"}),
    states={
        "opened": TODO,
        "open": TODO,
        "closed": DONE,
        "#doing": IN_PROGRESS,
        "#in progress": IN_PROGRESS,
        "#status::in progress": IN_PROGRESS,
        "#workflow::in dev": IN_PROGRESS,
        "#workflow::in review": IN_PROGRESS,
    },
    how="Issues, Export as CSV, which comes by mail; or the JSON of /api/v4/projects/ID/issues.",
)


def recognises(document: Any) -> bool:
    """Whether it is a list of issues of the REST interface."""
    found = document if isinstance(document, list) else None
    return bool(found) and all(
        inside(each, "iid") is not None and inside(each, "web_url") for each in (found or [])[:3]
    )


def raw_items(document: Any, problems: list[Problem]) -> Iterator[Raw]:
    """One for each issue; of a webhook's payload its one issue."""
    for place, issue in objects(document, "issues"):
        yield Raw(
            place,
            words(inside(issue, "iid")),
            title=words(inside(issue, "title")),
            type=words(inside(issue, "type")) or words(inside(issue, "issue_type")),
            state=words(inside(issue, "state")),
            labels=names(inside(issue, "labels"), "title") or names(inside(issue, "labels")),
            parent=words(inside(issue, "epic", "iid")),
            url=words(inside(issue, "web_url")) or words(inside(issue, "url")),
            changed_at=when(inside(issue, "updated_at"), place, "updated_at", problems),
            created_at=when(inside(issue, "created_at"), place, "created_at", problems),
            ended_at=when(inside(issue, "closed_at"), place, "closed_at", problems),
        )
