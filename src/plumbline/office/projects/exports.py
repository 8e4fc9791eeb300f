"""A plan, and what changed in it, as tables for a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plumbline.office.projects.queries.plan_changes import KINDS, ChangeFilters, PlanChanges
from plumbline.office.projects.queries.plan_columns import IN_A_FILE
from plumbline.office.projects.queries.plan_filters import Found
from plumbline.office.projects.queries.plan_lines import PlanTable


def plan_lines(table: PlanTable, found: Found) -> Iterator[list[Any]]:
    yield ["Level", "Id", "Name", *(each.title for each in IN_A_FILE)]
    for line in found.lines:
        activity = line.activity
        yield [line.level, activity.id, activity.name, *(each.value(table, line) for each in IN_A_FILE)]


def change_lines(changes: PlanChanges, filters: ChangeFilters) -> Iterator[list[Any]]:
    """Every kind of change, whichever the page shows."""
    yield ["What", "Id", "Name", "Field", "Before", "After"]
    for what, activities in (("added", changes.comparison.added), ("removed", changes.comparison.removed)):
        yield from ([f"activity {what}", each.id, each.name] for each in activities if filters.names(each))
    for kind in KINDS:
        for each in changes.activities[kind]:
            if filters.names(each.activity):
                for field in each.fields:
                    yield [kind, each.activity.id, each.activity.name, field.title, field.before, field.after]
    for link in changes.links:
        if filters.says(link.words):
            yield [f"link {link.kind}", "", "", "", link.was, link.words]
