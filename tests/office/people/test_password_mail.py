"""Mail about a forgotten password: it helps whoever has an account, and tells a stranger nothing but what to do."""

from __future__ import annotations

import pytest
from django.core import mail
from django.test import Client

from plumbline.office.people.models import Person

pytestmark = pytest.mark.django_db


def addresses_in(text: str) -> list[str]:
    return [word for word in text.split() if word.startswith("http")]


def asked_for(email: str) -> str:
    Client().post("/accounts/password/reset/", {"email": email})
    [sent] = mail.outbox
    return f"{sent.subject}\n{sent.body}"


def test_a_person_gets_an_address_that_opens_the_page_to_choose_a_password(ada: Person) -> None:
    [address] = addresses_in(asked_for(ada.email))
    page = Client().get(address.partition("testserver")[2], follow=True).content.decode()
    assert 'type="password"' in page


def test_an_address_without_an_account_is_told_whom_to_ask_and_is_led_nowhere(ada: Person) -> None:
    told = asked_for("nobody@harbour.example")
    assert "PMO" in told
    assert not addresses_in(told)


def test_both_see_the_same_page(ada: Person) -> None:
    known = Client().post("/accounts/password/reset/", {"email": ada.email}, follow=True)
    unknown = Client().post("/accounts/password/reset/", {"email": "nobody@harbour.example"}, follow=True)
    assert known.redirect_chain == unknown.redirect_chain


def test_nobody_can_sign_up(ada: Person) -> None:
    assert Client().get("/accounts/signup/").status_code == 404
