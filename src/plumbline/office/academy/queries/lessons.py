"""One lesson as somebody reads it."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404
from django.utils.safestring import SafeString

from plumbline.engine.course import Course, Lesson
from plumbline.engine.course.blocks import Piece
from plumbline.office.academy.drawing import Drawing, drawing
from plumbline.office.academy.links import with_links
from plumbline.office.academy.models import Reading
from plumbline.office.foundation.prose import as_html
from plumbline.office.people.models import Organisation, Person
from plumbline.office.standards.queries import courses_in_force


@dataclass(frozen=True, slots=True)
class PieceSeen:
    piece: Piece
    is_read: bool
    html: SafeString
    solution: SafeString
    drawing: Drawing | None


@dataclass(frozen=True, slots=True)
class LessonSeen:
    """``resume`` is the key of the piece after the one that was read last; empty at the beginning and the end."""

    course: Course
    lesson: Lesson
    reading: Reading | None
    pieces: tuple[PieceSeen, ...]
    before: Lesson | None
    after: Lesson | None

    @property
    def share(self) -> int:
        """Percent of the pieces that were read."""
        return round(100 * sum(each.is_read for each in self.pieces) / len(self.pieces)) if self.pieces else 0

    @property
    def is_finished(self) -> bool:
        return self.reading is not None and self.reading.finished_at is not None

    @property
    def resume(self) -> str:
        keys = [each.piece.key for each in self.pieces]
        if self.reading is None or self.is_finished or self.reading.last not in keys:
            return ""
        place = keys.index(self.reading.last) + 1
        return keys[place] if place < len(keys) else ""


def lesson_in(organisation: Organisation, course: str, lesson: str) -> tuple[Course, Lesson]:
    """404 for one that the standard in force does not have."""
    found = courses_in_force(organisation).courses.get(course)
    one = found.lesson(lesson) if found else None
    if found is None or one is None:
        raise Http404
    return found, one


def lesson_seen(organisation: Organisation, person: Person, course: str, lesson: str) -> LessonSeen:
    found, one = lesson_in(organisation, course, lesson)
    mine = Reading.objects.filter(organisation=organisation, person=person, course=course, lesson=lesson).first()
    read = set(mine.read) if mine else set()
    place = found.lessons.index(one)
    linked = with_links(organisation)
    return LessonSeen(
        course=found,
        lesson=one,
        reading=mine,
        pieces=tuple(
            PieceSeen(
                each,
                each.key in read,
                as_html(linked(each.text)) if each.kind != "plan" else SafeString(),
                as_html(linked(each.solution)),
                drawing(each.text) if each.kind == "plan" else None,
            )
            for each in one.pieces
        ),
        before=found.lessons[place - 1] if place else None,
        after=found.lessons[place + 1] if place + 1 < len(found.lessons) else None,
    )
