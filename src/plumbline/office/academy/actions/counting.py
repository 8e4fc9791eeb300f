"""What was learnt in another way than by reading counts as done."""

from __future__ import annotations

from plumbline.engine.course import Course, Lesson
from plumbline.office.academy.actions.proposing import close_as_learnt
from plumbline.office.academy.models import Assignment, Reading
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation, Person


def count_as_done(
    organisation: Organisation, course: Course, lesson: Lesson | None, person: Person, *, by: Person
) -> None:
    """The lesson is finished; without one, the open assignment of the course is done. It earns no certificate."""
    with action("count_as_done", by=by, scope=organisation) as line:
        moment = now()
        if lesson is None:
            mine = Assignment.objects.filter(organisation=organisation, person=person, course=course.name)
            done = mine.filter(done_at=None, cancelled_at=None).update(done_at=moment, remind_on=None)
        else:
            reading, _ = Reading.objects.select_for_update().get_or_create(
                organisation=organisation, person=person, course=course.name, lesson=lesson.name,
                defaults={"begun_at": moment, "changed_at": moment},
            )  # fmt: skip
            done = Reading.objects.filter(pk=reading.pk, finished_at=None).update(finished_at=moment, changed_at=moment)
            close_as_learnt(organisation, person, lesson)
        if not done:
            line.nothing_happened()
        line.about(organisation, person=str(person), course=course.name, lesson=lesson.name if lesson else "")
