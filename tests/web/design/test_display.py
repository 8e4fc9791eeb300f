"""Choosing theme and density without script."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import reverse

from plumbline.web.display import choose


def post(**given: str) -> HttpResponse:
    return choose(RequestFactory().post("/display/", given))


def test_a_choice_is_kept_in_a_cookie_and_leads_back() -> None:
    answer = post(theme="dark", next="/o/harbour/?q=tram")
    assert answer.status_code == 302
    assert answer["Location"] == "/o/harbour/?q=tram"
    assert answer.cookies["theme"].value == "dark"


@pytest.mark.parametrize("away", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)", ""])
def test_nobody_is_led_to_another_site(away: str) -> None:
    assert post(density="compact", next=away)["Location"] == "/"


@pytest.mark.parametrize("given", [{"theme": "pink"}, {"shape": "round"}, {}])
def test_an_unknown_choice_is_refused(given: dict[str, str]) -> None:
    answer = post(**given)
    assert answer.status_code == 400
    assert not answer.cookies


def test_the_address_exists() -> None:
    assert reverse("display")
