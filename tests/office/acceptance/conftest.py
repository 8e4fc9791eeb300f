"""A project with its people: who manages it, who pays for it, and one appointed by hand; a deliverable to write at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from office.conftest import Enrol
from plumbline.office.acceptance.actions import add_criterion, add_deliverable
from plumbline.office.acceptance.models import Criterion, Deliverable
from plumbline.office.foundation.clock import clock_at
from plumbline.office.governance.actions import appoint
from plumbline.office.people.models import Membership, Organisation
from plumbline.office.people.roles import Role
from plumbline.office.projects.actions import create_portfolio, create_project
from plumbline.office.projects.models import Project
from plumbline.office.standards.actions import publish_builtin

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
Write = Callable[..., Criterion]


@pytest.fixture(autouse=True)
def _time(db: None) -> Iterator[None]:
    with clock_at(NOW):
        yield


@pytest.fixture
def mira(harbour: Organisation, enrol: Enrol) -> Membership:
    return enrol(harbour, Role.PROJECT_MANAGER, "Mira")


@pytest.fixture
def sam(harbour: Organisation, enrol: Enrol) -> Membership:
    """The sponsor."""
    return enrol(harbour, Role.EXECUTIVE, "Sam")


@pytest.fixture
def tess(harbour: Organisation, enrol: Enrol) -> Membership:
    """Appointed to a role of the standard."""
    return enrol(harbour, Role.TEAM_MEMBER, "Tess")


@pytest.fixture
def project(harbour: Organisation, mira: Membership, sam: Membership, tess: Membership) -> Project:
    publish_builtin(harbour, "predictive", by=None)
    portfolio = create_portfolio(harbour, by=None, name="Quays")
    made = create_project(
        harbour, by=None, code="Q-1", name="Crossing", portfolio=portfolio, manager=mira.person, sponsor=sam.person
    )
    appoint(made, by=None, role="team_lead", person=tess.person)
    return made


@pytest.fixture
def ticket(project: Project) -> Deliverable:
    return add_deliverable(project, by=None, name="Ticket machine")


@pytest.fixture
def write(ticket: Deliverable, mira: Membership) -> Write:
    """``write("It prints", kind="gherkin", text=...)``; ``at`` is another deliverable."""

    def written(title: str = "It prints", at: Deliverable | None = None, **columns: Any) -> Criterion:
        columns.setdefault("text", "A ticket comes out within three seconds.")
        return add_criterion(at or ticket, by=mira.person, title=title, **columns)

    return written


def client_of(membership: Membership) -> Client:
    client = Client()
    client.force_login(membership.person, "allauth.account.auth_backends.AuthenticationBackend")
    return client
