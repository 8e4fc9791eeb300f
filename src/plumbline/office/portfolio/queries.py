"""The picture of all projects. Its number of queries does not grow with the number of projects."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.core.paginator import Page, Paginator
from django.db.models import Count, Prefetch, QuerySet

from plumbline.office.assurance.models import CurrentStatus, Standing, Status
from plumbline.office.assurance.queries import recent_changes
from plumbline.office.forecasts.queries import simulated_finish
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import today
from plumbline.office.portfolio.filters import Filters
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import Portfolio, Programme, Project
from plumbline.office.standards import queries as standards
from plumbline.office.status.models import Reporting

PROJECTS_PER_PAGE = 50
NEWS = timedelta(days=31)
_WORST_FIRST = (Status.RED, Status.AMBER, Status.UNKNOWN, Status.GREEN)


@dataclass(frozen=True, slots=True)
class Dimension:
    name: str
    title: str


@dataclass(slots=True)
class Tally:
    """How many projects have which overall status."""

    counts: Counter[str] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def worst(self) -> str:
        return next((each for each in _WORST_FIRST if self.counts[each]), Status.UNKNOWN)

    def parts(self) -> list[tuple[str, int]]:
        """(status, count), worst first, without empty ones."""
        return [(each, self.counts[each]) for each in _WORST_FIRST if self.counts[each]]


@dataclass(slots=True)
class Row:
    """One project. ``statuses`` has one entry per dimension, ``None`` where nothing was ever assessed.

    So has ``reported``: the colour reported last, empty where none was or the project is silent. ``reporting`` is the
    state of its reports on the day of the page.
    """

    project: Project
    standing: Standing | None
    statuses: list[CurrentStatus | None]
    reported: list[str] = field(default_factory=list)
    reporting: str = ""

    @property
    def last_report(self) -> date | None:
        """The day that it speaks of."""
        reporting: Reporting | None = getattr(self.project, "reporting", None)
        return reporting.report.as_of if reporting and reporting.report else None

    @property
    def beside(self) -> list[tuple[str, CurrentStatus | None]]:
        """By dimension: what is reported, and what the evidence says."""
        return list(zip(self.reported, self.statuses, strict=True))


@dataclass(slots=True)
class Group:
    """The projects of one programme, or of a portfolio directly, that are on the page."""

    portfolio: Portfolio
    programme: Programme | None
    tally: Tally
    rows: list[Row]


@dataclass(slots=True)
class Overview:
    dimensions: list[Dimension]
    tally: Tally
    groups: list[Group]
    page: Page[int]
    changes: list[CurrentStatus]
    filters: Filters


def overview(organisation: Organisation, filters: Filters, page_number: str | int = 1) -> Overview:
    everything = projects.projects(organisation)
    dimensions = dimensions_of(organisation)
    tallies = _tallies(everything)
    page = Paginator(_in_order(everything, filters), PROJECTS_PER_PAGE).get_page(page_number)
    day = today(organisation)
    rows = [_row(project, dimensions, day) for project in _with_health(everything, list(page.object_list))]
    whole = Tally()
    for each in tallies.values():
        whole.counts += each.counts
    changes = [] if filters.are_set or page.number > 1 else recent_changes(organisation, now() - NEWS)
    return Overview(dimensions, whole, _grouped(rows, tallies), page, changes, filters)


def rows_for_export(organisation: Organisation, filters: Filters) -> tuple[list[Dimension], list[Row]]:
    """Every project that the filters leave, in their order."""
    dimensions = dimensions_of(organisation)
    everything = projects.projects(organisation)
    keys = list(_in_order(everything, filters))
    # a database takes only so many keys in one question
    found = (each for at in range(0, len(keys), 5000) for each in _with_health(everything, keys[at : at + 5000]))
    day = today(organisation)
    return dimensions, [_row(project, dimensions, day) for project in found]


def dimensions_of(organisation: Organisation) -> list[Dimension]:
    """The dimensions whose health the standard in force measures, in its order."""
    version = standards.in_force(organisation)
    if version is None:
        return []
    standard = standards.standard_of(version)
    return [Dimension(name, text.title) for name, text in standard.dimensions.items() if name in standard.health]


def managers_of(organisation: Organisation) -> QuerySet[Person]:
    return Person.objects.filter(
        managed_projects__organisation=organisation, managed_projects__archived_at=None
    ).distinct()


def _in_order(everything: QuerySet[Project], filters: Filters) -> QuerySet[Project, int]:
    """Keys only: a sort that carried every column of every project would be slow on the last pages."""
    return filters.in_order(filters.apply(everything)).values_list("pk", flat=True)


def _with_health(everything: QuerySet[Project], keys: list[int]) -> list[Project]:
    found = (
        everything.filter(pk__in=keys)
        .select_related(None)
        .select_related("portfolio", "programme", "manager", "current_plan", "standing", "reporting__report")
        .annotate(**simulated_finish())
        .prefetch_related(
            Prefetch("statuses", CurrentStatus.objects.order_by(), to_attr="current_statuses"), "reported_beside"
        )
    )
    by_key = {each.pk: each for each in found}
    return [by_key[key] for key in keys]


def _tallies(everything: QuerySet[Project]) -> dict[tuple[int, int | None], Tally]:
    """One query: projects by portfolio, programme and overall status."""
    counted = (
        everything.order_by()
        .values("portfolio_id", "programme_id", "standing__overall")
        .annotate(number=Count("pk"))
        .values_list("portfolio_id", "programme_id", "standing__overall", "number")
    )
    tallies: dict[tuple[int, int | None], Tally] = {}
    for portfolio, programme, overall, number in counted:
        tally = tallies.setdefault((portfolio, programme), Tally())
        tally.counts[overall or Status.UNKNOWN] += number
    return tallies


def _row(project: Project, dimensions: list[Dimension], day: date) -> Row:
    by_name = {each.dimension: each for each in project.current_statuses}  # type: ignore[attr-defined]
    reporting: Reporting | None = getattr(project, "reporting", None)
    state = reporting.state(day) if reporting else ""
    beside = {} if state == "silent" else {each.dimension: each.reported for each in project.reported_beside.all()}
    return Row(
        project,
        getattr(project, "standing", None),
        [by_name.get(each.name) for each in dimensions],
        [beside.get(each.name, "") for each in dimensions],
        state,
    )


def _grouped(rows: list[Row], tallies: dict[tuple[int, int | None], Tally]) -> list[Group]:
    """Neighbours of one programme stand together, in whatever order the rows are."""
    groups: list[Group] = []
    for row in rows:
        project = row.project
        last = groups[-1] if groups else None
        if last is None or (last.portfolio, last.programme) != (project.portfolio, project.programme):
            tally = tallies.get((project.portfolio_id, project.programme_id), Tally())
            groups.append(Group(project.portfolio, project.programme, tally, []))
        groups[-1].rows.append(row)
    return groups
