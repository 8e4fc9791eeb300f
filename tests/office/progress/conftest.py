"""A small plan that names its owners, in a project whose manager is Mira; all invented."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from office.conftest import Enrol
from office.progress.plans import MONDAY, plan
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.planning import kept
from plumbline.office.progress.actions import read_plan
from plumbline.office.progress.models import OwnedActivity
from plumbline.office.projects.actions import create_portfolio, create_project, record_plan
from plumbline.office.projects.models import Project
from plumbline.office.standards.actions import publish_builtin


def at(days: int, hour: int = 10) -> datetime:
    """So many days after the Monday that the plan speaks of."""
    return MONDAY.replace(hour=hour, tzinfo=UTC) + timedelta(days=days)


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    """In tests that roll back, drafts begun at the same told moment have the same name."""
    kept.forget()


@pytest.fixture
def ten_days_on() -> Iterator[None]:
    """The second Thursday: Walls should have finished, Roof is not begun."""
    with clock_at(at(10)):
        yield


@pytest.fixture
def lena(harbour: Organisation, enrol: Enrol) -> Membership:
    """Team member, whose name the plan writes as it is."""
    return enrol(harbour, Role.TEAM_MEMBER, "Lena Trestle")


@pytest.fixture
def bruno(harbour: Organisation, enrol: Enrol) -> Membership:
    """Team member, whom the plan calls something else."""
    return enrol(harbour, Role.TEAM_MEMBER, "Bruno Gantry")


@pytest.fixture
def crossing(harbour: Organisation, mira: Person) -> Project:
    with clock_at(at(0, 9)):
        publish_builtin(harbour, "predictive", by=None)
        portfolio = create_portfolio(harbour, by=None, name="Growth")
        project = create_project(harbour, by=None, code="QC-1", name="Quay crossing", portfolio=portfolio, manager=mira)
        record_plan(project, by=mira, schedule=plan(), source_format="made")
        read_plan(project)
    return Project.objects.get(pk=project.pk)


@pytest.fixture
def walls(crossing: Project, lena: Membership) -> OwnedActivity:
    """Five days from Monday, Lena's."""
    return OwnedActivity.objects.select_related("project__organisation").get(project=crossing, name="Walls")


@pytest.fixture
def roof(crossing: Project, lena: Membership) -> OwnedActivity:
    """Five days from the second Monday, Lena's and B. Gantry's."""
    return OwnedActivity.objects.select_related("project__organisation").get(project=crossing, name="Roof")
