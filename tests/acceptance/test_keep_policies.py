"""The steps of keeping policies."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.conftest import TODAY
from acceptance.story import Story
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.actions import deactivate
from plumbline.office.people.models import Membership, Person
from plumbline.office.people.roles import Role
from plumbline.office.policies.models import Policy, PolicyDraft

pytestmark = pytest.mark.django_db
scenarios("keep_policies.feature")


class Time:
    now: datetime = TODAY


@pytest.fixture
def time() -> Time:
    return Time()


@given("Mira is a project manager and Lior a team member")
def _(story: Story) -> None:
    story.enrol("Mira", Role.PROJECT_MANAGER)
    story.enrol("Lior", Role.TEAM_MEMBER)


@given(parsers.parse('{who} has written the policy "{title}": "{text}"'))
def begin(story: Story, time: Time, who: str, title: str, text: str) -> None:
    owner = Person.objects.get(name="Elowen").pk
    facts = {"title": title, "kind": "procedure", "owner": owner, "review_days": 365, "concerns": "roles"}
    post(story, time, who, "begin/", text=text, roles=["project_manager"], reading_days=14, **facts)


@given(parsers.parse('{who} has written the draft anew: "{text}"'))
def write(story: Story, time: Time, who: str, text: str, **more: str) -> None:
    post(story, time, who, f"{policy().pk}/draft/", text=text, **more)


@given(parsers.parse("{who} has asked for its approval"))
def ask(story: Story, time: Time, who: str) -> None:
    post(story, time, who, f"{policy().pk}/draft/ask/")


@when(parsers.parse("{who} approves the policy"))
def approve(story: Story, time: Time, who: str) -> None:
    seen = PolicyDraft.objects.latest("begun_at", "pk").fingerprint
    post(story, time, who, f"{policy().pk}/draft/decide/", decision="approve", seen=seen)


@when(parsers.parse('{who} sends the policy back: "{note}"'))
def _(story: Story, time: Time, who: str, note: str) -> None:
    post(story, time, who, f"{policy().pk}/draft/decide/", decision="back", note=note)


@given(parsers.parse('the policy "{title}" is published for project managers, to be read within 14 days'))
def _(story: Story, time: Time, title: str) -> None:
    begin(story, time, "Elowen", title, "One way of doing it.")
    ask(story, time, "Elowen")
    approve(story, time, "Osric")


@when(parsers.parse('a new version of it is published: "{text}"'))
def publish(story: Story, time: Time, text: str, **more: str) -> None:
    write(story, time, "Elowen", text, what_changed="Said better.", **more)
    ask(story, time, "Elowen")
    approve(story, time, "Osric")


@when(parsers.parse('a small correction of it is published: "{text}"'))
def _(story: Story, time: Time, text: str) -> None:
    publish(story, time, text, minor="on")


@given(parsers.parse("{who} has read it"))
@when(parsers.parse("{who} says that they have read it"))
def _(story: Story, time: Time, who: str) -> None:
    current = policy().current
    assert current is not None
    post(story, time, who, f"{policy().pk}/read/", number=current.number)


@when(parsers.parse("{who} leaves the organisation"))
def _(who: str) -> None:
    deactivate(Membership.objects.get(person__name=who), by=None)


@when(parsers.parse("{days:d} days have gone by"))
def _(time: Time, days: int) -> None:
    time.now += timedelta(days=days)


@when(parsers.parse("{who} says that it is still right"))
def _(story: Story, time: Time, who: str) -> None:
    post(story, time, who, f"{policy().pk}/confirm/", note="")


@when(parsers.parse('{who} withdraws it: "{reason}"'))
def _(story: Story, time: Time, who: str, reason: str) -> None:
    post(story, time, who, f"{policy().pk}/withdraw/", reason=reason)


@then(parsers.parse("{who} cannot find the policy"))
def _(story: Story, time: Time, who: str) -> None:
    assert opened(story, time, who, f"{policy().pk}/").status_code == 404
    assert policy().title not in said(story, time, who, "")


@then(parsers.parse('{who} reads "{text}"'))
def _(story: Story, time: Time, who: str, text: str) -> None:
    assert text in said(story, time, who, f"{policy().pk}/")


@then(parsers.parse('the draft says "{text}"'))
def _(story: Story, time: Time, text: str) -> None:
    assert text in said(story, time, "Elowen", f"{policy().pk}/draft/")


@then(parsers.re(r"(?P<who>\w+) has (?P<count>\d+) polic(?:y|ies) to read and (?P<other>\w+) has (?P<others>\d+)"))
def _(story: Story, time: Time, who: str, count: str, other: str, others: str) -> None:
    for reader, number in ((who, count), (other, others)):
        opened(story, time, reader, "to-read/")
        assert story.page.context["page"].paginator.count == int(number), reader


@then(parsers.parse('the policy says "{text}"'))
def _(story: Story, time: Time, text: str) -> None:
    assert text in said(story, time, "Elowen", f"{policy().pk}/")


@then("they are not asked to read it")
def _(story: Story) -> None:
    assert story.page.status_code == 403


@then(parsers.parse('the policies say "{text}"'))
def _(story: Story, time: Time, text: str) -> None:
    assert text in badges(story, time)


@then(parsers.parse('the policies do not say "{text}"'))
def _(story: Story, time: Time, text: str) -> None:
    assert text not in badges(story, time)


@then(parsers.parse('the comparison of {before:d} and {after:d} shows "{text}" as added'))
def _(story: Story, time: Time, before: int, after: int, text: str) -> None:
    page = said(story, time, "Mira", f"{policy().pk}/versions/?before={before}&after={after}")
    assert f'<span class="label">added</span> <ins>{text}</ins>' in page


def policy() -> Policy:
    return Policy.objects.select_related("current").get()


def badges(story: Story, time: Time) -> str:
    """The table of policies without the filters above it."""
    return said(story, time, "Elowen", "").partition('id="policies"')[2]


def said(story: Story, time: Time, who: str, place: str) -> str:
    return str(opened(story, time, who, place).content.decode())


def opened(story: Story, time: Time, who: str, place: str) -> Any:
    with clock_at(time.now):
        return story.open(who, f"policies/{place}")


def post(story: Story, time: Time, who: str, place: str, **fields: Any) -> None:
    time.now += timedelta(minutes=1)
    with clock_at(time.now):
        story.page = story.clients[who].post(f"/o/{story.organisation().slug}/policies/{place}", fields)
