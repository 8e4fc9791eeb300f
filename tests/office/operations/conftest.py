"""A harbour whose office meets every Monday, on a Wednesday at noon."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

import pytest

from office.conftest import Enrol
from plumbline.office.events.actions import Facts, add_event
from plumbline.office.events.models import Event
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
MONDAY = date(2026, 3, 2)
ROUND = Facts("Round of the quay", "meeting", MONDAY, at=time(9, 15), minutes=30, repeats="weekly")


@pytest.fixture
def noon() -> Iterator[None]:
    with clock_at(NOON):
        yield


@pytest.fixture
def meeting(harbour: Organisation, ada: Person, noon: None) -> Event:
    return add_event(harbour, ROUND, by=ada)


@pytest.fixture
def elowen(harbour: Organisation, enrol: Enrol) -> Person:
    """PMO staff at Harbour Works."""
    return enrol(harbour, Role.PMO_STAFF, "Elowen Brace").person
