"""The steps of finding things."""

from __future__ import annotations

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.story import Story
from plumbline.office.people.roles import Role
from plumbline.office.search.jobs import index_what_changed

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("find_things.feature")


@given("Gus is a guest, and Elowen manages the office")
def _(story: Story) -> None:
    story.enrol("Gus", Role.GUEST)
    story.enrol("Elowen", Role.PMO_MANAGER)


@given(parsers.parse('Olav manages the office of "{organisation}"'))
def _(story: Story, organisation: str) -> None:
    story.enrol("Olav", Role.PMO_MANAGER, organisation)


@when("the worker has worked")
def _(story: Story) -> None:
    index_what_changed()


@when(parsers.re(r'(?P<who>\w+) searches for "(?P<query>[^"]*)"$'))
def _(story: Story, who: str, query: str) -> None:
    story.open(who, f"search/?q={query}")


@when(parsers.re(r'(?P<who>\w+) searches for "(?P<query>[^"]*)" at "(?P<organisation>[^"]*)"$'))
def _(story: Story, who: str, query: str, organisation: str) -> None:
    story.open(who, f"search/?q={query}", organisation)


@then(parsers.parse('they find "{title}"'))
def _(story: Story, title: str) -> None:
    assert title in titles(story)


@then(parsers.parse('they do not find "{title}"'))
def _(story: Story, title: str) -> None:
    assert title not in story.page.content.decode()


@then("they find nothing")
def _(story: Story) -> None:
    assert titles(story) == []
    assert "Nothing found" in story.page.content.decode()


@then(parsers.parse('they are offered "{deed}"'))
def _(story: Story, deed: str) -> None:
    assert deed in [each.title for each in story.page.context["deeds"]]


@then(parsers.parse('they are not offered "{deed}"'))
def _(story: Story, deed: str) -> None:
    assert deed not in [each.title for each in story.page.context["deeds"]]


def titles(story: Story) -> list[str]:
    return [hit.document.title for group in story.page.context["results"].groups for hit in group.hits]
