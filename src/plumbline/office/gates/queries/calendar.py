"""All gates to come and under way, across projects. Nothing here is worked out: it reads what is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import Exists, F, Min, OuterRef, Prefetch, Q, QuerySet

from plumbline.office.gates.models import GateReview, Whereabouts
from plumbline.office.governance.models import Appointment
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Portfolio, Project
from plumbline.office.standards import queries as standards

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Line:
    """One gate of one project; ``review`` where one is under way or planned."""

    project: Project
    title: str
    gate: str
    phase: str
    review: GateReview | None
    decides: str
    deciders: str
    overdue: bool

    @property
    def planned_on(self) -> date | None:
        return self.review.planned_on if self.review else None


@dataclass(frozen=True, slots=True)
class Calendar:
    page: Page
    lines: list[Line]


def calendar(organisation: Organisation, today: date, portfolio: Portfolio | None, page: str | None) -> Calendar:
    """Projects page by page: those with the earliest planned review first, then those whose next gate has no day."""
    found = _projects(organisation, portfolio)
    shown = Paginator(found, PER_PAGE).get_page(page)
    people = _deciders(organisation, list(shown.object_list))
    lines = [line for project in shown.object_list for line in _lines(project, people, today)]
    lines.sort(key=lambda each: (each.planned_on is None, each.planned_on or today))
    return Calendar(shown, lines)


def _projects(organisation: Organisation, portfolio: Portfolio | None) -> QuerySet[Project]:
    under_way = GateReview.objects.filter(state=GateReview.State.OPEN).order_by("planned_on")
    to_come = Q(whereabouts__gate__gt="") | Exists(under_way.filter(project=OuterRef("pk")))
    found = Project.objects.filter(organisation=organisation, archived_at=None).filter(to_come)
    if portfolio:
        found = found.filter(portfolio=portfolio)
    return (
        found.annotate(first=Min("gate_reviews__planned_on", filter=Q(gate_reviews__state=GateReview.State.OPEN)))
        .select_related("portfolio", "manager", "sponsor", "whereabouts", "standard_version")
        .defer("standard_version__files")
        .prefetch_related(Prefetch("gate_reviews", under_way, to_attr="under_way"))
        .order_by(F("first").asc(nulls_last=True), "code")
    )


def _deciders(organisation: Organisation, projects: Sequence[Project]) -> dict[tuple[int, str], list[str]]:
    """Who was appointed, by project and role; else the manager or sponsor where they usually have it."""
    found = _usual(organisation, projects)
    ids = [each.pk for each in projects]
    appointed: dict[tuple[int, str], list[str]] = {}
    for each in Appointment.objects.filter(project__in=ids, ended_at=None).select_related("person"):
        appointed.setdefault((each.project_id, each.role), []).append(str(each.person))
    return found | appointed


def _usual(organisation: Organisation, projects: Sequence[Project]) -> dict[tuple[int, str], list[str]]:
    in_force = standards.in_force(organisation)
    found = {}
    for project in projects:
        version = project.standard_version or in_force
        for name, role in (standards.standard_of(version).roles if version else {}).items():
            named = {"manager": project.manager, "sponsor": project.sponsor}.get(role.usually or "")
            if named:
                found[project.pk, name] = [str(named)]
    return found


def _lines(project: Project, people: dict[tuple[int, str], list[str]], today: date) -> list[Line]:
    where: Whereabouts | None = getattr(project, "whereabouts", None)
    under_way: list[GateReview] = project.under_way  # type: ignore[attr-defined]
    phase = where.phase_title if where else ""
    lines = [
        Line(
            project,
            each.title,
            each.gate,
            phase,
            each,
            each.decides_title,
            ", ".join(people.get((project.pk, each.decides), [])),
            each.planned_on < today,
        )
        for each in under_way
    ]
    if where and where.gate and where.gate not in {each.gate for each in under_way}:
        deciders = ", ".join(people.get((project.pk, where.decides), []))
        lines.append(Line(project, where.gate_title, where.gate, phase, None, where.decides_title, deciders, False))
    return lines
