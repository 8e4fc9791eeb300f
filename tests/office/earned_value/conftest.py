"""A crane for 800 over two months: design in March, building in April; Mira leads it, the money is in EUR."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from engine.rules.case_files import schedule_of
from plumbline.engine.schedule import Schedule
from plumbline.office.earned_value import actions
from plumbline.office.earned_value.models import CostBaseline
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects.actions import create_portfolio, create_programme, create_project, record_plan
from plumbline.office.projects.models import Project

MONEY = {"D1": 200.0, "D2": 200.0, "B1": 400.0}
Deliver = Callable[..., Project]


def at(month: int, day: int) -> datetime:
    return datetime(2026, month, day, 10, tzinfo=UTC)


def plan(data_date: str = "2026-03-02 08:00", **progress: dict[str, Any]) -> Schedule:
    """The plan as of a day; ``progress`` by id of the activity."""
    made: Schedule = schedule_of(
        {
            "data_date": data_date,
            "activities": [
                {"id": "DESIGN", "kind": "summary"},
                {"id": "D1", "days": 10, "parent": "DESIGN", "planned_start": "2026-03-02 08:00",
                 "planned_finish": "2026-03-13 17:00"},
                {"id": "D2", "days": 10, "parent": "DESIGN", "planned_start": "2026-03-16 08:00",
                 "planned_finish": "2026-03-27 17:00"},
                {"id": "BUILD", "kind": "summary"},
                {"id": "B1", "days": 20, "parent": "BUILD", "planned_start": "2026-04-01 08:00",
                 "planned_finish": "2026-04-28 17:00"},
            ],
            "links": ["D1 FS D2", "D2 FS B1"],
        }
    )  # fmt: skip
    activities = tuple(
        replace(each, budget=MONEY.get(each.id), **progress.get(each.id, {})) for each in made.activities
    )
    return replace(made, activities=activities)


@pytest.fixture(autouse=True)
def in_may() -> Iterator[None]:
    with clock_at(at(5, 27)):
        yield


@pytest.fixture
def crane(harbour: Organisation, mira: Person, ada: Person) -> Project:
    portfolio = create_portfolio(harbour, by=ada, name="Quays")
    programme = create_programme(portfolio, by=ada, name="Lifting")
    return create_project(
        harbour, by=ada, name="New crane", code="C-1", portfolio=portfolio, programme=programme, manager=mira
    )


@pytest.fixture
def deliver(crane: Project, mira: Person) -> Deliver:
    def delivered(schedule: Schedule) -> Project:
        record_plan(crane, by=mira, schedule=schedule, source_format="test")
        crane.refresh_from_db()
        return crane

    return delivered


@pytest.fixture
def promised(crane: Project, deliver: Deliver, mira: Person) -> CostBaseline:
    deliver(plan())
    version = crane.current_plan
    assert version is not None
    return actions.promise_by_plan(crane, by=mira, plan_version=version, currency="EUR", reason="Board of 1 March")


@pytest.fixture
def hand_in(crane: Project, mira: Person) -> Callable[..., int]:
    """A table is kept and taken up."""

    def handed_in(kind: str, text: str, **more: Any) -> int:
        kept = actions.keep_table(crane, by=mira, kind=kind, name=f"{kind}.csv", content=text.encode())
        return actions.take_up_table(kept, by=mira, **more)

    return handed_in
