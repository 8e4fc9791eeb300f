"""The steps of learning what a standard asks for."""

from __future__ import annotations

from html import unescape

import pytest
from django.test import Client
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.story import Story
from plumbline.engine.course import right_answer
from plumbline.office.academy import actions
from plumbline.office.academy.models import Assignment, Certificate, Sitting
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Person
from plumbline.office.people.roles import Role
from plumbline.office.standards.queries import courses_in_force, in_force, standard_of

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("learn_what_is_asked.feature")


def person(name: str) -> Person:
    return Person.objects.get(name=name)


def sit(story: Story, who: str, name: str, *, knows: bool) -> Sitting:
    organisation = story.organisation()
    course, version = courses_in_force(organisation).courses[name], in_force(organisation)
    assert version is not None
    sitting = actions.begin_exam(organisation, course, by=person(who))
    for key in sitting.questions:
        given_answer = right_answer(course.bank[key], standard_of(version)) if knows else None
        actions.answer(sitting, key, given_answer, by=person(who))
    return sitting


@given(parsers.parse('{who} manages the project "{name}"'))
def _(story: Story, who: str, name: str) -> None:
    story.add_project(name, manager=story.enrol(who, Role.PROJECT_MANAGER))


@given(parsers.parse("{who} runs the office"))
def _(story: Story, who: str) -> None:
    story.enrol(who, Role.PMO_MANAGER)


@given(parsers.parse("{who} has recorded a plan with a lead"))
def _(story: Story, who: str) -> None:
    story.upload(who, "lead.xer")
    story.confirm(who, "")


@when(parsers.parse("{who} opens the findings"))
def _(story: Story, who: str) -> None:
    story.open(who, f"{story.project_path()}findings/")


@then(parsers.parse('the rule "{rule}" leads to the lesson "{lesson}"'))
def _(story: Story, rule: str, lesson: str) -> None:
    assert f"/learning/courses/{lesson}/" in story.page.content.decode()


@when(parsers.parse('{who} asks the course "{course}" of {whom}'))
def _(story: Story, who: str, course: str, whom: str) -> None:
    address = f"/o/{story.organisation().slug}/learning/assign/"
    answer = story.clients[who].post(address, {"course": course, "people": [person(whom).pk]}, follow=True)
    assert "1 person is asked" in unescape(answer.content.decode())


@then(parsers.parse("{who} is told of it"))
def _(who: str) -> None:
    assert Notice.objects.filter(person=person(who), kind="course").exists()


@when(parsers.parse('{who} passes the exam of "{course}"'))
def _(story: Story, who: str, course: str) -> None:
    sit(story, who, course, knows=True)


@when(parsers.parse('{who} leaves every question of the exam of "{course}" without an answer'))
def _(story: Story, who: str, course: str) -> None:
    sitting = sit(story, who, course, knows=False)
    story.open(who, f"learning/sittings/{sitting.pk}/")


@then(parsers.parse("nothing is asked of {who} any more"))
def _(who: str) -> None:
    assert not Assignment.objects.filter(person=person(who), done_at=None).exists()


@then(parsers.parse('whoever has the code of the certificate finds "{text}"'))
def _(story: Story, text: str) -> None:
    code = Certificate.objects.get().code
    assert text in Client().get(f"/certificates/{story.organisation().slug}/{code}/").content.decode()


@then(parsers.parse('{who} reads "{text}"'))
def _(story: Story, who: str, text: str) -> None:
    assert text in unescape(story.page.content.decode())


@then("there is no certificate")
def _() -> None:
    assert not Certificate.objects.exists()
