"""Courses and lessons of the standard in force, by title and by what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plumbline.office.search.subjects.standards import FOLLOWS, rows
from plumbline.office.search.told import Told, address
from plumbline.office.standards.models import StandardInForce
from plumbline.office.standards.queries import courses_of

__all__ = ["FOLLOWS", "ICON", "ORDER", "TITLE", "rows", "tell"]

TITLE, ICON, ORDER = "Courses and lessons", "file", 82
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def tell(held: StandardInForce) -> Iterator[Told]:
    for course in courses_of(held.standard_version).courses.values():
        yield _part(held, "course", course.name, course.title, "Course", course.summary, course=course.name)
        for lesson in course.lessons:
            said = _LINK.sub(r"\1", " ".join(f"{each.prose} {each.caption}" for each in lesson.pieces))
            yield _part(
                held, "lesson", lesson.key, lesson.title, f"Lesson · {course.title}",
                f"{lesson.summary} {said}", course=course.name, lesson=lesson.name,
            )  # fmt: skip


def _part(held: StandardInForce, kind: str, key: str, title: str, under: str, text: str, **there: str) -> Told:
    return Told(
        organisation_id=held.organisation_id,
        source_id=held.pk,
        part=_short(f"{kind}:{key}"),
        title=title,
        under=under,
        text=" ".join(text.split()),
        path=address(f"academy:{kind}", organisation=held.organisation.slug, **there),
        permission="learn",
    )


def _short(part: str) -> str:
    """Names of a course and a lesson may be longer together than a part may be; their ends tell them apart."""
    return part[-80:]
