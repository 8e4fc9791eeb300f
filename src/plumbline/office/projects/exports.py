"""A plan, what changed in it, and the tokens of a project as tables for a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plumbline.engine.comparison import ChangeKind
from plumbline.office.projects.queries.finish_moved import FinishMoved
from plumbline.office.projects.queries.plan_changes import KINDS, ChangeFilters, PlanChanges
from plumbline.office.projects.queries.plan_columns import IN_A_FILE
from plumbline.office.projects.queries.plan_filters import Found
from plumbline.office.projects.queries.plan_lines import PlanTable
from plumbline.office.projects.queries.tokens import Tokens


def plan_lines(table: PlanTable, found: Found) -> Iterator[list[Any]]:
    yield ["Level", "Id", "Name", *(each.title for each in IN_A_FILE)]
    for line in found.lines:
        activity = line.activity
        yield [line.level, activity.id, activity.name, *(each.value(table, line) for each in IN_A_FILE)]


def change_lines(changes: PlanChanges, filters: ChangeFilters) -> Iterator[list[Any]]:
    """Suspicions first, then every kind of change, whichever the page shows."""
    yield ["What", "Id", "Name", "Field", "Before", "After"]
    for each in changes.comparison.suspicions:
        if filters.says(f"{each.id} {each.name}"):
            yield ["suspicion", each.id, each.name, "", "", each.reason]
    for what, activities in (("added", changes.comparison.added), ("removed", changes.comparison.removed)):
        yield from (
            [f"activity {what}", each.id, each.name] for each in activities if filters.says(f"{each.id} {each.name}")
        )
    for kind in KINDS:
        if kind in (ChangeKind.ACTIVITIES, ChangeKind.LINKS):
            continue
        for thing in changes.things(kind):
            if filters.says(f"{thing.id} {thing.name}"):
                for field in thing.fields:
                    yield [kind.value, thing.id, thing.name, field.title, field.before, field.after]
    for link in changes.links:
        if filters.says(link.words):
            yield [f"link {link.how}", "", "", "", link.was, link.words]


def move_lines(moved: FinishMoved) -> Iterator[list[Any]]:
    yield ["Letter", "What moved the finish", "Id", "What happened", "Working days"]
    for each in moved.lines:
        yield [each.letter, each.name, each.id, each.words, each.days]
    yield ["", moved.total.name, "", "", moved.total.days]


def token_lines(tokens: Tokens) -> Iterator[list[Any]]:
    yield ["Token", "Begins with", "May hand in", "Made on", "Made by", "Last day", "Last used", "State"]
    for each in tokens:
        token = each.token
        used = token.used_at.date() if token.used_at else None
        by = token.made_by.name if token.made_by else ""
        words = ", ".join(token.scope_words)
        yield [token.name, token.begins_with, words, token.made_at.date(), by, token.expires_on, used, each.state]
