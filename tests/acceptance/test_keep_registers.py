"""The steps of keeping registers."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.story import Story
from plumbline.office.people.models import Person
from plumbline.office.people.roles import Role
from plumbline.office.registers.models import Entry, Kind

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("keep_registers.feature")
CROSSING = "Quay crossing"


def the(kind: Kind) -> Entry:
    return Entry.objects.get(kind=kind)


def send(story: Story, who: str, path: str, **fields: Any) -> int:
    """Within the organisation; returns the code of the page that follows."""
    address = f"/o/{story.organisation().slug}/{path}"
    story.page = story.clients[who].post(address, fields, follow=True)
    return int(story.page.status_code)


def add(story: Story, who: str, kind: Kind, title: str, **fields: Any) -> None:
    given_fields = {f"new-{name}": value for name, value in {"title": title, **fields}.items()}
    send(story, who, f"{story.project_path(CROSSING)}registers/{kind}/add/", **given_fields)


def do(story: Story, who: str, kind: Kind, deed: str, **fields: Any) -> int:
    entry = the(kind)
    said = {f"{deed}-{name}": value for name, value in fields.items()}
    return send(story, who, f"projects/{entry.project_id}/entries/{entry.pk}/{deed}/", **said)


def reads(story: Story, who: str, text: str, path: str) -> None:
    assert text in unescape(story.open(who, path).content.decode())


def reads_on(story: Story, who: str, text: str, kind: Kind) -> None:
    entry = the(kind)
    reads(story, who, text, f"projects/{entry.project_id}/entries/{entry.pk}/")


@given(parsers.parse('the project "{name}" managed by "{manager}"'))
def _(story: Story, name: str, manager: str) -> None:
    story.add_project(name, story.enrol(manager, Role.PROJECT_MANAGER))


@given("Osric is an executive who decides")
def _(story: Story) -> None:
    story.enrol("Osric", Role.EXECUTIVE)


@given(parsers.parse('{who} has added the risk "{title}"'))
@when(parsers.parse('{who} adds the risk "{title}"'))
def _(story: Story, who: str, title: str) -> None:
    add(story, who, Kind.RISK, title)


@then(parsers.parse('{who} reads "{first}" and "{second}" among the risks'))
def _(story: Story, who: str, first: str, second: str) -> None:
    for text in (first, second):
        reads(story, who, text, f"{story.project_path(CROSSING)}registers/risk/")


@when("the risk strikes")
def _(story: Story) -> None:
    do(story, "Mira", Kind.RISK, "strike", title=the(Kind.RISK).title)


@then(parsers.parse('the issue "{title}" leads back to the risk'))
def _(story: Story, title: str) -> None:
    assert the(Kind.ISSUE).title == title
    reads_on(story, "Mira", "It was foreseen", Kind.ISSUE)


@given(parsers.parse('Mira asks Osric to decide "{question}"'))
def _(story: Story, question: str) -> None:
    add(story, "Mira", Kind.DECISION, question, decider=Person.objects.get(name="Osric").pk)


@then("Mira cannot decide it")
def _(story: Story) -> None:
    assert do(story, "Mira", Kind.DECISION, "decide", text="I do.") == 403


@when(parsers.parse('Osric decides "{text}"'))
def _(story: Story, text: str) -> None:
    do(story, "Osric", Kind.DECISION, "decide", text=text)


@given(parsers.parse('Mira needs "{title}" from "{project}"'))
def _(story: Story, title: str, project: str) -> None:
    add(story, "Mira", Kind.DEPENDENCY, title, other_project=story.projects[project].pk)


@then(parsers.parse('Ivo reads "{text}" in the registers of "{project}"'))
def _(story: Story, text: str, project: str) -> None:
    reads(story, "Ivo", text, f"{story.project_path(project)}registers/")


@when("Ivo agrees to it")
def _(story: Story) -> None:
    do(story, "Ivo", Kind.DEPENDENCY, "answer", agrees="yes")


@given(parsers.parse('Mira has learned "{title}"'))
def _(story: Story, title: str) -> None:
    add(story, "Mira", Kind.LESSON, title)


@when(parsers.parse('Ivo searches the lessons learned for "{words}"'))
def _(story: Story, words: str) -> None:
    story.open("Ivo", f"lessons-learned/?q={words}")


@then(parsers.parse('Ivo reads "{text}"'))
def _(story: Story, text: str) -> None:
    assert text in unescape(story.page.content.decode())


@when(parsers.parse('Ivo applies it to "{project}"'))
def _(story: Story, project: str) -> None:
    there = f"lessons-learned/{the(Kind.LESSON).pk}/use/"
    number = story.projects[project].pk
    send(story, "Ivo", there, applied="yes", offered_at="gate:delivery_review", project=number)


@then(parsers.parse('Mira reads "{text}" on the risk'))
def _(story: Story, text: str) -> None:
    reads_on(story, "Mira", text, Kind.RISK)


@then(parsers.parse('Mira reads "{text}" on the decision'))
def _(story: Story, text: str) -> None:
    reads_on(story, "Mira", text, Kind.DECISION)


@then(parsers.parse('Mira reads "{text}" on the dependency'))
def _(story: Story, text: str) -> None:
    reads_on(story, "Mira", text, Kind.DEPENDENCY)


@then(parsers.parse('Mira reads "{text}" on the lesson learned'))
def _(story: Story, text: str) -> None:
    reads_on(story, "Mira", text, Kind.LESSON)
