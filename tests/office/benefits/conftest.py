"""Benefits of a crane at Harbour Works: Tove of the yard answers for them, Wim takes over from her."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from office.conftest import Enrol
from plumbline.office.benefits import actions
from plumbline.office.benefits.models import Benefit, Means
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.actions import create_portfolio, create_programme, create_project
from plumbline.office.projects.models import Project
from plumbline.office.strategy.actions import add_objective
from plumbline.office.strategy.models import Objective

Promise = Callable[..., Benefit]


def at(month: int, day: int, year: int = 2026) -> datetime:
    return datetime(year, month, day, 10, tzinfo=UTC)


@pytest.fixture
def tove(harbour: Organisation, enrol: Enrol) -> Person:
    return enrol(harbour, Role.TEAM_MEMBER, "Tove Yard").person


@pytest.fixture
def wim(harbour: Organisation, enrol: Enrol) -> Person:
    return enrol(harbour, Role.TEAM_MEMBER, "Wim Yard").person


@pytest.fixture
def crane(harbour: Organisation, mira: Person, ada: Person) -> Project:
    portfolio = create_portfolio(harbour, by=ada, name="Quays")
    programme = create_programme(portfolio, by=ada, name="Lifting")
    return create_project(
        harbour, by=ada, name="New crane", code="C-1", portfolio=portfolio, programme=programme, manager=mira
    )


@pytest.fixture
def faster(harbour: Organisation, ada: Person) -> Objective:
    return add_objective(harbour, by=ada, name="Ships that need not wait")


@pytest.fixture
def promise(crane: Project, mira: Person, tove: Person) -> Promise:
    """Agreed, from 10 hours on 1 January 2026 to 6 on 31 December, measured every 30 days by Tove."""

    def promised(title: str = "Shorter waits", project: Project | None = None, **other: Any) -> Benefit:
        given = {
            "owner": tove, "measure": "Hours at the quay", "unit": "h", "baseline": Decimal(10),
            "baseline_on": date(2026, 1, 1), "target": Decimal(6), "realised_on": date(2026, 12, 31),
            "measure_every": 30, "status": "agreed",
        }  # fmt: skip
        with clock_at(at(1, 2)):
            return actions.add_benefit(project or crane, by=mira, title=title, **given | other)

    return promised


@pytest.fixture
def change(crane: Project, mira: Person, tove: Person) -> Means:
    with clock_at(at(1, 2)):
        return actions.add_means(
            crane, Means.Kind.CHANGE, by=mira, title="Crews work at night", owner=tove, due_on=date(2026, 6, 1)
        )


def place_of(organisation: Organisation, person: Person) -> Membership:
    return Membership.objects.get(organisation=organisation, person=person)
