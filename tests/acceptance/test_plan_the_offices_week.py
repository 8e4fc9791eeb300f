"""The steps of planning the office's week."""

from __future__ import annotations

import re
from datetime import datetime
from html import unescape
from typing import Any

import pytest
from django.test import Client
from icalendar import Calendar
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.story import Story
from plumbline.office.events.models import Event
from plumbline.office.operations.models import PlannedWork
from plumbline.office.people.models import Person
from plumbline.office.people.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("plan_the_offices_week.feature")


def send(story: Story, who: str, path: str, **fields: Any) -> None:
    address = f"/o/{story.organisation().slug}/office/{path}"
    story.page = story.clients[who].post(address, fields, follow=True)
    assert story.page.status_code == 200


def day(words: str) -> str:
    return datetime.strptime(words, "%d %B %Y").date().isoformat()


def entry(address: str) -> Any:
    (found,) = Calendar.from_ical(Client().get(address).content).walk("VEVENT")
    return found


@given("Dagny is the PMO manager and Elowen works in the office")
def _(story: Story) -> None:
    story.enrol("Dagny", Role.PMO_MANAGER)
    story.enrol("Elowen", Role.PMO_STAFF)


@given('"Ivo" is a project manager')
def _(story: Story) -> None:
    story.enrol("Ivo", Role.PROJECT_MANAGER)


@given(parsers.parse('Elowen adds "{title}" every week from {first} at {at}'))
@when(parsers.parse('Elowen adds "{title}" every week from {first} at {at}'))
def _(story: Story, title: str, first: str, at: str) -> None:
    when_it_is = {"first_on": day(first), "at": at, "minutes": 30, "repeats": "weekly"}
    send(story, "Elowen", "events/add/", title=title, kind="meeting", **when_it_is)
    assert Event.objects.count() == 1


@when(parsers.parse("Elowen cancels it on {on}"))
def _(story: Story, on: str) -> None:
    send(story, "Elowen", f"events/{Event.objects.get().pk}/cancel/", on=day(on))


@then(parsers.parse('Ivo reads "{title}" {times:d} times in March 2026'))
def _(story: Story, title: str, times: int) -> None:
    assert unescape(story.open("Ivo", "office/calendar/?month=2026-03").content.decode()).count(title) == times


@when("Ivo makes an address of the calendar", target_fixture="address")
def _(story: Story) -> str:
    send(story, "Ivo", "calendar/subscription/", deed="make")
    return re.findall(r"/calendars/[\w-]{43}\.ics", story.page.content.decode())[0]


@then(parsers.parse('a program reads "{title}" by the address'), target_fixture="first_read")
def _(address: str, title: str) -> Any:
    found = entry(address)
    assert str(found["SUMMARY"]) == title
    return found


@then(parsers.parse("the program reads the same entry without {on}"))
def _(address: str, first_read: Any, on: str) -> None:
    found = entry(address)
    assert found["UID"] == first_read["UID"]
    assert found["SEQUENCE"] > first_read["SEQUENCE"]
    assert [each.dt.date().isoformat() for each in found["EXDATE"].dts] == [day(on)]


@when("Ivo withdraws the address")
def _(story: Story) -> None:
    send(story, "Ivo", "calendar/subscription/", deed="withdraw")


@then("the program reads nothing by the address")
def _(address: str) -> None:
    assert Client().get(address).status_code == 404


@given(parsers.parse('Elowen plans "{title}" for {hours:d} hours in week {week}'))
@when(parsers.parse('Elowen plans "{title}" for {hours:d} hours in week {week}'))
def _(story: Story, title: str, hours: int, week: str) -> None:
    send(story, "Elowen", f"week/?week={week}", title=title, hours=hours)


@when(parsers.parse('Dagny plans "{title}" for {hours:d} hours in week {week} for Elowen'))
def _(story: Story, title: str, hours: int, week: str) -> None:
    person = Person.objects.get(name="Elowen").pk
    send(story, "Dagny", f"week/?week={week}", title=title, hours=hours, person=person)


@when(parsers.parse('Elowen says that "{title}" is done'))
def _(story: Story, title: str) -> None:
    send(story, "Elowen", f"week/work/{PlannedWork.objects.get(title=title).pk}/done/", done="yes")


@when(parsers.parse("Elowen carries over into week {week}"))
def _(story: Story, week: str) -> None:
    send(story, "Elowen", "week/carry/", week=week, person=Person.objects.get(name="Elowen").pk)


@then(parsers.parse('Elowen reads "{text}" in week {week}'))
def _(story: Story, text: str, week: str) -> None:
    assert text in unescape(story.open("Elowen", f"office/week/?week={week}").content.decode())


@when("Ivo opens the week")
def _(story: Story) -> None:
    story.open("Ivo", "office/week/")


@then("Ivo opens the calendar")
def _(story: Story) -> None:
    assert story.open("Ivo", "office/calendar/").status_code == 200
