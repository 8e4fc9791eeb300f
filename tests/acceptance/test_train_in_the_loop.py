"""The steps of training that follows from what was found."""

from __future__ import annotations

from datetime import timedelta
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.story import Story
from office.academy.plans import deliver
from plumbline.office.academy.models import Assignment, Certificate, LessonProposal
from plumbline.office.foundation.clock import now
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today
from plumbline.office.people.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("train_in_the_loop.feature")


def person(name: str) -> Person:
    return Person.objects.get(name=name)


def post(story: Story, who: str, path: str, **sent: object) -> None:
    address = f"/o/{story.organisation().slug}/learning/{path}"
    story.page = story.clients[who].post(address, sent, follow=True)
    story.address = story.page.request["PATH_INFO"]


@given(parsers.parse('{who} manages the projects "{one}" and "{other}"'))
def _(story: Story, who: str, one: str, other: str) -> None:
    manager = story.enrol(who, Role.PROJECT_MANAGER)
    for name in (one, other):
        story.add_project(name, manager=manager)


@given(parsers.parse('{who} manages the project "{name}"'))
def _(story: Story, who: str, name: str) -> None:
    story.add_project(name, manager=story.enrol(who, Role.PROJECT_MANAGER))


@given(parsers.parse("{who} runs the office"))
def _(story: Story, who: str) -> None:
    story.enrol(who, Role.PMO_MANAGER)


@given(parsers.parse('plans with an open end are assessed in "{one}" and "{other}"'))
def _(story: Story, one: str, other: str) -> None:
    for name in (one, other):
        deliver(story.projects[name], now(), ends_open=True)


@given("Dagny plans a live session with 1 seat")
def _(story: Story) -> None:
    day = today(story.organisation()) + timedelta(days=7)
    post(
        story, "Dagny", "sessions/add/", title="Leads, live", on=day.isoformat(), at="10:00", minutes=60,
        place="Room 4", seats=1,
    )  # fmt: skip


@when(parsers.parse("{who} looks at what there is to learn"))
def _(story: Story, who: str) -> None:
    story.open(who, "learning/")


@when("Dagny asks of Ilka what the findings propose first")
def _(story: Story) -> None:
    post(story, "Dagny", f"proposals/{LessonProposal.objects.earliest('pk').pk}/", do="assign")


@when(parsers.parse("{who} registers"))
def _(story: Story, who: str) -> None:
    session = story.organisation().live_sessions.get()
    post(story, who, f"sessions/{session.pk}/register/", do="register")


@when("Ilka cancels her registration")
def _(story: Story) -> None:
    session = story.organisation().live_sessions.get()
    post(story, "Ilka", f"sessions/{session.pk}/register/", do="cancel")


@when(parsers.parse('Dagny takes in that {who} passed "{course}" at "{source}"'))
def _(story: Story, who: str, course: str, source: str) -> None:
    table = f"E-mail,Course,Date,Passed\n{person(who).email},{course},2026-02-01,yes\n"
    post(story, "Dagny", "elsewhere/", file=SimpleUploadedFile("results.csv", table.encode()), source=source)
    post(story, "Dagny", story.address.partition("/learning/")[2], go="all")


@then(parsers.parse('{who} reads "{text}"'))
def _(story: Story, who: str, text: str) -> None:
    assert text in unescape(story.page.content.decode())


@then(parsers.parse('{who} does not read "{text}"'))
def _(story: Story, who: str, text: str) -> None:
    assert text not in unescape(story.page.content.decode())


@then(parsers.parse('{who} is asked to learn it, because of "{text}"'))
def _(who: str, text: str) -> None:
    assert text in Assignment.objects.get(person=person(who)).why


@then(parsers.parse('{who} is told "{text}"'))
def _(who: str, text: str) -> None:
    assert Notice.objects.filter(person=person(who), title__contains=text).exists()


@then("there is no certificate")
def _() -> None:
    assert not Certificate.objects.exists()
