"""OpenProject work packages: CSV or XLSX of a table, and the JSON (HAL) of its interface.

``startDate`` is when work is planned to start, so it is no evidence that it has, and is not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plumbline.engine.trackers.tracker import DONE, IN_PROGRESS, TODO, Tracker, inside, objects, when, words
from plumbline.engine.trackers.work_item import Problem, Raw

TRACKER = Tracker(
    title="OpenProject",
    headings={
        "key": ("ID", "#"),
        "title": ("Subject", "Thema"),
        "type": ("Type", "Typ"),
        "state": ("Status",),
        "labels": ("Category", "Tags", "Kategorie"),
        "parent": ("Parent", "Übergeordnetes Arbeitspaket"),
        "changed_at": ("Updated on", "Updated at", "Aktualisiert am", "Zuletzt geändert"),
        "created_at": ("Created on", "Created at", "Angelegt", "Erstellt am"),
    },
    signs=frozenset({"subject", "type", "status"}),
    states={
        "New": TODO,
        "To be scheduled": TODO,
        "Scheduled": TODO,
        "In specification": TODO,
        "Specified": TODO,
        "Confirmed": TODO,
        "In progress": IN_PROGRESS,
        "Developed": IN_PROGRESS,
        "In testing": IN_PROGRESS,
        "Tested": IN_PROGRESS,
        "Test failed": IN_PROGRESS,
        "On hold": IN_PROGRESS,
        "Closed": DONE,
        "Rejected": DONE,
        "Neu": TODO,
        "In Bearbeitung": IN_PROGRESS,
        "Geschlossen": DONE,
        "Abgelehnt": DONE,
    },
    how="Work packages, Export, CSV or XLS saved as XLSX; or the JSON of /api/v3/projects/ID/work_packages.",
)


def recognises(document: Any) -> bool:
    """Whether it is a HAL collection of work packages."""
    found = inside(document, "_embedded", "elements")
    return isinstance(found, list) and all(inside(each, "_links", "status") is not None for each in found[:3])


def raw_items(document: Any, problems: list[Problem]) -> Iterator[Raw]:
    """One for each work package."""
    for place, package in objects(inside(document, "_embedded", "elements"), "elements"):
        links = inside(package, "_links")
        category = words(inside(links, "category", "title"))
        yield Raw(
            place,
            words(inside(package, "id")),
            title=words(inside(package, "subject")),
            type=words(inside(links, "type", "title")),
            state=words(inside(links, "status", "title")),
            labels=(category,) if category else (),
            parent=words(inside(links, "parent", "href")).rpartition("/")[2],
            changed_at=when(inside(package, "updatedAt"), place, "updatedAt", problems),
            created_at=when(inside(package, "createdAt"), place, "createdAt", problems),
        )
