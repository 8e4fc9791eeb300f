"""The steps of asking those who know."""

from __future__ import annotations

import re

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.story import Story
from plumbline.office.communities import actions
from plumbline.office.communities.models import Community, CommunityAnswer, CommunityQuestion
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Person
from plumbline.office.people.roles import Role

pytestmark = pytest.mark.django_db
scenarios("ask_those_who_know.feature")


def send(story: Story, who: str, path: str, **said: str) -> None:
    sent = story.clients[who].post(f"/o/{story.organisation().slug}/people/communities/{path}", said)
    assert sent.status_code == 302


@given('Elowen runs the community "Risk owners" of "Harbour Works", which knows about the register of risks')
def _(story: Story) -> None:
    elowen = story.enrol("Elowen", Role.PMO_STAFF)
    send(story, "Elowen", "add/", title="Risk owners", topics="register:risk", leads=str(elowen.pk))


@given("Mira manages projects, Jory belongs to the community, and Gus is a guest")
def _(story: Story) -> None:
    story.enrol("Mira", Role.PROJECT_MANAGER)
    story.enrol("Jory", Role.TEAM_MEMBER)
    story.enrol("Gus", Role.GUEST)
    send(story, "Jory", f"{Community.objects.get().pk}/belong/", do="join")


@given(parsers.parse('Mira asked "{title}", and Jory\'s answer is accepted'))
def _(story: Story, title: str) -> None:
    mira, jory = Person.objects.get(name="Mira"), Person.objects.get(name="Jory")
    question = actions.ask(Community.objects.get(), by=mira, title=title, text="Two of us?", topic="register:risk")
    actions.accept(actions.answer(question, by=jory, text="Whoever can act on it"), by=mira)


@when(parsers.parse('{who} asks "{title}" about the register of risks'))
def _(story: Story, who: str, title: str) -> None:
    path = f"{Community.objects.get().pk}/ask/"
    send(story, who, path, title=title, text="Two of us?", topic="register:risk")


@when(parsers.parse('{who} answers "{text}"'))
def _(story: Story, who: str, text: str) -> None:
    send(story, who, f"questions/{CommunityQuestion.objects.get().pk}/", text=text)


@when("Mira accepts the answer")
def _(story: Story) -> None:
    send(story, "Mira", f"answers/{CommunityAnswer.objects.get().pk}/do/", do="accept")


@when(parsers.re(r'Elowen (?P<deed>retires it|hides the answer) because "(?P<because>.*)"'))
def _(story: Story, deed: str, because: str) -> None:
    path = f"answers/{CommunityAnswer.objects.get().pk}/do/"
    send(story, "Elowen", path, do="retire" if deed.startswith("retires") else "hide", because=because)


@when("Gus opens the communities")
def _(story: Story) -> None:
    story.open("Gus", "people/communities/")


@then(parsers.parse('{who} is told of "{words}"'))
def _(who: str, words: str) -> None:
    assert Notice.objects.filter(person__name=who, title__contains=words).exists()


@then(parsers.re(r'at the place "(?P<place>\w+)" Mira reads (?P<words>".*)'))
def _(story: Story, place: str, words: str) -> None:
    text = story.open("Mira", f"guidance/{place}/").content.decode()
    assert [each for each in re.findall(r'"([^"]+)"', words) if each not in text] == []


@then(parsers.parse('at the place "{place}" Mira reads no "{words}"'))
def _(story: Story, place: str, words: str) -> None:
    assert words not in story.open("Mira", f"guidance/{place}/").content.decode()


@then("they are told that their role does not allow it")
def _(story: Story) -> None:
    assert story.page.status_code == 403
    assert "does not allow" in story.page.content.decode()
