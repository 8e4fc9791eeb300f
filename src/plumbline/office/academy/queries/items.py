"""How the questions of a course do: which are too easy, too hard, or tell nobody apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from plumbline.engine.course import Course
from plumbline.engine.course.items import Item, items
from plumbline.office.academy.models import GivenAnswer
from plumbline.office.people.models import Organisation

MOST_SITTINGS = 5000


def items_of(organisation: Organisation, course: Course) -> list[tuple[str, Item]]:
    """By question in the order of the course, of exams that were ended. One query."""
    answers = GivenAnswer.objects.filter(
        sitting__organisation=organisation,
        sitting__course=course.name,
        sitting__lesson="",
        sitting__ended_at__isnull=False,
    )
    by_sitting: dict[int, dict[str, float]] = defaultdict(dict)
    rows = answers.order_by("-sitting_id").values_list("sitting_id", "question", "points")
    for sitting, question, points in rows[: MOST_SITTINGS * course.exam.questions]:
        by_sitting[sitting][question] = points
    found = items(by_sitting.values())
    return [(key, found[key]) for key in course.bank if key in found]


def lines_of(course: Course, found: list[tuple[str, Item]]) -> Iterator[list[object]]:
    yield ["Lesson", "Question", "Kind", "Asked", "Answers", "Difficulty", "Discrimination", "What stands out"]
    for key, item in found:
        lesson, _, name = key.partition(".")
        question = course.bank[key]
        yield [
            lesson, name, question.kind, question.ask, item.answers, round(item.difficulty, 2),
            None if item.discrimination is None else round(item.discrimination, 2), item.remark,
        ]  # fmt: skip
