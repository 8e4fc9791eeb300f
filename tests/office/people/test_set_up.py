"""The first person to arrive sets the office up, once."""

from __future__ import annotations

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client

from plumbline.office.foundation.models import AuditLine
from plumbline.office.people.actions import AlreadySetUp, set_up_first_organisation
from plumbline.office.people.models import Installation, Membership, Organisation, Person
from plumbline.office.standards.models import StandardVersion
from plumbline.office.standards.queries import in_force

GIVEN = {
    "organisation_name": "Harbour Works",
    "person_name": "Ada Quay",
    "email": "Ada@Harbour.example",
    "password": "plumb-and-level-7",
}
FORM = {**GIVEN, "time_zone": "Europe/Lisbon", "currency": "eur"}


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/accounts/login/", "/o/harbour-works/people/", "/nowhere/"])
def test_every_address_leads_to_set_up_while_nobody_is_there(client: Client, address: str) -> None:
    response = client.get(address)
    assert (response.status_code, response["Location"]) == (302, "/set-up/")


@pytest.mark.django_db
def test_set_up_creates_the_organisation_its_pmo_manager_and_a_standard_in_force(client: Client) -> None:
    assert client.get("/set-up/").status_code == 200
    assert client.post("/set-up/", FORM).status_code == 302
    membership = Membership.objects.get()
    assert membership.role == "pmo_manager"
    assert membership.person.email == "ada@harbour.example"
    assert (membership.organisation.slug, membership.organisation.currency) == ("harbour-works", "EUR")
    standard = in_force(membership.organisation)
    assert standard is not None
    assert standard.name == "predictive"
    assert client.get("/")["Location"] == "/o/harbour-works/"


@pytest.mark.django_db
def test_set_up_tells_the_audit_trail_who_it_was(client: Client) -> None:
    client.post("/set-up/", FORM)
    told = AuditLine.objects.order_by("id").values_list("verb", "actor_name", "object_label", "address")
    assert list(told) == [
        ("set_up_first_organisation", "Ada Quay", "Harbour Works", "127.0.0.1"),
        ("publish_standard", "Ada Quay", str(StandardVersion.objects.get()), "127.0.0.1"),
    ]


@pytest.mark.django_db
def test_set_up_does_not_exist_once_somebody_is_there(client: Client, ada: Person) -> None:
    assert client.get("/set-up/").status_code == 404
    assert client.post("/set-up/", FORM).status_code == 404
    assert Organisation.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("field", "value", "complaint"),
    [
        ("password", "short", "too short"),
        ("password", "password1234", "too common"),
        ("password", "ada@harbour", "too similar"),
        ("email", "ada", "valid email"),
        ("organisation_name", "", "required"),
        ("organisation_name", "x" * 121, "at most 120"),
        ("time_zone", "Europe/Atlantis", "Select a valid choice"),
        ("currency", "€", "Three letters"),
    ],
)
def test_a_refused_set_up_says_why_and_leaves_nothing(client: Client, field: str, value: str, complaint: str) -> None:
    response = client.post("/set-up/", {**FORM, field: value})
    assert response.status_code == 200
    assert complaint in response.content.decode()
    assert not Organisation.objects.exists()
    assert not Installation.objects.exists()


@pytest.mark.django_db
def test_the_action_itself_refuses_a_weak_password() -> None:
    with pytest.raises(ValidationError):
        set_up_first_organisation(**{**GIVEN, "password": "1234567890"})
    assert not Person.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_many_who_set_up_at_the_same_moment_one_succeeds() -> None:
    outcomes: list[str] = []
    start = threading.Barrier(4)

    def arrive(number: int) -> None:
        start.wait()
        try:
            set_up_first_organisation(**{**GIVEN, "email": f"person{number}@harbour.example"})
            outcomes.append("set up")
        except AlreadySetUp:
            outcomes.append("too late")
        finally:
            connection.close()

    threads = [threading.Thread(target=arrive, args=(number,)) for number in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(outcomes) == ["set up", "too late", "too late", "too late"]
    assert (Organisation.objects.count(), Person.objects.count(), AuditLine.objects.count()) == (1, 1, 1)
