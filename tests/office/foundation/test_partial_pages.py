"""One address gives the whole page to a browser and one part of it to htmx."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from plumbline.office.people.models import Person

PEOPLE = "/o/harbour-works/people/"
SignedIn = Callable[[Person], Client]


def test_a_browser_gets_the_whole_page(ada: Person, signed_in: SignedIn) -> None:
    page = signed_in(ada).get(PEOPLE).content.decode()
    assert "<html" in page
    assert "Ada Quay" in page


def test_htmx_gets_the_part(ada: Person, signed_in: SignedIn) -> None:
    response = signed_in(ada).get(PEOPLE, headers={"HX-Request": "true"})
    part = response.content.decode()
    assert "<html" not in part
    assert "Ada Quay" in part
    assert "HX-Request" in response["Vary"]


def test_htmx_gets_the_whole_page_when_it_restores_history_or_follows_a_link(ada: Person, signed_in: SignedIn) -> None:
    for header in ("HX-History-Restore-Request", "HX-Boosted"):
        response = signed_in(ada).get(PEOPLE, headers={"HX-Request": "true", header: "true"})
        assert "<html" in response.content.decode()
