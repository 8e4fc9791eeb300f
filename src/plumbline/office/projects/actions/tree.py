"""Portfolios, programmes and projects. What is wrong is raised as ``ValidationError`` by field."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import TypedDict, Unpack

from django.core.exceptions import ValidationError
from django.db import transaction

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.projects.models import Portfolio, Programme, Project
from plumbline.office.standards.models import StandardVersion


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
    standard_version: StandardVersion | None


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
        if not details.get("portfolio"):
            raise ValidationError({"portfolio": "A project needs a portfolio."})
        project = Project(organisation=organisation, **details)
        _check_place(project)
        _check_people(organisation, details)
        add(project)
        line.about(project, portfolio=project.portfolio.name, manager=str(project.manager or ""))
        return project


@transaction.atomic
def start_project(
    organisation: Organisation,
    *,
    by: Person | None,
    new_portfolio: str = "",
    new_programme: str = "",
    **details: Unpack[ProjectDetails],
) -> Project:
    """Creates a project together with the portfolio and the programme it is the first of, if these are named."""
    if new_portfolio:
        with _told_at("new_portfolio"):
            details["portfolio"] = create_portfolio(organisation, by=by, name=new_portfolio)
    if new_programme and details.get("portfolio"):
        with _told_at("new_programme"):
            details["programme"] = create_programme(details["portfolio"], by=by, name=new_programme)
    return create_project(organisation, by=by, **details)


def edit_project(project: Project, *, by: Person | None, **details: Unpack[ProjectDetails]) -> Project:
    with action("edit_project", by=by, scope=project.organisation) as line:
        _check_people(project.organisation, details, project)
        if "portfolio" in details and not details["portfolio"]:
            raise ValidationError({"portfolio": "A project needs a portfolio."})
        changed = change(project, **details)
        _check_place(project)
        line.about(project, changed=changed)
        return project


@contextmanager
def _told_at(field: str) -> Iterator[None]:
    """What is wrong with a new place is wrong with the field that names it."""
    try:
        yield
    except ValidationError as refused:
        raise ValidationError({field: refused.messages}) from refused


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


def _check_people(organisation: Organisation, details: ProjectDetails, project: Project | None = None) -> None:
    """Somebody named before may have left since; whoever is newly named has to belong."""
    before = (project.manager, project.sponsor) if project else (None, None)
    for field, person, named in zip(("manager", "sponsor"), _people(details), before, strict=True):
        if person == named:
            continue
        belongs = Membership.objects.filter(organisation=organisation, person=person, active=True)
        if person and not belongs.exists():
            raise ValidationError({field: f"{person} does not belong to {organisation}."})


def _people(details: ProjectDetails) -> tuple[Person | None, Person | None]:
    return details.get("manager"), details.get("sponsor")
