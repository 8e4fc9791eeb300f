"""A second factor is asked for once somebody has set one up, and a recovery code stands in for it once."""

from __future__ import annotations

import re

from allauth.mfa.totp.internal import auth
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client

from office.conftest import PASSWORD
from plumbline.office.people.models import Person

ACTIVATE = "/accounts/2fa/totp/activate/"


def code_of(secret: str) -> str:
    return str(auth.format_hotp_value(auth.hotp_value(secret, next(auth.yield_hotp_counters_from_time()))))


def sign_in(client: Client, person: Person) -> str:
    response = client.post("/accounts/login/", {"login": person.email, "password": PASSWORD})
    return str(response["Location"])


def open_activation(client: Client, person: Person) -> HttpResponse:
    """The password is asked for again, as a screen may have been left open."""
    sign_in(client, person)
    again = client.get(ACTIVATE)["Location"]
    assert again.startswith("/accounts/reauthenticate/")
    assert client.get(again).status_code == 200
    assert client.post(again, {"password": PASSWORD})["Location"] == ACTIVATE
    return client.get(ACTIVATE)


def set_up(client: Client, person: Person) -> tuple[str, list[str]]:
    """The secret and the recovery codes."""
    page = open_activation(client, person)
    secret = page.context["form"].secret
    assert client.post(ACTIVATE, {"code": code_of(secret)}).status_code == 302
    told = client.get("/accounts/2fa/recovery-codes/").content.decode()
    return secret, re.findall(r"\b\d{8}\b", told)


def test_a_second_factor_is_asked_for_after_the_password(mira: Person, client: Client) -> None:
    secret, _ = set_up(client, mira)
    client.post("/accounts/logout/")
    asked = sign_in(client, mira)
    assert asked.startswith("/accounts/2fa/authenticate/")
    assert client.get("/account/").status_code == 302
    assert client.get(asked).status_code == 200
    assert client.post(asked, {"code": "000000"}).status_code == 200
    assert client.get("/account/").status_code == 302
    # the code that set it up has been used, and none is accepted twice
    cache.clear()
    assert client.post(asked, {"code": code_of(secret)}).status_code == 302
    assert client.get("/account/").status_code == 200


def test_a_recovery_code_works_once(mira: Person, client: Client) -> None:
    _, codes = set_up(client, mira)
    assert len(codes) == 10
    for expected in (302, 200):
        client.post("/accounts/logout/")
        asked = sign_in(client, mira)
        assert client.post(asked, {"code": codes[0]}).status_code == expected


def test_a_wrong_code_sets_nothing_up(mira: Person, client: Client) -> None:
    open_activation(client, mira)
    assert client.post(ACTIVATE, {"code": "000000"}).status_code == 200
    client.post("/accounts/logout/")
    assert sign_in(client, mira) == "/"
