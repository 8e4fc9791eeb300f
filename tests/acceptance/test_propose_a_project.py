"""The steps of proposing a project."""

from __future__ import annotations

from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.conftest import TODAY
from acceptance.story import Story
from plumbline.office.foundation.clock import clock_at
from plumbline.office.intake.jobs import return_what_is_due
from plumbline.office.intake.models import ProjectRequest
from plumbline.office.projects.models import Project
from plumbline.office.standards import queries as standards

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("propose_a_project.feature")
REST = ({"whom": "All who live at the line."}, {"size": "small"}, {"otherwise": "It stays loud."})


def the_one() -> ProjectRequest:
    return ProjectRequest.objects.get()


def send(story: Story, who: str, place: str, **fields: Any) -> None:
    """Posts, and keeps the page that follows."""
    with clock_at(TODAY):
        address = f"/o/{story.organisation().slug}/requests/{place}"
        story.page = story.clients[who].post(address, fields, follow=True)


def seen(story: Story, who: str, place: str = "") -> str:
    return unescape(story.open(who, f"requests/{the_one().pk}/{place}").content.decode())


@when(parsers.parse('{who} begins to propose "{title}" and leaves'))
def _(story: Story, who: str, title: str) -> None:
    send(story, who, "new/", title=title, what="Less noise.", why="Nobody sleeps.", go="leave")


@when(parsers.parse("{who} goes on and submits it"))
def _(story: Story, who: str) -> None:
    for step, fields in enumerate(REST, start=2):
        send(story, who, f"{the_one().pk}/write/{step}/", **fields)
    send(story, who, f"{the_one().pk}/summary/")


@given(parsers.parse('{who} has proposed "{title}"'))
def _(story: Story, who: str, title: str) -> None:
    send(story, who, "new/", title=title, what="Less noise.", why="Nobody sleeps.", go="next")
    for step, fields in enumerate(REST, start=2):
        send(story, who, f"{the_one().pk}/write/{step}/", **fields)
    send(story, who, f"{the_one().pk}/summary/")


@when(parsers.parse('{who} answers every question of screening with "{answer}"'))
def _(story: Story, who: str, answer: str) -> None:
    version = the_one().standard_version
    assert version is not None
    send(story, who, f"{the_one().pk}/screen/", **dict.fromkeys(standards.standard_of(version).screening, answer))


@when(parsers.parse("{who} lets it go on"))
def _(story: Story, who: str) -> None:
    send(story, who, f"{the_one().pk}/screen/pass/")


@when(parsers.parse('{who} lets it go on: "{why}"'))
def _(story: Story, who: str, why: str) -> None:
    send(story, who, f"{the_one().pk}/screen/pass/", overrule=why)


@when(parsers.parse("{who} scores it"))
def _(story: Story, who: str) -> None:
    levels = {"level_strategy": "clear", "level_benefit": "some", "level_urgency": "money", "level_certainty": "good"}
    send(story, who, f"{the_one().pk}/score/", note=f"Judged by {who}.", **levels)


@when(parsers.parse('{who} makes it the project "{code}"'))
def _(story: Story, who: str, code: str) -> None:
    send(story, who, f"{the_one().pk}/accept/", code=code, name="Quiet trams", portfolio=story.portfolio().pk)


@when(parsers.parse('{who} asks "{question}"'))
def _(story: Story, who: str, question: str) -> None:
    send(story, who, f"{the_one().pk}/ask/", note=question)


@when(parsers.parse('{who} says "{words}"'))
def _(story: Story, who: str, words: str) -> None:
    send(story, who, f"{the_one().pk}/say/", note=words)


@when(parsers.parse('{who} puts it on hold for {days:d} days: "{reason}"'))
def _(story: Story, who: str, days: int, reason: str) -> None:
    send(story, who, f"{the_one().pk}/hold/", until=TODAY.date() + timedelta(days=days), reason=reason)


@when(parsers.parse("{days:d} days have gone by for requests"))
def _(days: int) -> None:
    with clock_at(TODAY + timedelta(days=days - 1)):
        return_what_is_due()
    assert the_one().state == "on_hold"
    with clock_at(TODAY + timedelta(days=days)):
        return_what_is_due()


@when(parsers.parse('{who} declines it: "{reason}"'))
def _(story: Story, who: str, reason: str) -> None:
    send(story, who, f"{the_one().pk}/decline/", reason=reason)


@then(parsers.parse('{who} reads "{text}"'))
def _(story: Story, who: str, text: str) -> None:
    assert text in seen(story, who)


@then(parsers.parse("only {who} sees it"))
def _(story: Story, who: str) -> None:
    for each in story.clients:
        expected = 200 if each == who else 404
        assert story.open(each, f"requests/{the_one().pk}/").status_code == expected, each


@then(parsers.parse('{who} cannot submit it yet: "{text}"'))
def _(story: Story, who: str, text: str) -> None:
    send(story, who, f"{the_one().pk}/summary/")
    assert text in unescape(story.page.content.decode())
    assert the_one().state == "draft"


@then(parsers.parse("{who} cannot see the score of {other}"))
def _(story: Story, who: str, other: str) -> None:
    assert f"Judged by {other}." not in seen(story, who, "score/")


@then(parsers.parse("{who} sees the score of {other}"))
def _(story: Story, who: str, other: str) -> None:
    assert f"Judged by {other}." in seen(story, who, "score/")


@then(parsers.parse('the project "{code}" names the request "{title}"'))
def _(story: Story, code: str, title: str) -> None:
    project = Project.objects.get(code=code)
    assert f"From the request “{title}”" in story.open("Mira", f"projects/{project.pk}/").content.decode()
