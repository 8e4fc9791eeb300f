"""What the city's people learn: courses asked of them, exams passed and failed, and a lesson half read."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import partial

from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.engine.course import right_answer
from plumbline.office.academy import actions
from plumbline.office.standards.queries import courses_in_force, in_force, standard_of

EXAMS = (
    ("petra", "network_logic", 0, 17),
    ("bastian", "network_logic", 1, 16),
    ("noor", "network_logic", 5, 15),
    ("noor", "network_logic", 0, 14),
    ("tomas", "network_logic", 2, 12),
    ("aurel", "network_logic", 6, 10),
    ("jory", "network_logic", 1, 9),
    ("petra", "constraints", 1, 6),
)
"""Who, which course, how many questions wrong, how many weeks ago. Noor passed at the second attempt; Aurel has not."""


def tell_learning(telling: Telling, office: Office, anchor: date) -> None:
    telling.add(datetime.combine(anchor - timedelta(weeks=18), time(9)), partial(_ask_all, office, anchor))
    for who, course, wrong, weeks in EXAMS:
        at = datetime.combine(anchor - timedelta(weeks=weeks), time(16))
        telling.add(at, partial(_sit, office, who, course, wrong))
    telling.add(datetime.combine(anchor - timedelta(weeks=2), time(10)), partial(_ask_one, office, anchor))
    telling.add(datetime.combine(anchor - timedelta(days=2), time(17)), partial(_read_half, office))


def _ask_all(office: Office, anchor: date) -> None:
    """Aurel's is late by now."""
    course = courses_in_force(office.organisation).courses["network_logic"]
    people = [office.people[each] for each in ("petra", "bastian", "noor", "tomas", "aurel", "jory")]
    actions.assign(
        office.organisation, course, people, by=office.people["dagny"], due_on=anchor - timedelta(weeks=6),
        why="Every project manager of the city reads a network alike.",
    )  # fmt: skip


def _ask_one(office: Office, anchor: date) -> None:
    course = courses_in_force(office.organisation).courses["constraints"]
    actions.assign(
        office.organisation, course, [office.people["ilka"]], by=office.people["elowen"],
        due_on=anchor + timedelta(weeks=3), why="Fixed dates in TR-03 hide what is late.",
    )  # fmt: skip


def _read_half(office: Office) -> None:
    lesson = courses_in_force(office.organisation).courses["constraints"].lessons[0]
    for piece in lesson.pieces[: len(lesson.pieces) // 2]:
        actions.read_piece(office.organisation, lesson, piece.key, by=office.people["ilka"])


def _sit(office: Office, who: str, name: str, wrong: int) -> None:
    """The first ``wrong`` questions are left without an answer."""
    organisation, person = office.organisation, office.people[who]
    course = courses_in_force(organisation).courses[name]
    version = in_force(organisation)
    assert version is not None
    for lesson in course.lessons:
        actions.finish_lesson(organisation, lesson, by=person)
    sitting = actions.begin_exam(organisation, course, by=person)
    for number, key in enumerate(sitting.questions):
        given = None if number < wrong else right_answer(course.bank[key], standard_of(version))
        actions.answer(sitting, key, given, by=person)
