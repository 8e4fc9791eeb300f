"""Reading a lesson: the place is kept to the paragraph, so that one goes on anywhere."""

from __future__ import annotations

from django.db import transaction

from plumbline.engine.course import Lesson
from plumbline.office.academy.actions.proposing import close_as_learnt
from plumbline.office.academy.models import Reading
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation, Person


def read_piece(organisation: Organisation, lesson: Lesson, piece: str, *, by: Person) -> Reading | None:
    """One piece was read. A key that the lesson does not have, of an older text say, changes nothing.

    It is a place in a book and no deed, so the audit does not tell of it.
    """
    known = [each.key for each in lesson.pieces]
    if piece not in known:
        return None
    with transaction.atomic():
        reading = _reading(organisation, lesson, by)
        read = {*reading.read, piece}
        reading.read = [each for each in known if each in read]
        reading.last, reading.changed_at = piece, now()
        reading.save(update_fields=["read", "last", "changed_at"])
    return reading


def finish_lesson(organisation: Organisation, lesson: Lesson, *, by: Person) -> Reading:
    """All of it was read."""
    with action("finish_lesson", by=by, scope=organisation) as line:
        reading = _reading(organisation, lesson, by)
        if reading.finished_at is not None:
            line.nothing_happened()
            return reading
        moment = now()
        reading.read = [each.key for each in lesson.pieces]
        reading.finished_at, reading.changed_at = moment, moment
        reading.save(update_fields=["read", "finished_at", "changed_at"])
        close_as_learnt(organisation, by, lesson)
        line.about(reading, lesson=lesson.key)
        return reading


def _reading(organisation: Organisation, lesson: Lesson, person: Person) -> Reading:
    moment = now()
    found, _ = Reading.objects.select_for_update().get_or_create(
        organisation=organisation,
        person=person,
        course=lesson.course,
        lesson=lesson.name,
        defaults={"begun_at": moment, "changed_at": moment},
    )
    return found
