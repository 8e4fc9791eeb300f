"""Which lessons a change of the standard may have made wrong."""

from __future__ import annotations

from dataclasses import dataclass

from plumbline.engine.course.curriculum import Curriculum, Lesson
from plumbline.engine.standard import Difference, Standard, differences

_TAUGHT_AS = {
    "rules": "rule",
    "custom": "rule",
    "guidance": "rule",
    "gates": "gate",
    "artefacts": "artefact",
    "duties": "artefact",
}


@dataclass(frozen=True, slots=True)
class LessonToReview:
    lesson: Lesson
    because: tuple[Difference, ...]


def lessons_to_review(
    before: tuple[Standard, Curriculum], after: tuple[Standard, Curriculum]
) -> tuple[LessonToReview, ...]:
    """Lessons that stayed as they are while something that they teach changed, in the order of their courses."""
    changes: dict[str, list[Difference]] = {}
    for each in differences(before[0], after[0]):
        if each.section in _TAUGHT_AS:
            changes.setdefault(f"{_TAUGHT_AS[each.section]}:{each.name}", []).append(each)
    found = []
    for lesson in after[1].lessons():
        because = tuple(change for thing in lesson.teaches for change in changes.get(thing, ()))
        if because and before[1].lesson(lesson.key) == lesson:
            found.append(LessonToReview(lesson, because))
    return tuple(found)
