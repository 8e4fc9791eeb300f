"""The steps of packs for the board."""

from __future__ import annotations

import io
from datetime import timedelta
from html import unescape

import pytest
from django.core import mail
from openpyxl import load_workbook
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.conftest import TODAY
from acceptance.story import Story
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.worker import run_waiting_tasks
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Person
from plumbline.office.reporting.jobs import work_on_what_is_due
from plumbline.office.reporting.models import Snapshot

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("board_pack.feature")


def latest() -> Snapshot:
    found = Snapshot.objects.first()
    assert found is not None
    return found


def send(story: Story, who: str, place: str, **fields: object) -> None:
    sent = story.clients[who].post(f"/o/{story.organisation().slug}/packs/{place}", fields)
    assert sent.status_code == 302, sent.content.decode()


@when(parsers.parse("{who} asks for a board pack"))
def _(story: Story, who: str) -> None:
    send(story, who, "new/board_pack/", scope="all", since="last")
    run_waiting_tasks()


@when(parsers.parse("{who} publishes it to {reader}"))
def _(story: Story, who: str, reader: str) -> None:
    send(story, who, f"{latest().pk}/publish/", readers=[Person.objects.get(name=reader).pk])


@when(parsers.parse('the project is renamed "{name}"'))
def _(story: Story, name: str) -> None:
    story.projects["Quay crossing"].name = name
    story.projects["Quay crossing"].save()


@when(parsers.parse('the project "{name}" is added'))
def _(story: Story, name: str) -> None:
    story.add_project(name)


@given(parsers.parse("{who} has scheduled a board pack for {reader} every week"))
def _(story: Story, who: str, reader: str) -> None:
    recipients = [Person.objects.get(name=reader).pk]
    with clock_at(TODAY):
        send(
            story,
            who,
            "schedules/new/",
            report="board_pack",
            scope="all",
            every="week",
            weekday=0,
            recipients=recipients,
        )


@when("a week has gone by for packs")
def _() -> None:
    with clock_at(TODAY + timedelta(days=7)):
        work_on_what_is_due()
        work_on_what_is_due()


@then(parsers.parse("{who} finds no pack"))
def _(story: Story, who: str) -> None:
    assert "No packs yet" in story.open(who, "packs/").content.decode()
    assert story.open(who, f"packs/{latest().pk}/").status_code == 404


@then(parsers.parse('{who} reads "{words}" in it'))
def _(story: Story, who: str, words: str) -> None:
    assert words in unescape(story.open(who, f"packs/{latest().pk}/").content.decode())


@then(parsers.parse("{who} is told of it"))
def _(who: str) -> None:
    assert Notice.objects.get(person__name=who).path.endswith(f"/packs/{latest().pk}/")


@then(parsers.parse('{who} can have it as a workbook that names "{words}"'))
def _(story: Story, who: str, words: str) -> None:
    answer = story.open(who, f"packs/{latest().pk}/report.xlsx")
    sheet = load_workbook(io.BytesIO(answer.content))["All projects"]
    assert words in str(sheet["A2"].value)


@then(parsers.parse("{who} has one message with the pack"))
def _(who: str) -> None:
    assert [each.to for each in mail.outbox] == [[Person.objects.get(name=who).email]]
    assert f"/packs/{latest().pk}/" in str(mail.outbox[0].body)
