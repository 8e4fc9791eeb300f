"""Somebody of the harbour learns, in the world that every address is tried in."""

from __future__ import annotations

from datetime import time, timedelta

from plumbline.engine.course import right_answer
from plumbline.office.academy import actions
from plumbline.office.academy.models import LessonProposal
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import today
from plumbline.office.people.roles import Role
from plumbline.office.standards.queries import courses_in_force, in_force, standard_of
from plumbline.office.teaching.actions import SessionFacts, plan_session, register

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
    _propose(organisation, people[Role.TEAM_MEMBER])
    _from_elsewhere(organisation, lead, manager)
    _live(organisation, lead, manager)


def _propose(organisation: Organisation, person: Person) -> None:
    """As two plans with leads would."""
    because = [{"rule": "leads", "title": "Leads of the quay", "plans": 2, "projects": 1}]
    LessonProposal.objects.create(
        organisation=organisation, person=person, course=COURSE, lesson=LESSON, because=because
    )


def _from_elsewhere(organisation: Organisation, lead: Person, learner: Person) -> None:
    """One file that was taken in, and one that waits."""
    rows = f"E-mail,Course,Date,Score,Passed\n{learner.email},Harbour Works by night,2026-02-01,80,yes\n"
    for name in ("quay-1.csv", "quay-2.csv"):
        waits = actions.keep_results(organisation, by=lead, name=name, source="Quay school", content=rows.encode())
        rows += f"{learner.email},Quays for all,2026-02-02,,\n"
        if name == "quay-1.csv":
            actions.take_in_results(waits, by=lead, all_or_none=True)


def _live(organisation: Organisation, lead: Person, learner: Person) -> None:
    facts = SessionFacts(
        title="Leads on the quay", on=today(organisation) + timedelta(days=5), at=time(10), minutes=60,
        place="Quay 4", seats=1, teacher=lead, course=COURSE, lesson=LESSON, counts=True,
    )  # fmt: skip
    session = plan_session(organisation, facts, by=lead)
    for person in (learner, lead):
        register(session, by=person)


def pass_exam(organisation: Organisation, person: Person, course: str = COURSE) -> None:
    found = courses_in_force(organisation).courses[course]
    version = in_force(organisation)
    assert version is not None
    sitting = actions.begin_exam(organisation, found, by=person)
    for key in sitting.questions:
        actions.answer(sitting, key, right_answer(found.bank[key], standard_of(version)), by=person)
