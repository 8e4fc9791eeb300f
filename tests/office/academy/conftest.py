"""A course of one lesson in Harbour, somebody who learns, and what they would answer."""

from __future__ import annotations

import pytest
from django.test import Client

from engine.course.small_courses import with_courses
from office.conftest import Enrol
from plumbline.engine.course import Course, Lesson, Question, right_answer
from plumbline.engine.course.judge import Answer
from plumbline.office.academy import actions
from plumbline.office.academy.models import Sitting
from plumbline.office.people.models import Organisation, Person
from plumbline.office.standards.actions import publish
from plumbline.office.standards.queries import courses_in_force, in_force, standard_of


@pytest.fixture
def course(harbour: Organisation) -> Course:
    publish(harbour, with_courses(), by=None)
    return courses_in_force(harbour).courses["links"]


@pytest.fixture
def lesson(course: Course) -> Lesson:
    return course.lessons[0]


@pytest.fixture
def bo(harbour: Organisation, enrol: Enrol) -> Person:
    return enrol(harbour, "project_manager", "Bo Reed").person


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def right(organisation: Organisation, question: Question) -> Answer:
    version = in_force(organisation)
    assert version is not None
    return right_answer(question, standard_of(version))


def sit(organisation: Organisation, course: Course, person: Person, *, knows: bool = True) -> Sitting:
    sitting = actions.begin_exam(organisation, course, by=person)
    for key in sitting.questions:
        actions.answer(sitting, key, right(organisation, course.bank[key]) if knows else None, by=person)
    sitting.refresh_from_db()
    return sitting
