"""How ratings, finishes and money went from year to year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum

from plumbline.office.people.models import Organisation
from plumbline.office.portfolio_imports.models import ProjectPeriod
from plumbline.office.projects.models import Portfolio, Project

PROJECTS_ON_A_PAGE = 50
MOST_YEARS = 12
LAST_LEVEL = 99


@dataclass(frozen=True, slots=True)
class Share:
    """How many projects have one rating. ``colour`` is what the map takes it for, empty if for none."""

    rating: str
    colour: str
    level: int
    count: int


@dataclass(slots=True)
class Year:
    """What the last report of each project in that year says, by scale."""

    year: int
    projects: int = 0
    budget: Decimal | None = None
    forecast_cost: Decimal | None = None
    better: int = 0
    worse: int = 0
    same: int = 0
    later: int = 0
    earlier: int = 0
    scales: dict[str, list[Share]] = field(default_factory=dict)
    unrated: int = 0


@dataclass(frozen=True, slots=True)
class TrendFilter:
    portfolio: Portfolio | None = None
    words: str = ""

    def projects(self, organisation: Organisation) -> QuerySet[Project]:
        found = Project.objects.filter(organisation=organisation, archived_at=None)
        if self.portfolio:
            found = found.filter(portfolio=self.portfolio)
        if self.words:
            found = found.filter(Q(name__icontains=self.words) | Q(code__icontains=self.words))
        return found


def portfolios_with_history(organisation: Organisation) -> QuerySet[Portfolio]:
    told = ProjectPeriod.objects.filter(project__portfolio=OuterRef("pk"))
    return organisation.portfolios.filter(Exists(told)).order_by("name")


def years_of(organisation: Organisation, chosen: TrendFilter) -> list[Year]:
    """The newest twelve, oldest first; three queries however many projects there are."""
    periods = ProjectPeriod.objects.filter(project__in=chosen.projects(organisation))
    years: dict[int, Year] = {}
    movements = periods.values("as_of__year").annotate(
        better=Count("pk", filter=Q(moved=1)),
        worse=Count("pk", filter=Q(moved=-1)),
        same=Count("pk", filter=Q(moved=0)),
        later=Count("pk", filter=Q(finish_moved__gt=0)),
        earlier=Count("pk", filter=Q(finish_moved__lt=0)),
    )
    for moved in movements:
        counted: dict[str, Any] = dict(moved)
        year = counted.pop("as_of__year")
        years[year] = Year(year, **counted)
    last = periods.filter(closes_year=True)
    sums = last.values("as_of__year").annotate(
        projects=Count("pk"), budget=Sum("report__budget"), forecast_cost=Sum("report__forecast_cost")
    )
    for each in sums:
        told = years[each["as_of__year"]]
        told.projects, told.budget, told.forecast_cost = each["projects"], each["budget"], each["forecast_cost"]
    _put_ratings(years, last)
    return [years[each] for each in sorted(years)][-MOST_YEARS:]


def _put_ratings(years: dict[int, Year], last: QuerySet[ProjectPeriod]) -> None:
    """Words that differ in case or spaces only are one rating: they have one level."""
    found: dict[tuple[int, str, int], Share] = {}
    names = ("as_of__year", "report__rating_scale", "level", "report__overall", "report__rating")
    for each in last.values(*names).annotate(count=Count("pk")).order_by("-count"):
        year, scale, level, colour, rating, count = (each[name] for name in (*names, "count"))
        if level is None:
            years[year].unrated += count
            continue
        known = found.get((year, scale, level))
        share = Share(known.rating if known else rating, colour, level, count + (known.count if known else 0))
        found[year, scale, level] = share
    for (year, scale, _), share in sorted(found.items(), key=lambda each: (each[0][0], each[0][1], each[0][2])):
        years[year].scales.setdefault(scale or "no scale named", []).append(share)


@dataclass(frozen=True, slots=True)
class ProjectLine:
    """A project with its last report of each year shown, none where there was none."""

    project: Project
    periods: list[ProjectPeriod | None]


def project_lines(
    organisation: Organisation, chosen: TrendFilter, years: Sequence[int], page: Any
) -> tuple[Page[Project], list[ProjectLine]]:
    told = Exists(ProjectPeriod.objects.filter(project=OuterRef("pk")))
    projects = chosen.projects(organisation).filter(told).select_related("portfolio").order_by("code")
    shown = Paginator(projects, PROJECTS_ON_A_PAGE).get_page(page)
    return shown, list(_lines(list(shown.object_list), years))


def _lines(projects: Sequence[Project], years: Sequence[int]) -> Iterator[ProjectLine]:
    of_project: dict[int, dict[int, ProjectPeriod]] = defaultdict(dict)
    periods = ProjectPeriod.objects.filter(
        project__in=projects, closes_year=True, as_of__year__in=years
    ).select_related("report")
    for each in periods.order_by("as_of"):
        of_project[each.project_id][each.as_of.year] = each
    for project in projects:
        yield ProjectLine(project, [of_project[project.pk].get(year) for year in years])


def periods_of(project: Project) -> list[ProjectPeriod]:
    """Oldest first."""
    return list(ProjectPeriod.objects.filter(project=project).select_related("report").order_by("as_of"))


def known_as(project: Project) -> list[str]:
    """Keys and names by which files spoke of it, as far as capitals do not matter."""
    return [each.key.upper() if each.kind == "key" else each.key for each in project.import_keys.order_by("kind")[:20]]


def year_lines(years: list[Year], currency: str) -> Iterator[Sequence[Any]]:
    yield (
        "Year", "Scale", "Rating", "Projects", "Rose", "Fell", "Unchanged", "Finish later", "Finish earlier",
        f"Budget, {currency}", f"Forecast cost, {currency}",
    )  # fmt: skip
    for year in years:
        moved = year.better, year.worse, year.same, year.later, year.earlier
        yield (year.year, "", "all", year.projects, *moved, _number(year.budget), _number(year.forecast_cost))
        for scale, shares in year.scales.items():
            for share in shares:
                yield year.year, scale, share.rating, share.count
        if year.unrated:
            yield year.year, "", "no rating", year.unrated


def period_lines(periods: list[ProjectPeriod]) -> Iterator[Sequence[Any]]:
    yield (
        "As of", "Rating", "Scale", "Moved", "Start", "Baseline finish", "Forecast finish", "Finish moved, days",
        "Budget", "Spent", "Forecast cost", "Benefits", "Narrative",
    )  # fmt: skip
    for each in periods:
        said = each.report
        money = (_number(value) for value in (said.budget, said.spent, said.forecast_cost, said.benefits))
        dates = said.start, said.baseline_finish, said.forecast_finish
        yield (each.as_of, said.rating, said.rating_scale, each.moved, *dates, each.finish_moved, *money, said.summary)


def _number(amount: Decimal | None) -> float | None:
    return None if amount is None else float(amount)
