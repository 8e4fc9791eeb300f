"""A project with a manager, its neighbour with another, and people around them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.actions import create_portfolio, create_project
from plumbline.office.projects.models import Project
from plumbline.office.registers.actions import add_entry
from plumbline.office.registers.models import Entry, Kind

Add = Callable[..., Entry]


@pytest.fixture
def crossing(harbour: Organisation, mira: Person) -> Project:
    portfolio = create_portfolio(harbour, by=None, name="Quays")
    return create_project(harbour, by=None, code="QC-1", name="Quay crossing", portfolio=portfolio, manager=mira)


@pytest.fixture
def ivo(harbour: Organisation, enrol: Any) -> Person:
    """Manages the neighbour."""
    person: Person = enrol(harbour, Role.PROJECT_MANAGER, "Ivo Mole").person
    return person


@pytest.fixture
def mole(harbour: Organisation, crossing: Project, ivo: Person) -> Project:
    portfolio = crossing.portfolio
    return create_project(harbour, by=None, code="ML-1", name="New mole", portfolio=portfolio, manager=ivo)


@pytest.fixture
def osric(harbour: Organisation, enrol: Any) -> Person:
    """An executive."""
    person: Person = enrol(harbour, Role.EXECUTIVE, "Osric Bell").person
    return person


@pytest.fixture
def tam(harbour: Organisation, enrol: Any) -> Person:
    """A team member."""
    person: Person = enrol(harbour, Role.TEAM_MEMBER, "Tam Ropewalk").person
    return person


@pytest.fixture
def added(crossing: Project, mira: Person) -> Add:
    def add(kind: Kind = Kind.RISK, title: str = "The crane is late", **fields: Any) -> Entry:
        by = fields.pop("by", mira)
        return add_entry(fields.pop("project", crossing), kind, by=by, title=title, **fields)

    return add


@pytest.fixture
def office(signed_in: Callable[[Person], Client], ada: Person) -> Client:
    """The PMO manager at their desk."""
    return signed_in(ada)
