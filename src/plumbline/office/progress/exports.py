"""All that was told of a project, as a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plumbline.office.progress.queries import history_of
from plumbline.office.progress.queries.mine import Told, decisions_of
from plumbline.office.projects.models import Project

HEAD = ["Activity", "Name", "Plan version", "Told on", "By", "How", "For", "Says", "Started", "Finished", "Left",
        "Note", "State", "Decided by", "Reason"]  # fmt: skip
MOST_LINES = 20_000


def lines_of(project: Project) -> Iterator[list[Any]]:
    """The newest first. Two queries."""
    rows = list(history_of(project)[:MOST_LINES])
    decided = decisions_of(rows)
    yield HEAD
    for each in rows:
        decision = decided.get(each.pk)
        yield [
            each.code, each.name, each.version.number, each.told_on, each.by.name, each.get_how_display(), each.owner,
            each.get_says_display(), each.started, each.finished, each.remaining, each.note,
            Told(each, decision).state, decision.by.name if decision and decision.by else "",
            decision.reason if decision else "",
        ]  # fmt: skip
