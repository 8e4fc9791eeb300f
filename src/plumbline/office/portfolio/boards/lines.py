"""The boards as lines of a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plumbline.office.portfolio.boards.decisions import as_waiting, waiting_decisions
from plumbline.office.portfolio.boards.heat_map import keys_in_order, project_rows_of
from plumbline.office.portfolio.boards.roadblocks import roadblocks
from plumbline.office.portfolio.boards.scope import Scope
from plumbline.office.portfolio.boards.timeline import projects_for_export
from plumbline.office.portfolio.queries import dimensions_of

AT_ONCE = 5000
"""A database takes only so many keys in one question."""


def heat_map_lines(scope: Scope) -> Iterator[list[Any]]:
    dimensions, keys = dimensions_of(scope.organisation), keys_in_order(scope)
    titles = [f"{each.title}: {what}" for each in dimensions for what in ("evidence", "reported", "flags")]
    yield ["Code", "Project", "Portfolio", "Programme", "Overall", "Silent", *titles]
    for at in range(0, len(keys), AT_ONCE):
        for row in project_rows_of(keys[at : at + AT_ONCE], dimensions, scope.today):
            project, standing = row.project, getattr(row.project, "standing", None)
            cells = [
                value
                for each in row.cells
                for value in (
                    each.evidence.status if each.evidence else "unknown",
                    each.reported.reported if each.reported else "",
                    ", ".join(each.reported.flags) if each.reported else "",
                )
            ]
            yield [
                project.code,
                project.name,
                project.portfolio.name,
                project.programme.name if project.programme else "",
                standing.overall if standing else "unknown",
                "yes" if row.is_silent else "",
                *cells,
            ]


def decision_lines(scope: Scope) -> Iterator[list[Any]]:
    yield [
        "Reference", "Project", "Kind", "Title", "Decider", "Raised", "Age (days)", "Due", "Days late", "Cost per week",
        "Cost so far",
    ]  # fmt: skip
    found = waiting_decisions(scope).select_related("project", "decider").order_by("due_on", "pk")
    for each in as_waiting(found.iterator(), scope.today):
        entry = each.entry
        yield [
            entry.reference,
            str(entry.project),
            entry.get_kind_display(),
            entry.title,
            entry.decider.name if entry.decider else "",
            entry.raised_at.date(),
            each.age,
            entry.due_on,
            each.days_late,
            each.weekly,
            round(each.so_far, 2),
        ]


def roadblock_lines(scope: Scope) -> Iterator[list[Any]]:
    yield ["What", "Name", "Projects held", "Entries", "Money in the entries", "Budget of the projects", "Projects"]
    for each in roadblocks(scope):
        names = ", ".join(held.code for held in each.projects)
        yield [each.kind, each.name, len(each.projects), each.entries, each.amount, each.budget, names]


def timeline_lines(scope: Scope) -> Iterator[list[Any]]:
    yield [
        "Code", "Project", "Portfolio", "Programme", "Overall", "Start", "Forecast finish", "Baseline start",
        "Baseline finish", "Next milestone", "Milestone date",
    ]  # fmt: skip
    for row in projects_for_export(scope):
        project = row.project
        assert project is not None
        yield [
            project.code,
            project.name,
            project.portfolio.name,
            project.programme.name if project.programme else "",
            row.status,
            row.start,
            row.finish,
            row.baseline_start,
            row.baseline_finish,
            row.milestone,
            row.milestone_on,
        ]
