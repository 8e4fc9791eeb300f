"""A project with a sponsor, and a moment to write at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from office.conftest import Enrol
from plumbline.office.artefacts import actions
from plumbline.office.artefacts.models import ArtefactVersion
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects import actions as projects
from plumbline.office.projects.models import Project
from plumbline.office.standards.actions import publish_builtin

MARCH = datetime(2026, 3, 9, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _march() -> Iterator[None]:
    with clock_at(MARCH):
        yield


@pytest.fixture
def osric(harbour: Organisation, enrol: Enrol) -> Person:
    """Executive at Harbour Works, and the sponsor of the project."""
    return enrol(harbour, Role.EXECUTIVE, "Osric Quay").person


@pytest.fixture
def project(harbour: Organisation, mira: Person, osric: Person) -> Project:
    publish_builtin(harbour, "predictive", by=None)
    portfolio = projects.create_portfolio(harbour, by=None, name="Quays")
    return projects.create_project(
        harbour, by=None, code="Q1", name="Quay crossing", portfolio=portfolio, manager=mira, sponsor=osric
    )


@pytest.fixture
def charter(project: Project, mira: Person) -> ArtefactVersion:
    return actions.keep_text(project, "charter", by=mira, text="We build.", after=0, what_changed="")


def approved(version: ArtefactVersion, by: Person) -> None:
    asked_by = version.kept_by
    actions.decide_approval(actions.ask_for_approval(version, by=asked_by), by=by, approve=True)
