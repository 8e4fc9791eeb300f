"""A project with a plan, a risk, and people around it, at a fixed time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from engine.rules.case_files import schedule_of
from office.conftest import Enrol
from office.stakeholders.conftest import signed_in
from plumbline.engine.schedule import Schedule
from plumbline.office.forecasts import actions
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Membership, Organisation
from plumbline.office.people.roles import Role
from plumbline.office.projects.actions import create_portfolio, create_project, record_plan
from plumbline.office.projects.models import Project
from plumbline.office.registers.actions import add_entry
from plumbline.office.registers.models import Entry, Kind

NOW = datetime(2026, 3, 9, 12, tzinfo=UTC)
PLAN: dict[str, Any] = {
    "data_date": "2026-03-09 08:00",
    "activities": [
        {"id": "A", "days": 5, "started": "2026-03-02 08:00", "finished": "2026-03-06 17:00"},
        {"id": "B", "name": "Pour the quay", "days": 10},
        {"id": "C", "name": "Test the quay", "days": 5},
        {"id": "END", "name": "Quay open", "kind": "finish milestone"},
    ],
    "links": ["A FS B", "B FS C", "C FS END"],
    "assigned": [{"to": "B", "resource": "Ada", "hours": 80, "units": 1, "cost": 40_000.0}],
    "resources": [{"name": "Ada", "calendar": "5x8", "units": 1}],
}
"""B from 9 to 20 March, C to 27 March."""


def plan(**changes: float) -> Schedule:
    """With other durations by id."""
    lines = [each | ({"days": changes[each["id"]]} if each["id"] in changes else {}) for each in PLAN["activities"]]
    return schedule_of(PLAN | {"activities": lines})


@pytest.fixture(autouse=True)
def _time(db: None) -> Iterator[None]:
    with clock_at(NOW):
        yield


@pytest.fixture
def manager(harbour: Organisation, enrol: Enrol) -> Membership:
    return enrol(harbour, Role.PROJECT_MANAGER, "Mira")


@pytest.fixture
def project(harbour: Organisation, manager: Membership) -> Project:
    portfolio = create_portfolio(harbour, by=None, name="Quays")
    made = create_project(harbour, by=None, code="Q-1", name="Crossing", portfolio=portfolio, manager=manager.person)
    record_plan(made, by=None, schedule=plan(), source_format="csv")
    return Project.objects.select_related("organisation", "current_plan", "baseline").get(pk=made.pk)


@pytest.fixture
def uncertain(project: Project, manager: Membership) -> Project:
    """B takes 8, 10 or 20 days; everything else 90 to 130 per cent."""
    actions.put_estimate(project, by=manager.person, uid="B", optimistic=8, most_likely=10, pessimistic=20)
    rule = {"words": "", "low": 90, "high": 130}
    actions.put_rules(project, by=manager.person, rules=[rule], from_history=False)
    return project


@pytest.fixture
def risk(project: Project, manager: Membership) -> Entry:
    return add_entry(project, Kind.RISK, by=manager.person, title="Frost", probability=3, impact=3)


@pytest.fixture
def desk(manager: Membership) -> Client:
    return signed_in(manager)
