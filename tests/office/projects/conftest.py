"""A portfolio with a programme and a project, and small plans for it."""

from __future__ import annotations

import pytest

from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects.actions import create_portfolio, create_programme, create_project
from plumbline.office.projects.models import Portfolio, Programme, Project


@pytest.fixture
def portfolio(harbour: Organisation) -> Portfolio:
    return create_portfolio(harbour, by=None, name="Growth")


@pytest.fixture
def programme(portfolio: Portfolio) -> Programme:
    return create_programme(portfolio, by=None, name="New quays")


@pytest.fixture
def crossing(harbour: Organisation, programme: Programme, mira: Person) -> Project:
    return create_project(
        harbour,
        by=None,
        code="QC-1",
        name="Quay crossing",
        portfolio=programme.portfolio,
        programme=programme,
        manager=mira,
    )
