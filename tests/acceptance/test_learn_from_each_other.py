"""The steps of learning from each other in pairs."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.story import Story
from plumbline.office.foundation.models import AuditLine
from plumbline.office.mentoring.models import MentoringProgramme, Pair
from plumbline.office.people.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("learn_from_each_other.feature")
ABOUT = {"languages": "English", "level_1": 3}


def send(story: Story, who: str, path: str, **fields: Any) -> None:
    address = f"/o/{story.organisation().slug}/people/mentoring/{path}"
    story.page = story.clients[who].post(address, fields, follow=True)
    assert story.page.status_code == 200


def said(story: Story, who: str, path: str) -> str:
    return unescape(story.open(who, f"people/mentoring/{path}").content.decode())


def programme() -> str:
    return f"{MentoringProgramme.objects.get().pk}/"


def pair() -> str:
    return f"pairs/{Pair.objects.get().pk}/"


@given(parsers.parse('{who} runs the mentoring programme "{title}"'))
def _(story: Story, who: str, title: str) -> None:
    story.enrol(who, Role.PMO_STAFF)
    send(story, who, "add/", title=title, starts_on="2026-01-01", ends_on="2099-01-01")


@given(parsers.parse('{who} can help with "{what}"'))
def _(story: Story, who: str, what: str) -> None:
    story.enrol(who, Role.PROJECT_MANAGER)
    send(story, who, f"{programme()}offer/", name_1=what, mentees=1, **ABOUT)


@given(parsers.parse('{who} wants to learn "{what}"'))
def _(story: Story, who: str, what: str) -> None:
    story.enrol(who, Role.TEAM_MEMBER)
    send(story, who, f"{programme()}wish/", name_1=what, **ABOUT)


@given(parsers.parse("{who} has pairs proposed"))
@when(parsers.parse("{who} has pairs proposed"))
def _(story: Story, who: str) -> None:
    send(story, who, f"{programme()}propose/", propose="yes")


@given(parsers.parse("{who} agrees"))
@when(parsers.parse("{who} agrees"))
def _(story: Story, who: str) -> None:
    send(story, who, f"{pair()}answer/", answer="yes")


@when(parsers.parse("{who} would rather not"))
def _(story: Story, who: str) -> None:
    send(story, who, f"{pair()}answer/", answer="no")


@given(parsers.parse('{who} notes "{words}"'))
@when(parsers.parse('{who} notes "{words}"'))
def _(story: Story, who: str, words: str) -> None:
    send(story, who, f"{pair()}do/notes/", words=words)


@when(parsers.parse("{who} opens the page of the pair"))
def _(story: Story, who: str) -> None:
    story.open(who, f"people/mentoring/{pair()}")


@then(parsers.parse('{who} reads "{text}" on the page of the {which}'))
def _(story: Story, who: str, text: str, which: str) -> None:
    assert text in said(story, who, pair() if which == "pair" else programme())


@then(parsers.parse('{who} does not read "{text}" on the page of the {which}'))
def _(story: Story, who: str, text: str, which: str) -> None:
    assert text not in said(story, who, pair() if which == "pair" else programme())


@then("the audit does not name who answered")
def _() -> None:
    lines = AuditLine.objects.filter(object_type="mentoring.pair")
    assert {each.actor_name for each in lines} == {"Plumbline"}


@then("no pair is proposed")
def _() -> None:
    assert not Pair.objects.filter(state__in=Pair.ACTIVE).exists()
