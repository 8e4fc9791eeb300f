"""The steps of writing a plan in the browser, as its pages do it without script."""

from __future__ import annotations

from typing import Any

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.pages import words_of
from acceptance.story import Story
from plumbline.office.assurance.models import Assessment
from plumbline.office.foundation.worker import run_waiting_tasks
from plumbline.office.people.roles import Role
from plumbline.office.planning.models import DraftEdit, PlanDraft
from plumbline.office.projects.models import PlanVersion
from plumbline.office.projects.queries import schedule_of

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("plan_in_the_browser.feature")


def address(story: Story, deed: str = "") -> str:
    return f"/o/{story.organisation().slug}/{story.project_path()}plan/edit/{deed}"


def send(story: Story, who: str, deed: str, **fields: Any) -> None:
    draft = PlanDraft.objects.filter(author__name=who, state="open").first()
    seen = {"revision": draft.revision} if draft else {}
    story.page = story.clients[who].post(address(story, deed), {**seen, **fields}, follow=True)
    assert story.page.status_code == 200


def do(story: Story, who: str, edit: str, **fields: Any) -> None:
    send(story, who, "do/", edit=edit, **fields)


def rows(story: Story, who: str) -> dict[str, str]:
    """The uid by the name."""
    told = story.clients[who].get(address(story, "rows.json"), headers={"Accept": "application/json"}).json()
    return {row["name"]: row["uid"] for row in told["rows"]}


@given("Ada of the office may write plans too")
def _(story: Story) -> None:
    story.enrol("Ada", Role.PMO_STAFF)


@given(parsers.parse('the published rows "{names}"'))
def _(story: Story, names: str) -> None:
    send(story, "Mira", "begin/", source="empty", start="2026-03-02")
    do(story, "Mira", "add", names="\n".join(names.split(", ")))
    send(story, "Mira", "publish/", message="To begin with", version="")
    assert PlanVersion.objects.count() == 1


@when(parsers.parse('{who} begins an empty plan on "{day}"'))
def _(story: Story, who: str, day: str) -> None:
    send(story, who, "begin/", source="empty", start=day)


@when(parsers.parse("{who} begins with the current plan"))
def _(story: Story, who: str) -> None:
    send(story, who, "begin/", source="current")


@when(parsers.parse('{who} adds the rows "{names}"'))
def _(story: Story, who: str, names: str) -> None:
    do(story, who, "add", names="\n".join(names.split(", ")))


@when(parsers.parse('{who} types "{value}" into the duration of "{row}"'))
def _(story: Story, who: str, value: str, row: str) -> None:
    do(story, who, "set", rows=rows(story, who)[row], field="duration", value=value)


@when(parsers.parse('{who} links "{row}" after "{other}"'))
def _(story: Story, who: str, row: str, other: str) -> None:
    uids = rows(story, who)
    do(story, who, "link", predecessor=uids[other], successor=uids[row], kind="FS", lag="")


@when(parsers.parse('{who} renames "{row}" to "{name}"'))
def _(story: Story, who: str, row: str, name: str) -> None:
    do(story, who, "set", rows=rows(story, who)[row], field="name", value=name)


@when(parsers.parse('{who} removes "{row}"'))
def _(story: Story, who: str, row: str) -> None:
    do(story, who, "remove", rows=rows(story, who)[row])


@when(parsers.parse("{who} undoes the last edit"))
def _(story: Story, who: str) -> None:
    send(story, who, "undo/")


@when(parsers.parse("{who} opens the page to publish"))
def _(story: Story, who: str) -> None:
    story.page = story.clients[who].get(address(story, "publish/"))


@when(parsers.re(r'(?P<who>\w+) publishes "(?P<message>[^"]+)"$'))
def _(story: Story, who: str, message: str) -> None:
    publish(story, who, message)


@when(parsers.parse('{who} publishes "{message}" and takes theirs for "{row}"'))
def _(story: Story, who: str, message: str, row: str) -> None:
    uid = {each.name: each.uid for each in schedule_of(PlanVersion.objects.get(number=1)).activities}[row]
    publish(story, who, message, **{f"choice-row:{uid}": "theirs"})


def publish(story: Story, who: str, message: str, **choices: str) -> None:
    last = PlanVersion.objects.first()
    send(story, who, "publish/", message=message, version=last.number if last else "", **choices)
    assert not PlanDraft.objects.filter(author__name=who, state="open").exists(), words_of(story.page)


@then(parsers.parse('the plan finishes on "{day}"'))
def _(story: Story, day: str) -> None:
    told = story.clients["Mira"].get(address(story, "rows.json"), headers={"Accept": "application/json"}).json()
    assert told["head"]["finish"].startswith(day)


@then(parsers.parse('version {number:d} has the rows "{names}"'))
def _(number: int, names: str) -> None:
    version = PlanVersion.objects.get(number=number)
    assert [each.name for each in schedule_of(version).activities] == names.split(", ")


@then(parsers.parse("version {number:d} is assessed"))
def _(number: int) -> None:
    run_waiting_tasks()
    assert Assessment.objects.filter(plan_version__number=number).exists()


@then(parsers.parse('the draft has the rows "{names}"'))
def _(story: Story, names: str) -> None:
    assert list(rows(story, "Mira")) == names.split(", ")


@then("the draft has no edits")
def _() -> None:
    assert not DraftEdit.objects.filter(draft__state="open").exists()


@then(parsers.parse('the page offers to undo "{words}"'))
def _(story: Story, words: str) -> None:
    assert f"Undo: {words}" in words_of(story.page)


@then(parsers.parse('she is told "{words}"'))
def _(story: Story, words: str) -> None:
    assert words in words_of(story.page)
