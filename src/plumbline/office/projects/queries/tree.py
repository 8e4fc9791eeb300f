"""The tree of portfolios, programmes and projects."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from django.db.models import Model, QuerySet
from django.http import Http404

from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Portfolio, Programme, Project

Found = TypeVar("Found", bound=Model)


@dataclass(slots=True)
class ProgrammeInTree:
    """``programme`` is ``None`` for the projects that lie in the portfolio directly."""

    programme: Programme | None
    projects: list[Project] = field(default_factory=list)


@dataclass(slots=True)
class PortfolioInTree:
    portfolio: Portfolio
    programmes: list[ProgrammeInTree] = field(default_factory=list)

    @property
    def projects(self) -> list[Project]:
        return [project for each in self.programmes for project in each.projects]


def tree(organisation: Organisation) -> list[PortfolioInTree]:
    """Everything that goes on, by name; three queries however much there is. Direct projects come last."""
    roots = {each.pk: PortfolioInTree(each) for each in portfolios(organisation)}
    branches: dict[tuple[int, int | None], ProgrammeInTree] = {}
    for programme in Programme.objects.filter(organisation=organisation, archived_at=None, portfolio__archived_at=None):
        branches[programme.portfolio_id, programme.pk] = ProgrammeInTree(programme)
    for project in projects(organisation):
        branches.setdefault((project.portfolio_id, project.programme_id), ProgrammeInTree(None)).projects.append(
            project
        )
    for (portfolio_id, _), branch in sorted(branches.items(), key=lambda each: each[1].programme is None):
        roots[portfolio_id].programmes.append(branch)
    return list(roots.values())


def portfolios(organisation: Organisation, *, archived: bool = False) -> QuerySet[Portfolio]:
    return Portfolio.objects.filter(organisation=organisation, archived_at__isnull=not archived)


def programmes(organisation: Organisation) -> QuerySet[Programme]:
    """Those that go on, with their portfolios."""
    return Programme.objects.filter(organisation=organisation, archived_at=None).select_related("portfolio")


def projects(organisation: Organisation, *, archived: bool = False) -> QuerySet[Project]:
    """With portfolio, programme, people and current plan, by code."""
    return Project.objects.filter(organisation=organisation, archived_at__isnull=not archived).select_related(
        "organisation", "portfolio", "programme", "manager", "sponsor", "current_plan", "baseline"
    )


def portfolio(organisation: Organisation, portfolio_id: int) -> Portfolio:
    """404 for one of another organisation, as with the two below."""
    return _found(Portfolio.objects.filter(organisation=organisation, pk=portfolio_id))


def programme(organisation: Organisation, programme_id: int) -> Programme:
    return _found(
        Programme.objects.filter(organisation=organisation, pk=programme_id).select_related("portfolio", "organisation")
    )


def project(organisation: Organisation, project_id: int) -> Project:
    """Archived ones too: their history stays readable."""
    return _found(
        Project.objects.filter(organisation=organisation, pk=project_id).select_related(
            "organisation", "portfolio", "programme", "manager", "sponsor", "current_plan", "baseline"
        )
    )


def _found(candidates: QuerySet[Found]) -> Found:
    found = candidates.first()
    if found is None:
        raise Http404
    return found
