"""Harbour Works lends its crew: Tove dives and Wim paints, Nia owns the pool. Two projects want them both."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta

import pytest

from office.conftest import Enrol
from plumbline.engine.calendars import WorkCalendar
from plumbline.engine.schedule import Activity, Assignment, Dialect, Resource, Schedule
from plumbline.office.capacity import actions
from plumbline.office.capacity.jobs import keep_up
from plumbline.office.capacity.models import Ability, Pool, ResourcePerson
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.actions import create_portfolio, create_project, record_plan
from plumbline.office.projects.models import Portfolio, Project

MONDAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
DAY = 480
WEEK = 5 * DAY
EIGHT_HOURS = ((8 * 60, 12 * 60), (13 * 60, 17 * 60))
Deliver = Callable[..., None]


@pytest.fixture(autouse=True)
def on_that_monday() -> object:
    with clock_at(NOW):
        yield


@pytest.fixture
def nia(harbour: Organisation, enrol: Enrol) -> Person:
    """Owns the pool, and is nothing else here."""
    return enrol(harbour, Role.TEAM_MEMBER, "Nia Yard").person


@pytest.fixture
def tove_yard(harbour: Organisation, enrol: Enrol) -> Person:
    return enrol(harbour, Role.TEAM_MEMBER, "Tove Yard").person


@pytest.fixture
def crew(harbour: Organisation, ada: Person, nia: Person) -> Pool:
    return actions.add_pool(harbour, by=ada, name="Crew", owner=nia)


@pytest.fixture
def diver(harbour: Organisation, ada: Person) -> Ability:
    return actions.add_ability(harbour, by=ada, name="Diver")


@pytest.fixture
def tove(harbour: Organisation, ada: Person, tove_yard: Person, crew: Pool, diver: Ability) -> ResourcePerson:
    return actions.add_resource_person(harbour, by=ada, person=tove_yard, pool=crew, role=diver)


@pytest.fixture
def wim(harbour: Organisation, ada: Person, crew: Pool) -> ResourcePerson:
    """Without an account, four days a week."""
    return actions.add_resource_person(harbour, by=ada, name="Wim Yard", pool=crew, percent=80)


@pytest.fixture
def quays(harbour: Organisation, ada: Person) -> Portfolio:
    return create_portfolio(harbour, by=ada, name="Quays")


@pytest.fixture
def crane(harbour: Organisation, quays: Portfolio, mira: Person, ada: Person) -> Project:
    return create_project(harbour, by=ada, name="New crane", code="C-1", portfolio=quays, manager=mira)


@pytest.fixture
def wall(harbour: Organisation, quays: Portfolio, ada: Person) -> Project:
    return create_project(harbour, by=ada, name="Quay wall", code="C-2", portfolio=quays)


@pytest.fixture
def deliver() -> Deliver:
    """A plan in which each of those names works full time for so many days from the Monday on."""

    def delivered(project: Project, work: dict[str, int], begin: date = MONDAY) -> None:
        record_plan(project, by=None, schedule=plan_of(work, begin), source_format="table")
        keep_up()

    return delivered


def plan_of(work: dict[str, int], begin: date = MONDAY) -> Schedule:
    start = datetime(begin.year, begin.month, begin.day, 8)
    return Schedule(
        name="Plan",
        dialect=Dialect.P6,
        start=start,
        data_date=start,
        calendars=(WorkCalendar(uid=1, name="Weekdays", week=(EIGHT_HOURS,) * 5 + ((),) * 2),),
        default_calendar=1,
        activities=tuple(_task(name, days) for name, days in work.items()),
        resources=tuple(Resource(name, name) for name in work),
        assignments=tuple(Assignment(name, name, work=days * DAY) for name, days in work.items()),
    )


def _task(name: str, days: int) -> Activity:
    return Activity(uid=name, id=name, name=f"Work of {name}", duration=days * DAY, remaining=days * DAY)


def place_of(organisation: Organisation, person: Person) -> Membership:
    return Membership.objects.get(organisation=organisation, person=person)


def weeks_later(weeks: int) -> date:
    return MONDAY + timedelta(weeks=weeks)


def hours(minutes: Sequence[int]) -> list[int]:
    return [int(each) // 60 for each in minutes]
