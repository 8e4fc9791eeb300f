"""People and organisations that the office's tests tell of; all invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from plumbline.office.people.actions import add_person, create_organisation
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.roles import Role

PASSWORD = "plumb-and-level-7"
Enrol = Callable[..., Membership]


@pytest.fixture
def harbour(db: None) -> Organisation:
    return create_organisation(name="Harbour Works", by=None, time_zone="Europe/Lisbon")


@pytest.fixture
def northern(db: None) -> Organisation:
    return create_organisation(name="Northern Line", by=None, time_zone="Europe/Oslo")


@pytest.fixture
def enrol() -> Enrol:
    """Gives somebody with a password a place: ``enrol(harbour, Role.GUEST)``."""

    def enrolled(organisation: Organisation, role: str, name: str = "") -> Membership:
        called = name or Role(role).label
        email = f"{called.lower().replace(' ', '.')}@{organisation.slug}.example"
        membership = add_person(organisation, by=None, email=email, name=called, role=role)
        membership.person.set_password(PASSWORD)
        membership.person.save()
        return membership

    return enrolled


@pytest.fixture
def ada(harbour: Organisation, enrol: Enrol) -> Person:
    """PMO manager of Harbour Works."""
    return enrol(harbour, Role.PMO_MANAGER, "Ada Quay").person


@pytest.fixture
def mira(harbour: Organisation, enrol: Enrol) -> Person:
    """Project manager at Harbour Works."""
    return enrol(harbour, Role.PROJECT_MANAGER, "Mira Pontoon").person


@pytest.fixture
def olav(northern: Organisation, enrol: Enrol) -> Person:
    """PMO manager of Northern Line."""
    return enrol(northern, Role.PMO_MANAGER, "Olav Sleeper").person


@pytest.fixture
def signed_in() -> Callable[[Person], Client]:
    def client_of(person: Person) -> Client:
        client = Client()
        client.force_login(person, "allauth.account.auth_backends.AuthenticationBackend")
        return client

    return client_of
