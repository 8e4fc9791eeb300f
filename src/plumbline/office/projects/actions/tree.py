"""Portfolios, programmes and projects. What is wrong is raised as ``ValidationError`` by field."""

from __future__ import annotations

from decimal import Decimal
from typing import TypedDict, Unpack

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.projects.models import Portfolio, Programme, Project


class ProjectDetails(TypedDict, total=False):
    """What a project is described by; a detail that is not given stays as it is."""

    code: str
    name: str
    portfolio: Portfolio
    programme: Programme | None
    purpose: str
    phase: str
    manager: Person | None
    sponsor: Person | None
    budget: Decimal | None


def create_portfolio(organisation: Organisation, *, by: Person | None, name: str, purpose: str = "") -> Portfolio:
    with action("create_portfolio", by=by, scope=organisation) as line:
        portfolio = add(Portfolio(organisation=organisation, name=name.strip(), purpose=purpose))
        line.about(portfolio)
        return portfolio


def edit_portfolio(portfolio: Portfolio, *, by: Person | None, name: str, purpose: str) -> Portfolio:
    with action("edit_portfolio", by=by, scope=portfolio.organisation) as line:
        line.about(portfolio, changed=change(portfolio, name=name.strip(), purpose=purpose))
        return portfolio


def create_programme(portfolio: Portfolio, *, by: Person | None, name: str, purpose: str = "") -> Programme:
    organisation = portfolio.organisation
    with action("create_programme", by=by, scope=organisation) as line:
        _refuse_archived("portfolio", portfolio)
        programme = add(Programme(organisation=organisation, portfolio=portfolio, name=name.strip(), purpose=purpose))
        line.about(programme, portfolio=portfolio.name)
        return programme


def edit_programme(programme: Programme, *, by: Person | None, name: str, purpose: str) -> Programme:
    with action("edit_programme", by=by, scope=programme.organisation) as line:
        line.about(programme, changed=change(programme, name=name.strip(), purpose=purpose))
        return programme


def create_project(organisation: Organisation, *, by: Person | None, **details: Unpack[ProjectDetails]) -> Project:
    """Needs at least a code, unique in the organisation, a name and a portfolio."""
    with action("create_project", by=by, scope=organisation) as line:
        project = Project(organisation=organisation, **details)
        if project.portfolio_id is None:
            raise ValidationError({"portfolio": "A project needs a portfolio."})
        _check_place(project)
        _check_people(organisation, details)
        add(project)
        line.about(project, portfolio=project.portfolio.name, manager=str(project.manager or ""))
        return project


def edit_project(project: Project, *, by: Person | None, **details: Unpack[ProjectDetails]) -> Project:
    with action("edit_project", by=by, scope=project.organisation) as line:
        _check_people(project.organisation, details)
        changed = change(project, **details)
        _check_place(project)
        line.about(project, changed=changed)
        return project


def _check_place(project: Project) -> None:
    portfolio, programme = project.portfolio, project.programme
    if portfolio.organisation_id != project.organisation_id:
        raise ValidationError({"portfolio": "That portfolio belongs to another organisation."})
    if programme and programme.portfolio_id != portfolio.pk:
        raise ValidationError({"programme": f"{programme} is not part of {portfolio}."})
    _refuse_archived("portfolio", portfolio)
    if programme:
        _refuse_archived("programme", programme)


def _refuse_archived(field: str, place: Portfolio | Programme) -> None:
    if place.archived_at:
        raise ValidationError({field: f"{place} is archived."})


def _check_people(organisation: Organisation, details: ProjectDetails) -> None:
    named = {"manager": details.get("manager"), "sponsor": details.get("sponsor")}
    for field, person in named.items():
        belongs = Membership.objects.filter(organisation=organisation, person=person, active=True)
        if person and not belongs.exists():
            raise ValidationError({field: f"{person} does not belong to {organisation}."})
