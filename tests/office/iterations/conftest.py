"""A project with its manager, at a fixed time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from office.conftest import Enrol
from plumbline.office.foundation.clock import clock_at
from plumbline.office.iterations import actions
from plumbline.office.iterations.models import IterationRecord
from plumbline.office.people.models import Membership, Organisation
from plumbline.office.people.roles import Role
from plumbline.office.projects.actions import create_portfolio, create_project
from plumbline.office.projects.models import Project

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
FIRST = date(2026, 1, 2)
Record = Callable[..., IterationRecord]


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
    return create_project(harbour, by=None, code="Q-1", name="Crossing", portfolio=portfolio, manager=manager.person)


@pytest.fixture
def record(project: Project, manager: Membership) -> Record:
    """``record(8, 100)``: the next iteration of two weeks, with what was accepted and the scope."""

    def recorded(accepted: float, scope: float = 100, **given: Any) -> IterationRecord:
        there = IterationRecord.objects.filter(project=project).count()
        given.setdefault("ends_on", FIRST + timedelta(days=14 * there))
        return actions.record_iteration(
            project, by=manager.person, accepted=Decimal(str(accepted)), scope=Decimal(str(scope)), **given
        )

    return recorded
