"""The steps of raising a signal."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.apps import apps
from django.test import Client
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.story import Story
from plumbline.office.foundation.clock import clock_at, now
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project
from plumbline.office.registers.models import Entry
from plumbline.office.signals import actions
from plumbline.office.signals.models import Signal

pytestmark = pytest.mark.django_db
scenarios("raise_a_signal.feature")
RAISED = parsers.re(
    r'Jory raises the (?P<kind>\w+) "(?P<text>[^"]+)" about "(?P<project>[^"]+)"(?P<how> anonymously)?$'
)


def send(story: Story, who: str, path: str, /, **said: str) -> None:
    story.page = story.clients[who].post(f"/o/{story.organisation().slug}/signals/{path}", said)
    assert story.page.status_code in (200, 302)


def do(story: Story, who: str, deed: str, /, **said: str) -> None:
    send(story, who, f"{Signal.objects.get().pk}/{deed}/", **said)
    assert story.page.status_code == 302


@given('Dora heads the PMO of "Harbour Works", Sol pays for the project "New crane", and Mira manages it')
def _(story: Story) -> None:
    story.enrol("Dora", Role.PMO_MANAGER)
    mira, sol = story.enrol("Mira", Role.PROJECT_MANAGER), story.enrol("Sol", Role.EXECUTIVE)
    project = story.add_project("New crane", mira)
    Project.objects.filter(pk=project.pk).update(sponsor=sol)


@given("Jory belongs to the team, and Gus is a guest")
def _(story: Story) -> None:
    story.enrol("Jory", Role.TEAM_MEMBER)
    story.enrol("Gus", Role.GUEST)


@given(parsers.parse('Jory raised the concern "{text}" anonymously, and Dora answered "{answer}"'))
def _(story: Story, text: str, answer: str) -> None:
    with clock_at(now() - timedelta(days=2)):
        send(story, "Jory", "raise/", kind="concern", text=text, who="anonymous")
    story.address = link_of(story)
    do(story, "Dora", "answer", **{"answer-text": answer})


@when(RAISED)
def _(story: Story, kind: str, text: str, project: str, how: str | None) -> None:
    about = f"project:{story.projects[project].pk}"
    send(story, "Jory", "raise/", kind=kind, text=text, about=about, who="anonymous" if how else "named")


@when("Mira agrees with it")
def _(story: Story) -> None:
    do(story, "Mira", "vote", do="yes")


@when(parsers.parse('Sol answers "{text}"'))
def _(story: Story, text: str) -> None:
    do(story, "Sol", "answer", **{"answer-text": text})


@when(parsers.parse('Sol closes it with "{text}"'))
def _(story: Story, text: str) -> None:
    do(story, "Sol", "close", **{"close-we_did": "yes", "close-text": text})


@when(parsers.parse('Dora makes it a risk of "{project}" called "{title}"'))
def _(story: Story, project: str, title: str) -> None:
    said = {"entry-kind": "risk", "entry-project": str(story.projects[project].pk), "entry-title": title}
    do(story, "Dora", "entry", **said)


@when("nobody answers for three working days")
def _() -> None:
    with clock_at(now() + timedelta(days=6)):
        actions.keep_up()


@when("Jory opens the secret link without signing in")
def _(story: Story) -> None:
    story.page = Client().get(story.address)


@when(parsers.parse('Jory writes back "{text}"'))
def _(story: Story, text: str) -> None:
    assert Client().post(story.address, {"text": text}).status_code == 302


@when("Gus opens the form")
def _(story: Story) -> None:
    story.open("Gus", "signals/raise/")


@then("Jory gets a secret link")
def _(story: Story) -> None:
    assert Client().get(link_of(story)).status_code == 200


@then("nobody is told of anything before midnight")
def _() -> None:
    actions.keep_up()
    assert not Notice.objects.exists()


@then(parsers.parse('in the morning {who} is told of "{words}"'))
def _(who: str, words: str) -> None:
    with clock_at(now() + timedelta(days=1)):
        actions.keep_up()
    assert told(who, words)


@then("Mira does not see it")
def _(story: Story) -> None:
    with clock_at(now() + timedelta(days=1)):
        assert story.open("Mira", f"signals/{Signal.objects.get().pk}/").status_code == 403


@then("nothing that is kept names Jory")
def _() -> None:
    jory = Person.objects.get(name="Jory").pk
    rows = [row for model in apps.get_app_config("signals").get_models() for row in model._default_manager.values()]
    assert rows
    people = {value for row in rows for name, value in row.items() if name in ("by_id", "owner_id", "person_id")}
    assert jory not in people


@then(parsers.re(r'(?P<who>\w+) is told of "(?P<words>[^"]+)"'))
def _(who: str, words: str) -> None:
    assert told(who, words)


@then(parsers.parse('under "You said, we did" Mira reads "{words}" and "{outcome}"'))
def _(story: Story, words: str, outcome: str) -> None:
    text = story.open("Mira", "signals/done/").content.decode()
    assert [each for each in (words, outcome) if each not in text] == []


@then(parsers.parse('Jory reads "{words}"'))
def _(story: Story, words: str) -> None:
    assert words in story.page.content.decode()


@then(parsers.parse('Dora reads "{text}" by "{name}"'))
def _(story: Story, text: str, name: str) -> None:
    with clock_at(now() + timedelta(days=1)):
        page = story.open("Dora", f"signals/{Signal.objects.get().pk}/").content.decode()
    assert re.search(f"{name}.*{text}", page, re.DOTALL)


@then(parsers.parse('Jory reads on the signal that it became "{reference}"'))
def _(story: Story, reference: str) -> None:
    assert reference in story.open("Jory", f"signals/{Signal.objects.get().pk}/").content.decode()


@then("the risk says where it came from")
def _() -> None:
    assert f"/signals/{Signal.objects.get().pk}/" in Entry.objects.get().description


@then("they are told that their role does not allow it")
def _(story: Story) -> None:
    assert story.page.status_code == 403
    assert "does not allow" in story.page.content.decode()


def told(who: str, words: str) -> bool:
    return Notice.objects.filter(person__name=who, title__contains=words).exists()


def link_of(story: Story) -> str:
    found = re.search(r"/signal-link/[^/]+/", story.page.content.decode())
    assert found
    return found[0]
