"""A project with two deliverables, one criterion, and the board of its team."""

from __future__ import annotations

import pytest

from plumbline.office.acceptance.actions import add_criterion, add_deliverable
from plumbline.office.acceptance.models import Criterion, Deliverable
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects.actions import create_portfolio, create_project
from plumbline.office.projects.models import Project
from plumbline.office.standards.actions import publish_builtin
from plumbline.office.work_items.actions import connect
from plumbline.office.work_items.models import Connector


@pytest.fixture
def crossing(harbour: Organisation, mira: Person) -> Project:
    publish_builtin(harbour, "predictive", by=None)
    portfolio = create_portfolio(harbour, by=None, name="Growth")
    return create_project(harbour, by=None, code="QC-1", name="Quay crossing", portfolio=portfolio, manager=mira)


@pytest.fixture
def rails(crossing: Project, mira: Person) -> Deliverable:
    return add_deliverable(crossing, by=mira, name="Rails")


@pytest.fixture
def masts(crossing: Project, rails: Deliverable, mira: Person) -> Deliverable:
    return add_deliverable(crossing, by=mira, name="Masts")


@pytest.fixture
def straight(rails: Deliverable, mira: Person) -> Criterion:
    return add_criterion(rails, by=mira, title="Straight", text="The rails are straight.", tell=False)


@pytest.fixture
def board(crossing: Project, mira: Person) -> Connector:
    return connect(crossing, by=mira, name="Board", tracker="jira")
