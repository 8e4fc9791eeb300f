"""What the pages of a plan show at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator

from plumbline.office.projects.models import PlanVersion, Project
from plumbline.office.projects.queries.gantt_rows import GanttRow, GanttView, driving_links, gantt_rows, in_window
from plumbline.office.projects.queries.plan_changes import plan_changes
from plumbline.office.projects.queries.plan_columns import DEFAULT_PRESET, PRESETS, Cell, Column, cells
from plumbline.office.projects.queries.plan_filters import CHANGED, Found, PlanFilters, found_in
from plumbline.office.projects.queries.plan_lines import PlanLine, PlanTable, plan_table
from plumbline.office.projects.queries.plans import versions

LINES_PER_PAGE = 500
BARS_PER_PAGE = 300


@dataclass(frozen=True, slots=True)
class Row:
    """``is_above`` marks a summary that is repeated because its page is a later one."""

    line: PlanLine
    cells: list[Cell]
    is_above: bool


@dataclass(frozen=True)
class PlanPage:
    version: PlanVersion
    previous: PlanVersion | None
    table: PlanTable
    filters: PlanFilters
    found: Found
    page: Page[PlanLine]
    columns: Sequence[Column]

    @property
    def lines(self) -> list[PlanLine]:
        """Those of the page, below the summaries that began on a page before."""
        return [*self.above, *self.page.object_list]

    @property
    def above(self) -> list[PlanLine]:
        return self.table.above(self.page.object_list[0]) if self.page.number > 1 else []

    @property
    def rows(self) -> list[Row]:
        above = len(self.above)
        return [
            Row(line, cells(self.table, line, tuple(self.columns)), number < above)
            for number, line in enumerate(self.lines)
        ]


@dataclass(frozen=True)
class GanttPage:
    plan: PlanPage
    view: GanttView
    span: tuple[date, date] | None

    @property
    def title(self) -> str:
        return f"Plan of version {self.plan.version.number}"

    @property
    def earlier(self) -> date | None:
        return self.span[0] - (self.span[1] - self.span[0]) if self.span else None

    @property
    def later(self) -> date | None:
        return self.span[1] if self.span else None

    @property
    def rows(self) -> list[GanttRow]:
        return gantt_rows(self.plan.lines, self.view, self.span)

    @property
    def links(self) -> list[tuple[int, int]]:
        return driving_links(self.plan.table, self.plan.lines) if self.view.links else []


def version_to_show(project: Project, number: str) -> PlanVersion | None:
    """The version of that number, else the current one; ``None`` if there is neither."""
    if number.isascii() and number.isdigit() and len(number) < 10:
        return versions(project).filter(number=int(number)).first()
    return project.current_plan


def version_before(version: PlanVersion) -> PlanVersion | None:
    return PlanVersion.objects.filter(project=version.project_id, number__lt=version.number).first()


def plan_page(project: Project, version: PlanVersion, query: Mapping[str, str]) -> PlanPage:
    filters = PlanFilters.from_address(query)
    _, columns = PRESETS.get(query.get("columns", ""), PRESETS[DEFAULT_PRESET])
    table, previous, found = _found(project, version, filters)
    page = Paginator(found.lines, LINES_PER_PAGE).get_page(query.get("page"))
    return PlanPage(version, previous, table, filters, found, page, columns)


def gantt_page(project: Project, version: PlanVersion, query: Mapping[str, str]) -> GanttPage:
    filters, view = PlanFilters.from_address(query), GanttView.from_address(query)
    table, previous, found = _found(project, version, filters)
    span = view.window(table)
    lines = in_window(table, found.lines, span)
    page = Paginator(lines, BARS_PER_PAGE).get_page(query.get("page"))
    _, columns = PRESETS[DEFAULT_PRESET]
    return GanttPage(PlanPage(version, previous, table, filters, found, page, columns), view, span)


def lines_to_export(project: Project, version: PlanVersion, query: Mapping[str, str]) -> tuple[PlanTable, Found]:
    """Everything the filters leave, on one page."""
    table, _, found = _found(project, version, PlanFilters.from_address(query))
    return table, found


def _found(project: Project, version: PlanVersion, filters: PlanFilters) -> tuple[PlanTable, PlanVersion | None, Found]:
    table, previous = plan_table(project, version), version_before(version)
    changed = plan_changes(previous, version).uids if previous and filters.show == CHANGED else ()
    return table, previous, found_in(table, filters, changed)
