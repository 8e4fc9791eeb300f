"""The steps of keeping the artefacts of a project."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.conftest import TODAY
from acceptance.story import Story
from plumbline.office.artefacts.models import ArtefactApproval
from plumbline.office.artefacts.queries import artefact_standings
from plumbline.office.foundation.clock import clock_at
from plumbline.office.governance.actions import appoint
from plumbline.office.governance.queries import standard_for, today
from plumbline.office.people.models import Person
from plumbline.office.people.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("keep_artefacts.feature")


class Time:
    """It goes on with every step."""

    def __init__(self) -> None:
        self.now: datetime = TODAY

    def later(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def time() -> Time:
    return Time()


@given("Osric is the sponsor of the project")
def _(story: Story) -> None:
    appoint(story.projects["Quay crossing"], by=None, role="sponsor", person=Person.objects.get(name="Osric"))


@given("Otto is a guest")
def _(story: Story) -> None:
    story.enrol("Otto", Role.GUEST)


@given(parsers.parse('the "{name}" is approved as "{text}"'))
def _(story: Story, time: Time, name: str, text: str) -> None:
    keep(story, time, "Mira", name, text)
    post(story, time, "Mira", f"{place(story, name)}versions/1/ask/", {})
    decide(story, time, "Osric", "approve", "")


@when(parsers.parse('{who} begins the "{name}"'))
def _(story: Story, time: Time, who: str, name: str) -> None:
    get(story, time, who, f"{place(story, name)}edit/")


@when(parsers.parse('{who} keeps the "{name}" as a version: "{text}"'))
def _(story: Story, time: Time, who: str, name: str, text: str) -> None:
    keep(story, time, who, name, text)


@when(parsers.parse('{who} saves the "{name}": "{text}"'))
def _(story: Story, time: Time, who: str, name: str, text: str) -> None:
    """Both opened it before either saved."""
    post(story, time, who, f"{place(story, name)}edit/", {"do": "save", "text": text, "after": 0})


@when(parsers.parse('{who} saves the "{name}" again: "{text}"'))
def _(story: Story, time: Time, who: str, name: str, text: str) -> None:
    after = story.page.context["form"]["after"].value()
    post(story, time, who, f"{place(story, name)}edit/", {"do": "save", "text": text, "after": after})


@when(parsers.parse('{who} asks for the approval of version {number:d} of the "{name}"'))
def _(story: Story, time: Time, who: str, number: int, name: str) -> None:
    post(story, time, who, f"{place(story, name)}versions/{number}/ask/", {})


@when(parsers.parse("{who} approves it"))
def _(story: Story, time: Time, who: str) -> None:
    decide(story, time, who, "approve", "")


@when(parsers.re('(?P<who>.*) sends it back: "(?P<note>.*)"'))
def _(story: Story, time: Time, who: str, note: str) -> None:
    decide(story, time, who, "send_back", note)


@when(parsers.parse('{who} says that the "{name}" is still right'))
def _(story: Story, time: Time, who: str, name: str) -> None:
    post(story, time, who, f"{place(story, name)}confirm/", {})


@when(parsers.parse('{who} uploads "{filename}" as the "{name}"'))
def _(story: Story, time: Time, who: str, filename: str, name: str) -> None:
    file = SimpleUploadedFile("plan.pdf", b"%PDF-1.7 a plan")
    file.name = filename
    post(story, time, who, f"{place(story, name)}upload/", {"file": file})


@when(parsers.parse('{who} links the "{name}" to "{link}"'))
def _(story: Story, time: Time, who: str, name: str, link: str) -> None:
    post(story, time, who, f"{place(story, name)}link/", {"link": link, "label": "Our charter"})


@when(parsers.parse("{days:d} days have gone by"))
def _(time: Time, days: int) -> None:
    time.now += timedelta(days=days)


@then(parsers.parse('the text begins with "{text}"'))
def _(story: Story, text: str) -> None:
    assert story.page.context["form"]["text"].value().startswith(text)


@then(parsers.parse('the text of the "{name}" is "{text}"'))
def _(story: Story, time: Time, name: str, text: str) -> None:
    get(story, time, "Elowen", f"{place(story, name)}edit/")
    assert story.page.context["form"]["text"].value() == text


@then(parsers.parse('the "{name}" waits for approval'))
def _(story: Story, time: Time, name: str) -> None:
    assert state(story, time, name) == "in approval"


@then(parsers.parse('the "{name}" is approved'))
def _(story: Story, time: Time, name: str) -> None:
    assert state(story, time, name) == "approved"


@then(parsers.parse('the "{name}" is a draft'))
def _(story: Story, time: Time, name: str) -> None:
    assert state(story, time, name) == "draft"


@then(parsers.parse('the "{name}" is out of date'))
def _(story: Story, time: Time, name: str) -> None:
    assert state(story, time, name) == "out of date"
    assert "Out of date" in get(story, time, "Mira", place(story, name))


@then(parsers.parse("it waits for {who}"))
def _(story: Story, time: Time, who: str) -> None:
    assert "Quay crossing" in get(story, time, who, "artefacts/waiting/")


@then(parsers.parse("nothing waits for {who}"))
def _(story: Story, time: Time, who: str) -> None:
    assert "Nothing waits for you" in get(story, time, who, "artefacts/waiting/")


@then(parsers.parse('the page of the "{name}" says "{text}"'))
def _(story: Story, time: Time, name: str, text: str) -> None:
    assert text in get(story, time, "Mira", place(story, name))


@then(parsers.parse('version {number:d} of the "{name}" says "{text}"'))
def _(story: Story, time: Time, number: int, name: str, text: str) -> None:
    assert text in get(story, time, "Mira", f"{place(story, name)}versions/{number}/")


@then(parsers.parse('the changes between versions 1 and 2 of the "{name}" show "{old}" and "{new}"'))
def _(story: Story, time: Time, name: str, old: str, new: str) -> None:
    page = get(story, time, "Mira", f"{place(story, name)}compare/")
    assert f"<del>{old}</del><ins>{new}</ins>" in page


@then(parsers.parse('they see "{one}" and "{other}"'))
def _(story: Story, one: str, other: str) -> None:
    page = story.page.content.decode()
    assert one in page
    assert other in page


@then("they are not allowed to")
def _(story: Story) -> None:
    assert story.page.status_code == 403


@then(parsers.parse('Otto reads "{text}" of the "{name}"'))
def _(story: Story, time: Time, text: str, name: str) -> None:
    assert text in get(story, time, "Otto", place(story, name))


@then(parsers.parse('for Otto version {number:d} of the "{name}" is not there'))
def _(story: Story, time: Time, number: int, name: str) -> None:
    for page in ("", "download/"):
        get(story, time, "Otto", f"{place(story, name)}versions/{number}/{page}")
        assert story.page.status_code == 404


@then(parsers.parse('for Otto the "{name}" is missing'))
def _(story: Story, time: Time, name: str) -> None:
    page = get(story, time, "Otto", place(story, name))
    assert "Missing" in page
    assert "A crossing is needed" not in page


def state(story: Story, time: Time, name: str) -> str:
    project = story.projects["Quay crossing"]
    standard = standard_for(project)
    assert standard is not None
    with clock_at(time.later()):
        return artefact_standings(project, standard, today(project.organisation))[name].state


def place(story: Story, name: str) -> str:
    return f"{story.project_path()}artefacts/{name}/"


def keep(story: Story, time: Time, who: str, name: str, text: str) -> None:
    get(story, time, who, f"{place(story, name)}edit/")
    after = story.page.context["form"]["after"].value()
    post(story, time, who, f"{place(story, name)}edit/", {"do": "keep", "text": text, "after": after})


def decide(story: Story, time: Time, who: str, decision: str, note: str) -> None:
    approval = ArtefactApproval.objects.latest("pk")
    post(story, time, who, f"artefacts/approvals/{approval.pk}/", {"decision": decision, "note": note})


def get(story: Story, time: Time, who: str, path: str) -> str:
    with clock_at(time.later()):
        return str(story.open(who, path).content.decode())


def post(story: Story, time: Time, who: str, path: str, fields: dict[str, Any]) -> None:
    with clock_at(time.later()):
        story.page = story.clients[who].post(f"/o/{story.organisation().slug}/{path}", fields)
