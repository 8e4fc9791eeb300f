"""The steps of setting up."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.pages import words_of
from acceptance.story import Story
from plumbline.office.people.models import Membership, Person
from plumbline.office.standards.queries import in_force

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("first_run.feature")
SOMEBODY = "somebody"


@given("a fresh installation")
def _(story: Story) -> None:
    story.clients[SOMEBODY] = Client()
    assert not Person.objects.exists()


@given("an organisation that is set up")
def _(story: Story) -> None:
    story.clients[SOMEBODY] = Client()
    set_up(story, "Harbour Works", "ada@harbour.example")
    story.clients[SOMEBODY] = Client()


@when("somebody opens the sign-in page")
def _(story: Story) -> None:
    story.page = story.clients[SOMEBODY].get("/accounts/login/")


@when("somebody opens the set-up page")
def _(story: Story) -> None:
    story.page = story.clients[SOMEBODY].get("/set-up/")


@when(parsers.parse('somebody sets up "{organisation}" as "{email}"'))
def set_up(story: Story, organisation: str, email: str) -> None:
    given = {"organisation_name": organisation, "person_name": "Ada Quay", "email": email}
    choices = {"password": "plumb-and-level-7", "time_zone": "Europe/Lisbon", "currency": "EUR"}
    story.page = story.clients[SOMEBODY].post("/set-up/", given | choices, follow=True)


@then("they are led to the set-up page")
def _(story: Story) -> None:
    assert (story.page.status_code, story.page["Location"]) == (302, "/set-up/")
    assert "Set up Plumbline" in words_of(story.clients[SOMEBODY].get("/set-up/"))


@then(parsers.parse('they are signed in as PMO manager of "{organisation}"'))
def _(story: Story, organisation: str) -> None:
    person = story.page.wsgi_request.user
    assert person.is_authenticated
    place = Membership.objects.get(person=person)
    assert (place.organisation.name, place.get_role_display()) == (organisation, "PMO manager")


@then(parsers.parse('"{organisation}" follows the published standard "{standard}"'))
def _(organisation: str, standard: str) -> None:
    version = in_force(Membership.objects.get(organisation__name=organisation).organisation)
    assert version is not None
    assert version.name == standard


@then("the set-up of the office invites them to begin")
def _(story: Story) -> None:
    assert story.page.redirect_chain[-1][0] == "/o/harbour-works/office/founding/"
    assert "Found your office" in words_of(story.page)


@then("the page does not exist for them")
def _(story: Story) -> None:
    assert story.page.status_code == 404
