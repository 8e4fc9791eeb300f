"""Courses that somebody was asked to learn, and has not by the day."""

from __future__ import annotations

from datetime import date

from plumbline.office.academy.models import Assignment
from plumbline.office.academy.queries import overdue
from plumbline.office.operations.due_query import address, first_of
from plumbline.office.operations.due_row import DueRow, Found
from plumbline.office.people.models import Organisation
from plumbline.office.standards.queries import courses_in_force

TITLE = "Courses overdue"
EMPTY = "Nobody is late with a course."
ORDER = 215


def found(organisation: Organisation, day: date, most: int) -> Found:
    titles = {name: each.title for name, each in courses_in_force(organisation).courses.items()}
    return first_of(overdue(organisation, day), most, lambda each: row(organisation, each, titles))


def row(organisation: Organisation, asked: Assignment, titles: dict[str, str]) -> DueRow:
    there = address("academy:learners", organisation)
    return DueRow(
        what=titles.get(asked.course, asked.course),
        url=there,
        deed="Speak with them",
        deed_url=there,
        on=asked.due_on,
        who=str(asked.person),
    )
