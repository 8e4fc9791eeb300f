"""The steps of asking for services and of serving."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.story import Story
from plumbline.office.people.roles import Role
from plumbline.office.services.models import Service, ServiceRequest

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("serve_those_who_ask.feature")


def send(story: Story, who: str, path: str, **fields: Any) -> None:
    address = f"/o/{story.organisation().slug}/office/{path}"
    story.page = story.clients[who].post(address, fields, follow=True)
    assert story.page.status_code == 200


def reads(story: Story, who: str, text: str, path: str) -> None:
    assert text in unescape(story.open(who, f"office/{path}").content.decode())


def do(story: Story, who: str, deed: str, **fields: Any) -> None:
    number = ServiceRequest.objects.get().number
    send(story, who, f"requests/{number}/{deed}/", **{f"{deed}-{name}": value for name, value in fields.items()})


@given("Elowen works in the office")
def _(story: Story) -> None:
    story.enrol("Elowen", Role.PMO_STAFF)


@given(parsers.parse('"{name}" is another project manager'))
def _(story: Story, name: str) -> None:
    story.enrol(name, Role.PROJECT_MANAGER)


@given(parsers.parse('the office takes "{key}" from the catalogue'))
def _(story: Story, key: str) -> None:
    send(story, "Elowen", "services/take/", key=[key])


@given(parsers.parse('{who} has asked for "{service}": "{title}"'))
@when(parsers.parse('{who} asks for "{service}": "{title}"'))
def _(story: Story, who: str, service: str, title: str) -> None:
    send(story, who, f"services/{Service.objects.get(title=service).pk}/ask/", title=title)


@then(parsers.parse('{who} reads "{text}" in the queue'))
def _(story: Story, who: str, text: str) -> None:
    reads(story, who, text, "requests/")


@then(parsers.parse('{who} reads "{text}" in the value of services'))
def _(story: Story, who: str, text: str) -> None:
    reads(story, who, text, "value/")


@then(parsers.parse('{who} reads "{text}" on the request'))
def _(story: Story, who: str, text: str) -> None:
    reads(story, who, text, f"requests/{ServiceRequest.objects.get().number}/")


@when(parsers.parse("{who} opens the request"))
def _(story: Story, who: str) -> None:
    story.page = story.open(who, f"office/requests/{ServiceRequest.objects.get().number}/")


@when(parsers.parse("{who} takes the request"))
def _(story: Story, who: str) -> None:
    do(story, who, "take")


@when(parsers.parse('{who} answers "{text}"'))
def _(story: Story, who: str, text: str) -> None:
    do(story, who, "answer", text=text)


@when(parsers.parse('{who} finishes it with "{text}"'))
def _(story: Story, who: str, text: str) -> None:
    do(story, who, "finish", text=text)


@when(parsers.parse('{who} stops the clock with "{text}"'))
def _(story: Story, who: str, text: str) -> None:
    do(story, who, "wait", text=text)


@when(parsers.parse('{who} goes on with "{text}"'))
def _(story: Story, who: str, text: str) -> None:
    do(story, who, "resume", text=text)


@when(parsers.parse("{who} gives it {score:d} of 5"))
def _(story: Story, who: str, score: int) -> None:
    do(story, who, "satisfaction", score=score)
