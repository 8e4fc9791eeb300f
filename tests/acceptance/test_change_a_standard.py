"""The steps of changing a standard."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.story import Story
from plumbline.office.standards import queries
from plumbline.office.standards.models import StandardDraft

pytestmark = pytest.mark.django_db
scenarios("change_a_standard.feature")


@given(parsers.parse("{who} has begun a draft from the standard in force"))
def _(story: Story, who: str) -> None:
    post(story, who, "begin/", title="Calmer limits", source="in force")


@when(parsers.parse('{who} gives it the version "{version}" and a limit of {limit:d} for the rule "{rule}"'))
def _(story: Story, who: str, version: str, limit: int, rule: str) -> None:
    give_version(story, who, version)
    rules = yaml.safe_load(draft().files["rules.yaml"])
    rules["rules"][rule]["limit"] = limit
    write(story, who, "rules.yaml", yaml.safe_dump(rules))


@given(parsers.parse('{who} has given it the version "{version}" and sent it to review'))
def _(story: Story, who: str, version: str) -> None:
    give_version(story, who, version)
    submit(story, who)


@when(parsers.parse('{who} writes "{text}" into "{path}"'))
def write(story: Story, who: str, path: str, text: str) -> None:
    post(story, who, f"{draft().pk}/page/?path={path}", path=path, text=text)


@when(parsers.parse("{who} sends it to review"))
def submit(story: Story, who: str) -> None:
    post(story, who, f"{draft().pk}/submit/")


@given(parsers.parse("{who} has approved it"))
@when(parsers.parse("{who} approves it"))
def _(story: Story, who: str) -> None:
    post(story, who, f"{draft().pk}/remark/", verdict="approve", text="")


@when(parsers.parse('{who} asks for changes: "{text}"'))
def _(story: Story, who: str, text: str) -> None:
    post(story, who, f"{draft().pk}/remark/", verdict="change", text=text)


@when(parsers.parse("{who} publishes it"))
def _(story: Story, who: str) -> None:
    post(story, who, f"{draft().pk}/publish/")


@then(parsers.parse('the draft says "{text}"'))
def _(story: Story, text: str) -> None:
    page = story.open("Dagny", f"standards/drafts/{draft().pk}/").content.decode()
    assert text in page


@then("it is not approved")
def _() -> None:
    assert not draft().remarks.filter(verdict="approve").exists()


@then(parsers.parse('version "{version}" is in force'))
def _(story: Story, version: str) -> None:
    current = queries.in_force(story.organisation())
    assert current is not None
    assert current.version == version


@then(parsers.parse('version "{version}" is not in force'))
def _(story: Story, version: str) -> None:
    current = queries.in_force(story.organisation())
    assert current is not None
    assert current.version != version


def draft() -> StandardDraft:
    return StandardDraft.objects.get()


def give_version(story: Story, who: str, version: str) -> None:
    head = yaml.safe_load(draft().files["standard.yaml"])
    write(story, who, "standard.yaml", yaml.safe_dump(head | {"version": version}))


def post(story: Story, who: str, place: str, **fields: Any) -> None:
    address = f"/o/{story.organisation().slug}/standards/drafts/{place}"
    story.page = story.clients[who].post(address, fields)
    assert story.page.status_code in (200, 302), story.page
