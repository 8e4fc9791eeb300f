"""A project with its manager, at a fixed time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from office.conftest import Enrol
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Membership, Organisation
from plumbline.office.people.roles import Role
from plumbline.office.projects.actions import create_portfolio, create_project
from plumbline.office.projects.models import Project
from plumbline.office.stakeholders.actions import add_stake
from plumbline.office.stakeholders.models import Stake

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
Add = Callable[..., Stake]


@pytest.fixture(autouse=True)
def _time(db: None) -> Iterator[None]:
    with clock_at(NOW):
        yield


@pytest.fixture
def mira(harbour: Organisation, enrol: Enrol) -> Membership:
    return enrol(harbour, Role.PROJECT_MANAGER, "Mira")


@pytest.fixture
def project(harbour: Organisation, mira: Membership) -> Project:
    portfolio = create_portfolio(harbour, by=None, name="Quays")
    return create_project(harbour, by=None, code="Q-1", name="Crossing", portfolio=portfolio, manager=mira.person)


@pytest.fixture
def other(project: Project, mira: Membership) -> Project:
    return create_project(
        project.organisation, by=None, code="Q-2", name="Lights", portfolio=project.portfolio, manager=mira.person
    )


@pytest.fixture
def add(project: Project, mira: Membership) -> Add:
    """``add("Alderman Voss", power=5)``; ``at`` is another project."""

    def added(name: str, at: Project | None = None, **columns: Any) -> Stake:
        return add_stake(at or project, by=mira.person, name=name, **columns)

    return added


def signed_in(membership: Membership) -> Client:
    client = Client()
    client.force_login(membership.person, "allauth.account.auth_backends.AuthenticationBackend")
    return client
