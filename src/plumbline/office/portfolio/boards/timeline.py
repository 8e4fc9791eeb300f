"""The roadmap: projects from start to forecast finish, their next milestones, and what they need from each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import F, QuerySet

from plumbline.office.portfolio.boards.scope import Scope
from plumbline.office.projects.models import Project
from plumbline.office.registers.models import Entry, Kind, State

PROJECTS_PER_PAGE = 60
MOST_DEPENDENCIES = 100
YEARS_SHOWN = 3
QUARTERS_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the roadmap: a programme as ``summary``, or a project as ``activity``."""

    name: str
    kind: str
    start: date | None
    finish: date | None
    status: str = ""
    baseline_start: date | None = None
    baseline_finish: date | None = None
    milestone: str = ""
    milestone_on: date | None = None
    project: Project | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """The project in row ``after`` needs something from that in row ``before`` by ``on``."""

    before: int
    after: int
    on: date | None
    agreed: bool
    words: str


@dataclass(frozen=True, slots=True)
class Window:
    """The days that are drawn; all that rows need where ``start`` is not set."""

    zoom: str
    start: date | None = None
    end: date | None = None
    earlier: date | None = None
    later: date | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    rows: list[Row]
    links: list[Link]
    dependencies: list[Entry]
    page: Page[int]
    window: Window
    undated: int


def timeline(scope: Scope, window: Window, page: str | int = 1) -> Timeline:
    shown = Paginator(_in_order(scope), PROJECTS_PER_PAGE).get_page(page)
    projects = _projects(list(shown.object_list))
    rows = _rows(projects)
    dependencies = dependencies_of(scope)
    undated = sum(1 for each in rows if each.project and each.start is None and each.finish is None)
    return Timeline(rows, _links(rows, dependencies), dependencies, shown, window, undated)


def window_of(zoom: str, begin: date | None, day: date) -> Window:
    """Whole years or quarters from the one that holds ``begin``, by default the present one."""
    if zoom not in ("years", "quarters"):
        return Window("all")
    begin = min(max(begin or day, date(1950, 1, 1)), date(2150, 1, 1))
    if zoom == "years":
        start, step, count = date(begin.year, 1, 1), 12, YEARS_SHOWN
    else:
        start, step, count = date(begin.year, (begin.month - 1) // 3 * 3 + 1, 1), 3, QUARTERS_SHOWN
    return Window(zoom, start, _months(start, step * count), _months(start, -step), _months(start, step))


def dependencies_of(scope: Scope) -> list[Entry]:
    """Open ones between two projects, the soonest needed first."""
    return list(
        scope.entries()
        .filter(kind=Kind.DEPENDENCY)
        .exclude(other_project=None)
        .select_related("project", "other_project", "owner")
        .order_by(F("due_on").asc(nulls_last=True), "pk")[:MOST_DEPENDENCIES]
    )


def projects_for_export(scope: Scope) -> list[Row]:
    keys = list(_in_order(scope))
    found = (each for at in range(0, len(keys), 5000) for each in _projects(keys[at : at + 5000]))
    return [_row(each) for each in found]


def _in_order(scope: Scope) -> QuerySet[Project, int]:
    order = ("portfolio__name", F("programme__name").asc(nulls_last=True), "current_plan__start", "code")
    return scope.projects().order_by(*order).values_list("pk", flat=True)


def _projects(keys: list[int]) -> list[Project]:
    around = ("portfolio", "programme", "current_plan", "baseline", "standing")
    by_key = {each.pk: each for each in Project.objects.filter(pk__in=keys).select_related(*around)}
    return [by_key[key] for key in keys if key in by_key]


def _rows(projects: list[Project]) -> list[Row]:
    """Each programme, from its first start to its last finish on this page, above its projects."""
    rows: list[Row] = []
    places = list(dict.fromkeys(each.programme or each.portfolio for each in projects))
    for place in places:
        own = [_row(each) for each in projects if (each.programme or each.portfolio) == place]
        starts, finishes = (
            [day for day in days if day] for days in zip(*((r.start, r.finish) for r in own), strict=True)
        )
        rows.append(Row(place.name, "summary", min(starts, default=None), max(finishes, default=None)))
        rows += own
    return rows


def _row(project: Project) -> Row:
    plan, baseline, standing = project.current_plan, project.baseline, getattr(project, "standing", None)
    return Row(
        name=project.name,
        kind="activity",
        start=plan.start if plan else None,
        finish=(standing.forecast_finish if standing else None) or (plan.finish if plan else None),
        status=standing.overall if standing else "unknown",
        baseline_start=baseline.start if baseline else None,
        baseline_finish=baseline.finish if baseline else None,
        milestone=standing.next_milestone if standing else "",
        milestone_on=standing.next_milestone_on if standing else None,
        project=project,
    )


def _links(rows: list[Row], dependencies: Iterable[Entry]) -> list[Link]:
    place = {each.project.pk: number for number, each in enumerate(rows) if each.project}
    return [
        Link(place[each.other_project_id], place[each.project_id], each.due_on, each.state == State.AGREED, str(each))
        for each in dependencies
        if each.other_project_id in place and each.project_id in place
    ]


def _months(day: date, months: int) -> date:
    place = day.year * 12 + day.month - 1 + months
    return date(place // 12, place % 12 + 1, 1)
