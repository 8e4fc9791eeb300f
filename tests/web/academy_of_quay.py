"""Somebody of the harbour learns, in the world that every address is tried in."""

from __future__ import annotations

from plumbline.engine.course import right_answer
from plumbline.office.academy import actions
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.standards.queries import courses_in_force, in_force, standard_of

COURSE, LESSON = "network_logic", "leads"


def learn_at_quay(organisation: Organisation, people: dict[Role, Person]) -> None:
    """The PMO manager passes an exam; the project manager has begun to read and is asked to go on."""
    course = courses_in_force(organisation).courses[COURSE]
    lead, manager = people[Role.PMO_MANAGER], people[Role.PROJECT_MANAGER]
    pass_exam(organisation, lead)
    lesson = course.lesson(LESSON)
    assert lesson is not None
    actions.read_piece(organisation, lesson, lesson.pieces[0].key, by=manager)
    actions.assign(organisation, course, [manager], by=lead, why="The quay has too many leads")


def pass_exam(organisation: Organisation, person: Person, course: str = COURSE) -> None:
    found = courses_in_force(organisation).courses[course]
    version = in_force(organisation)
    assert version is not None
    sitting = actions.begin_exam(organisation, found, by=person)
    for key in sitting.questions:
        actions.answer(sitting, key, right_answer(found.bank[key], standard_of(version)), by=person)
