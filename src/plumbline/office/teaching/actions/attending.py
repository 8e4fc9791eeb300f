"""Attendance, marked by whoever teaches or by the PMO; where it counts, what was attended is done."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.exceptions import ValidationError

from plumbline.office.academy.actions import count_as_done
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import change
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.standards.queries import courses_in_force
from plumbline.office.teaching.actions.seats import State, held
from plumbline.office.teaching.models import LiveSession, Registration


def mark_attendance(session: LiveSession, attended: Mapping[int, bool], *, by: Person) -> int:
    """By registration, of those who had a seat. Returns how many came.

    What was counted as done once stays done: taking a mark back takes nothing from what somebody learnt.
    """
    with action("mark_attendance", by=by, scope=session.organisation) as line:
        locked = held(session)
        if locked.cancelled_at is not None or now() < locked.begins_at:
            raise ValidationError("Attendance is marked once the session has begun.")
        seated = list(locked.registrations.filter(state=State.SEATED).select_related("person"))
        changed = [each for each in seated if each.pk in attended and each.attended is not attended[each.pk]]
        for each in changed:
            change(each, attended=attended[each.pk], marked_by=by, marked_at=now())
            if each.attended and locked.counts:
                _count(locked, each, by)
        if not changed:
            line.nothing_happened()
        line.about(locked, came=sum(bool(each.attended) for each in seated))
        return sum(bool(each.attended) for each in seated)


def _count(session: LiveSession, registration: Registration, by: Person) -> None:
    course = courses_in_force(session.organisation).courses.get(session.course)
    lesson = course.lesson(session.lesson) if course and session.lesson else None
    if course and (lesson or not session.lesson):
        count_as_done(session.organisation, course, lesson, registration.person, by=by)
