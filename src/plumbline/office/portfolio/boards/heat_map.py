"""The heat map: what the evidence says beside what is reported, for each dimension.

Many projects are counted by programme first; whoever opens a programme sees its projects. Either way one page is asked
for: counting every dimension of every programme would take a second with ten thousand projects.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Case, CharField, Count, F, Prefetch, QuerySet, Value, When

from plumbline.office.assurance.models import CurrentStatus, Status
from plumbline.office.portfolio.boards.scope import WORST_FIRST, Scope
from plumbline.office.portfolio.queries import Dimension, Tally, dimensions_of
from plumbline.office.projects.models import Portfolio, Programme, Project
from plumbline.office.status.models import ReportedBeside

PROGRAMMES_PER_PAGE = 12
PROJECTS_PER_PAGE = 60
Place = tuple[int, int | None]


@dataclass(slots=True)
class Counts:
    """Of one dimension in one programme. Reported and silent is unknown."""

    evidence: Counter[str] = field(default_factory=Counter)
    reported: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    portfolio: Portfolio
    programme: Programme | None
    tally: Tally
    cells: list[Counts]


@dataclass(frozen=True, slots=True)
class Beside:
    """One dimension of one project; of a silent one ``reported`` is left out."""

    evidence: CurrentStatus | None
    reported: ReportedBeside | None

    @property
    def is_watermelon(self) -> bool:
        return self.reported is not None and "watermelon" in self.reported.flags


@dataclass(frozen=True, slots=True)
class ProjectRow:
    project: Project
    is_silent: bool
    cells: list[Beside]

    @property
    def absent(self) -> str:
        """Why a cell shows nothing reported."""
        return "silent" if self.is_silent else "nothing reported"


@dataclass(frozen=True, slots=True)
class Group:
    """Projects of one programme; without ``place`` they are of several."""

    place: Programme | Portfolio | None
    rows: list[ProjectRow]


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Either ``programmes`` or ``groups`` is filled; ``page`` is that of what is filled."""

    dimensions: list[Dimension]
    tally: Tally
    programmes: list[ProgrammeRow]
    groups: list[Group]
    page: Page[Any]
    watermelons: int


def heat_map(scope: Scope, *, show: str = "", watermelons: bool = False, page: str | int = 1) -> HeatMap:
    """``show``: "programmes" or "projects"; by default whichever of them fits on a page."""
    dimensions, tallies = dimensions_of(scope.organisation), tallies_of(scope)
    whole = Tally(sum((each.counts for each in tallies.values()), Counter()))
    melons = scope.watermelons().count()
    found = scope.watermelons() if watermelons else scope.projects()
    by_programme = show == "programmes" or (not show and not watermelons and whole.total > PROJECTS_PER_PAGE)
    if by_programme and scope.programme is None:
        places = sorted(tallies, key=lambda each: _worst_first(tallies[each]))
        shown = Paginator(places, PROGRAMMES_PER_PAGE).get_page(page)
        rows = _programme_rows(scope, list(shown.object_list), tallies, dimensions)
        return HeatMap(dimensions, whole, rows, [], shown, melons)
    keys = Paginator(_in_order(found), PROJECTS_PER_PAGE).get_page(page)
    project_rows = project_rows_of(list(keys.object_list), dimensions, scope.today)
    groups = _grouped(project_rows) if keys.paginator.num_pages == 1 else [Group(None, project_rows)]
    return HeatMap(dimensions, whole, [], groups, keys, melons)


def tallies_of(scope: Scope) -> dict[Place, Tally]:
    """One query: the projects of each programme, or of a portfolio directly, by overall status."""
    counted = (
        scope.projects().values_list("portfolio_id", "programme_id", "standing__overall").annotate(number=Count("pk"))
    )
    tallies: dict[Place, Tally] = defaultdict(Tally)
    for portfolio, programme, overall, number in counted:
        tallies[portfolio, programme].counts[overall or Status.UNKNOWN] += number
    return dict(tallies)


def project_rows_of(keys: list[int], dimensions: list[Dimension], day: date) -> list[ProjectRow]:
    """In the order of ``keys``; three queries."""
    found = (
        Project.objects.filter(pk__in=keys)
        .select_related("portfolio", "programme", "standing", "reporting", "manager")
        .prefetch_related(
            Prefetch("statuses", CurrentStatus.objects.order_by("id"), to_attr="evidence_now"),
            Prefetch("reported_beside", ReportedBeside.objects.order_by("id"), to_attr="reported_now"),
        )
    )
    by_key = {each.pk: each for each in found}
    return [_project_row(by_key[key], dimensions, day) for key in keys if key in by_key]


def keys_in_order(scope: Scope) -> list[int]:
    """Every project, for the export."""
    return list(_in_order(scope.projects()))


def _in_order(found: QuerySet[Project]) -> QuerySet[Project, int]:
    return found.order_by(WORST_FIRST, "portfolio_id", F("programme_id").asc(nulls_last=True), "code").values_list(
        "pk", flat=True
    )


def _worst_first(tally: Tally) -> tuple[float, float, int]:
    """By the share of red, then of amber; of equals the larger first."""
    return -tally.counts[Status.RED] / tally.total, -tally.counts[Status.AMBER] / tally.total, -tally.total


def _programme_rows(
    scope: Scope, places: list[Place], tallies: dict[Place, Tally], dimensions: list[Dimension]
) -> list[ProgrammeRow]:
    portfolios = Portfolio.objects.in_bulk({portfolio for portfolio, _ in places})
    programmes = Programme.objects.in_bulk({programme for _, programme in places if programme})
    counts = _counts(scope, places)
    return [
        ProgrammeRow(
            portfolios[portfolio],
            programmes[programme] if programme else None,
            tallies[portfolio, programme],
            [counts[portfolio, programme, each.name] for each in dimensions],
        )
        for portfolio, programme in places
    ]


def _counts(scope: Scope, places: list[Place]) -> dict[tuple[int, int | None, str], Counts]:
    """Two queries, over the projects of these programmes only."""
    found: dict[tuple[int, int | None, str], Counts] = defaultdict(Counts)
    for portfolio, programme, dimension, status, number in _counted(CurrentStatus.objects, scope, places, F("status")):
        found[portfolio, programme, dimension].evidence[status] += number
    reported = Case(
        When(project__reporting__silent_after__lt=scope.today, then=Value(Status.UNKNOWN.value)),
        default=F("reported"),
        output_field=CharField(),
    )
    for portfolio, programme, dimension, status, number in _counted(ReportedBeside.objects, scope, places, reported):
        found[portfolio, programme, dimension].reported[status] += number
    return found


def _counted(rows: Any, scope: Scope, places: list[Place], status: object) -> Iterable[tuple[int, int, str, str, int]]:
    programmes = [programme for _, programme in places if programme]
    direct = [portfolio for portfolio, programme in places if programme is None]
    projects = scope.projects()
    wanted = projects.filter(programme__in=programmes) | projects.filter(programme=None, portfolio__in=direct)
    return (
        rows.filter(project__in=wanted.values("pk"))
        .order_by()
        .values_list("project__portfolio_id", "project__programme_id", "dimension")
        .annotate(shown=status, number=Count("pk"))
    )


def _project_row(project: Project, dimensions: list[Dimension], day: date) -> ProjectRow:
    evidence = {each.dimension: each for each in project.evidence_now}  # type: ignore[attr-defined]
    reported = {each.dimension: each for each in project.reported_now}  # type: ignore[attr-defined]
    reporting = getattr(project, "reporting", None)
    silent = reporting is not None and reporting.silent_after is not None and reporting.silent_after < day
    cells = [Beside(evidence.get(each.name), None if silent else reported.get(each.name)) for each in dimensions]
    return ProjectRow(project, silent, cells)


def _grouped(rows: list[ProjectRow]) -> list[Group]:
    """By programme, that of the worst project first."""
    groups: dict[object, Group] = {}
    for row in rows:
        place = row.project.programme or row.project.portfolio
        groups.setdefault(place, Group(place, [])).rows.append(row)
    return list(groups.values())
