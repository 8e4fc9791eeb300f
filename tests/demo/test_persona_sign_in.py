"""In a demo anybody may be any of its people; anywhere else the address does not exist."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client
from django.urls import NoReverseMatch, reverse

from plumbline import demo
from plumbline.demo.office import Office, found
from plumbline.demo.people import CITY, CITY_PEOPLE, UNITS

in_a_demo = pytest.mark.urls("demo.demo_urls")


@pytest.fixture
def city(db: None) -> Office:
    """The people of the city, without its projects."""
    return found(CITY, CITY_PEOPLE, UNITS, standard="predictive")


def test_outside_a_demo_the_address_does_not_exist(city: Office) -> None:
    assert settings.DEMO is False
    with pytest.raises(NoReverseMatch):
        reverse("persona_sign_in")
    answer = Client().post("/demo/", {"persona": "dagny"})
    assert answer.status_code == 404
    assert "_auth_user_id" not in Client().session


@in_a_demo
def test_the_page_offers_every_persona_with_what_to_look_at(city: Office) -> None:
    page = Client().get("/demo/").content.decode()
    for persona in demo.personas():
        assert persona.name in page
        assert persona.look_at in page


@in_a_demo
@pytest.mark.parametrize("persona", demo.personas(), ids=lambda each: each.key)
def test_whoever_chooses_a_persona_sees_the_portfolio_as_they_do(city: Office, persona: demo.Persona) -> None:
    client = Client()
    page = client.post("/demo/", {"persona": persona.key}, follow=True)
    assert page.status_code == 200
    assert "Marrowbridge" in page.content.decode()


@in_a_demo
def test_a_persona_that_nobody_told_of_signs_nobody_in(city: Office) -> None:
    assert Client().post("/demo/", {"persona": "mallory"}).status_code == 404


@in_a_demo
def test_signing_in_leads_to_no_other_site(city: Office) -> None:
    answer = Client().post("/demo/", {"persona": "osric", "next": "https://elsewhere.example/"})
    assert answer.headers["Location"] == "/"


@in_a_demo
def test_signing_in_needs_the_token_of_the_form(city: Office) -> None:
    assert Client(enforce_csrf_checks=True).post("/demo/", {"persona": "osric"}).status_code == 403
