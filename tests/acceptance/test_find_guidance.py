"""The steps of finding guidance where work is."""

from __future__ import annotations

import re

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.story import Story
from plumbline.office.people.roles import Role
from plumbline.office.standards.actions import publish_builtin
from plumbline.office.standards.queries import in_force

pytestmark = pytest.mark.django_db
scenarios("find_guidance.feature")


@given("Gus is a guest, and Elowen manages the office")
def _(story: Story) -> None:
    story.enrol("Gus", Role.GUEST)
    story.enrol("Elowen", Role.PMO_MANAGER)


@given(parsers.parse('Olav manages the office of "{organisation}"'))
def _(story: Story, organisation: str) -> None:
    story.enrol("Olav", Role.PMO_MANAGER, organisation)


@given(parsers.parse('"{name}" is the standard in force'))
def _(story: Story, name: str) -> None:
    publish_builtin(story.organisation(), name, by=None)


@given("the project follows the standard that is in force")
def _(story: Story) -> None:
    project = story.projects["Quay crossing"]
    project.standard_version = in_force(story.organisation())
    project.save(update_fields=["standard_version"])


@when(parsers.parse('{who} follows the question from "{page}" of the project'))
def _(story: Story, who: str, page: str) -> None:
    text = story.open(who, f"{story.project_path()}{page}").content.decode()
    found = re.search(r'href="/o/[^/"]+/([^"]+)">What does our standard say here\?', text)
    assert found
    story.open(who, found[1])


@when(parsers.parse('{who} asks at the place "{place}" what the standard says'))
def _(story: Story, who: str, place: str) -> None:
    story.open(who, f"guidance/{place}/")


@when(parsers.parse('{who} asks at the place "{place}" what the standard of "{organisation}" says'))
def _(story: Story, who: str, place: str, organisation: str) -> None:
    story.open(who, f"guidance/{place}/", organisation)


@then(parsers.re(r'they read (?P<words>".*")$'))
def _(story: Story, words: str) -> None:
    text = story.page.content.decode()
    assert {each for each in re.findall(r'"([^"]+)"', words) if each not in text} == set()


@then(parsers.parse('they are told to ask "{name}"'))
def _(story: Story, name: str) -> None:
    assert name in names_in(story)


@then(parsers.parse('they are not told of "{name}"'))
def _(story: Story, name: str) -> None:
    assert name not in names_in(story)


@then("there is no such page")
def _(story: Story) -> None:
    assert story.page.status_code == 404


def names_in(story: Story) -> str:
    return str(story.page.content.decode().partition("Whom to ask")[2])
