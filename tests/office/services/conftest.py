"""A harbour that offers a service, and somebody who works on what is asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from office.conftest import Enrol
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.services.actions import add_service, ask_for_service
from plumbline.office.services.models import Service, ServiceRequest

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def monday() -> Iterator[datetime]:
    """At nine in Lisbon, in winter."""
    with clock_at(MONDAY):
        yield MONDAY


@pytest.fixture
def elowen(harbour: Organisation, enrol: Enrol) -> Person:
    """PMO staff at Harbour Works."""
    return enrol(harbour, Role.PMO_STAFF, "Elowen Brace").person


@pytest.fixture
def mentoring(harbour: Organisation, monday: datetime) -> Service:
    """An answer within four hours of work, the result within sixteen."""
    return add_service(harbour, by=None, title="Mentoring", group="Competence", respond_in=240, deliver_in=960)


@pytest.fixture
def asked(mentoring: Service, mira: Person, elowen: Person) -> ServiceRequest:
    return ask_for_service(mentoring, by=mira, title="A mentor for the quay")
