"""A session with two seats about a lesson of Harbour's course."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from office.academy.conftest import bo, course, lesson
from plumbline.engine.course import Course
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Organisation, Person
from plumbline.office.teaching import actions
from plumbline.office.teaching.actions import SessionFacts
from plumbline.office.teaching.models import LiveSession

__all__ = ["bo", "course", "lesson"]

BEFORE = datetime(2031, 3, 3, 9, tzinfo=UTC)
AFTER = datetime(2031, 3, 10, 15, tzinfo=UTC)


def facts(**others: object) -> SessionFacts:
    said: dict[str, object] = {
        "title": "Links, live", "on": date(2031, 3, 10), "at": time(10), "minutes": 90, "place": "Room 4", "seats": 2,
    }  # fmt: skip
    return SessionFacts(**(said | others))  # type: ignore[arg-type]


@pytest.fixture
def session(harbour: Organisation, course: Course, ada: Person) -> LiveSession:
    with clock_at(BEFORE):
        lesson_facts = facts(course="links", lesson="open_ends", counts=True)
        return actions.plan_session(harbour, lesson_facts, by=ada)
