"""What was made of a lesson learned elsewhere."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project
from plumbline.office.registers.models import Entry, Kind, LessonUse


def use_lesson(
    lesson: Entry, *, by: Person, offered_at: str, applied: bool, because: str = "", project: Project | None = None
) -> LessonUse:
    """An answer is never changed; the latest counts. Not applying it needs a reason."""
    with action("use_lesson", by=by, scope=lesson.organisation) as line:
        if lesson.kind != Kind.LESSON:
            raise ValidationError("Only a lesson learned is applied or not.")
        if project is not None and project.organisation_id != lesson.organisation_id:
            raise ValidationError("The lesson belongs to another organisation.")
        if not applied and not because.strip():
            raise ValidationError({"because": "Say why it is not applied; the next one learns from that too."})
        use = add(
            LessonUse(
                lesson=lesson, by=by, offered_at=offered_at, applied=applied, because=because.strip(), project=project
            )
        )
        line.about(lesson, applied=applied, offered_at=offered_at)
    return use
