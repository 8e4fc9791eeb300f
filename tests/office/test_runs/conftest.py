"""A project with three criteria, and files of results that are for them."""

from __future__ import annotations

import pytest

from plumbline.office.acceptance.models import Criterion, Deliverable
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects.actions import create_portfolio, create_project
from plumbline.office.projects.models import Project


@pytest.fixture
def project(harbour: Organisation, mira: Person) -> Project:
    portfolio = create_portfolio(harbour, by=None, name="Quays")
    return create_project(harbour, by=None, code="Q-1", name="Quay gates", portfolio=portfolio, manager=mira)


@pytest.fixture
def criteria(project: Project) -> list[Criterion]:
    deliverable = Deliverable.objects.create(project=project, number=1, name="Gates of the quay")
    return [
        Criterion.objects.create(project=project, deliverable=deliverable, number=number, title=f"Gate {number} opens")
        for number in (1, 2, 3)
    ]
