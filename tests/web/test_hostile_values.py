"""Whatever is typed, chosen, uploaded or asked for: it is answered, and never by an error of the program.

Each form and each address meets one kind of value, another one than its neighbour; with ``PLUMBLINE_HOSTILE=all`` each
meets every kind, which takes a quarter of an hour.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

import plumbline.office
from plumbline.office.people.roles import Role
from web.addresses import addresses
from web.hostile import VALUES, Form, Forms, files, names_read
from web.whole_office import Office, whole_office

pytestmark = pytest.mark.django_db
LONGEST_IN_AN_ADDRESS = 3000
ELSEWHERE = ("/accounts/", "/display/")
EVERY = os.environ.get("PLUMBLINE_HOSTILE") == "all"


@pytest.fixture
def office(db: None) -> Office:
    return whole_office()


def failure(client: Client, method: str, path: str, said: dict[str, Any]) -> str:
    """What went wrong, if anything did. What an answer changed is undone."""
    with transaction.atomic():
        try:
            answer = getattr(client, method)(path, said)
            if answer.streaming:
                b"".join(answer.streaming_content)
            found = str(answer.status_code) if answer.status_code >= 500 else ""
        except Exception as error:
            found = f"{type(error).__name__}: {error}"[:200]
        transaction.set_rollback(True)
    return found


def values_for(number: int) -> list[tuple[str, str]]:
    known = list(VALUES.items())
    return known if EVERY else [known[number % len(known)]]


def pages(office: Office, client: Client) -> Iterator[tuple[str, Forms]]:
    for address in addresses():
        path = address.path(office.organisation.slug)
        answer = client.get(path)
        if answer.status_code == 200 and not answer.streaming:
            yield path, Forms(answer.content.decode(errors="replace"))
        elif answer.status_code == 200:
            yield path, Forms("")


def test_no_question_of_an_address_fails(office: Office) -> None:
    client = office.client(office.people[Role.PMO_MANAGER])
    read = names_read(each.read_text() for each in Path(plumbline.office.__path__[0]).rglob("*.py"))
    assert {"page", "month", "owner", "sort"} <= read
    wrong = []
    for number, (path, shown) in enumerate(pages(office, client)):
        own = shown.asked | {name for form in shown.forms if form.method == "get" for name in form.values}
        for label, value in values_for(number):
            said = dict.fromkeys(read | own, value[:LONGEST_IN_AN_ADDRESS] if label == "long" else value)
            if found := failure(client, "get", path, said):
                wrong.append((path, label, found))
    assert not wrong


def test_no_form_fails(office: Office) -> None:
    client = office.client(office.people[Role.PMO_MANAGER])
    wrong, tried = [], set()
    for path, shown in pages(office, client):
        for form in shown.forms:
            there = form.action or path
            what = (there, *form.values, *form.buttons)
            if form.method != "post" or what in tried or there.startswith(ELSEWHERE):
                continue
            tried.add(what)
            wrong += [(there, *each) for each in failures_of(client, there, form, len(tried))]
    assert len(tried) > 150
    assert not wrong


def failures_of(client: Client, path: str, form: Form, number: int) -> Iterator[tuple[str, str]]:
    """Each button with all that is typed hostile, and once with all that the form says of itself as well."""
    for label, value in {**dict(values_for(number)), "over 64 bit": VALUES["over 64 bit"]}.items():
        for every in (False, True):
            for button in form.buttons or [("", "")]:
                said = form.filled(value, every=every) | ({button[0]: button[1]} if button[0] else {})
                if found := failure(client, "post", path, said):
                    yield label, found
    for file in files() if form.files else ():
        if found := failure(client, "post", path, form.filled("a", every=False) | dict.fromkeys(form.files, file)):
            yield file.name or "", found


@pytest.mark.parametrize("said", ["a\x00b", "\x00"])
def test_a_nul_is_refused_before_it_is_looked_up(office: Office, said: str) -> None:
    client = office.client(office.people[Role.PMO_MANAGER])
    start = f"/o/{office.organisation.slug}/"
    assert client.get(f"{start}search/", {"q": said}).status_code == 400
    assert client.get(f"{start}search/", {said: "q"}).status_code == 400
    assert client.post(f"{start}people/communities/questions/1/do/", {"do": "hide", "because": said}).status_code == 400
    assert Client().post("/accounts/login/", {"login": said, "password": said}).status_code == 400


def test_a_nul_in_a_cookie_is_refused() -> None:
    """Quoted cookies may spell any character by its number."""
    stranger = Client(headers={"cookie": 'sessionid="aaaaaaaa\\000"'})
    assert stranger.get("/accounts/login/").status_code == 400
