"""A test or an exam as whoever sits it sees it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.safestring import SafeString

from plumbline.engine.course import Course, Lesson, Question
from plumbline.engine.course.judge import shown_order
from plumbline.engine.course.plans import Edits, changed, columns_in, rows_in
from plumbline.engine.course.questions import Find, Mend, Multiple, Numeric, Order, Single
from plumbline.office.academy.drawing import Drawing, drawing
from plumbline.office.academy.links import with_links
from plumbline.office.academy.models import Certificate, GivenAnswer, Sitting
from plumbline.office.foundation.prose import as_html
from plumbline.office.people.models import Organisation, Person
from plumbline.office.standards.queries import courses_of


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose or to put in order. ``place`` is where it stands on the page, from 1 on."""

    place: int
    text: str
    index: int


@dataclass(frozen=True, slots=True)
class Cell:
    column: str
    head: str
    text: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Row:
    id: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that waits for an answer, as it is shown; ``lesson`` where it is that of a test."""

    course: Course
    lesson: Lesson | None
    key: str
    number: int
    of: int
    question: Question
    ask: SafeString
    options: tuple[Option, ...]
    rows: tuple[Row, ...]
    heads: tuple[str, ...]
    drawing: Drawing | None

    @property
    def kind(self) -> str:
        return self.question.kind

    def chosen(self, places: list[int]) -> list[int]:
        """What the places on the page stand for."""
        by_place = {each.place: each.index for each in self.options}
        return [by_place[each] for each in places if each in by_place]


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with what was answered, what was right and why."""

    number: int
    key: str
    question: Question
    ask: SafeString
    points: float
    said: tuple[SafeString, ...]
    given: tuple[str, ...]
    right: tuple[str, ...]
    explain: SafeString
    lesson: Lesson | None

    @property
    def word(self) -> str:
        return "Right" if self.points == 1 else "Partly right" if self.points else "Not right"

    @property
    def outcome(self) -> str:
        return "pass" if self.points == 1 else "waived" if self.points else "fail"


@dataclass(frozen=True, slots=True)
class Result:
    course: Course
    lesson: Lesson | None
    answers: tuple[Answered, ...]
    certificate: Certificate | None

    @property
    def to_read_again(self) -> tuple[Lesson, ...]:
        """The lessons of what was not right, each once."""
        missed = {each.lesson.key: each.lesson for each in self.answers if each.points < 1 and each.lesson}
        return tuple(missed.values())


def sitting_of(organisation: Organisation, person: Person, number: int) -> Sitting:
    """404 for one of another organisation; nobody else's is shown."""
    found = Sitting.objects.filter(organisation=organisation, pk=number)
    one = found.select_related("organisation", "version", "person").first()
    if one is None:
        raise Http404
    if one.person_id != person.pk:
        raise PermissionDenied("What somebody answers is theirs alone: your role does not allow you to look.")
    return one


def asked(sitting: Sitting) -> Asked | None:
    """The next question; ``None`` when all are answered."""
    done = set(sitting.answers.values_list("question", flat=True))
    key = next((each for each in sitting.questions if each not in done), None)
    if key is None:
        return None
    return _asked(sitting, _course(sitting), key)


def last_answered(sitting: Sitting) -> Answered | None:
    """What was answered last, for a test, which says after each question what came of it."""
    given = sitting.answers.last()
    if given is None:
        return None
    number = sitting.questions.index(given.question) + 1
    return _answered(number, given.question, _course(sitting), given, with_links(sitting.organisation))


def result(sitting: Sitting) -> Result:
    """All that was answered so far, in the order it was asked."""
    course = _course(sitting)
    linked = with_links(sitting.organisation)
    by_key = {each.question: each for each in sitting.answers.all()}
    answers = tuple(
        _answered(number, key, course, by_key[key], linked)
        for number, key in enumerate(sitting.questions, 1)
        if key in by_key and key in course.bank
    )
    certificate = Certificate.objects.filter(sitting=sitting).select_related("organisation").first()
    return Result(course, course.lesson(sitting.lesson), answers, certificate)


def _course(sitting: Sitting) -> Course:
    found = courses_of(sitting.version).courses.get(sitting.course)
    if found is None or any(each not in found.bank for each in sitting.questions):
        raise Http404
    return found


def _asked(sitting: Sitting, course: Course, key: str) -> Asked:
    question = course.bank[key]
    texts = _texts(question)
    order = shown_order(len(texts), f"{sitting.pk}\n{key}")
    table = question.plan if isinstance(question, Find | Mend) else ""
    heads = columns_in(table) if table else {}
    return Asked(
        course=course,
        lesson=course.lesson(sitting.lesson),
        key=key,
        number=sitting.questions.index(key) + 1,
        of=len(sitting.questions),
        question=question,
        ask=as_html(question.ask),
        options=tuple(Option(place, texts[index], index) for place, index in enumerate(order, 1)),
        rows=_rows(question, table, heads),
        heads=tuple(heads.values()),
        drawing=drawing(table) if table else None,
    )


def _rows(question: Question, table: str, heads: dict[str, str]) -> tuple[Row, ...]:
    if not table:
        return ()
    edit = question.edit if isinstance(question, Mend) else ()
    return tuple(
        Row(row["id"], tuple(Cell(name, head, row[name], name in edit) for name, head in heads.items()))
        for row in rows_in(table)
    )


def _texts(question: Question) -> tuple[str, ...]:
    match question:
        case Single() | Multiple():
            return tuple(each.text for each in question.choices)
        case Order():
            return question.steps
        case _:
            return ()


def _answered(number: int, key: str, course: Course, given: GivenAnswer, linked: Callable[[str], str]) -> Answered:
    question = course.bank[key]
    return Answered(
        number=number,
        key=key,
        question=question,
        ask=as_html(question.ask),
        points=given.points,
        said=tuple(as_html(each) for each in given.said),
        given=_in_words(question, given.answer),
        right=_right(question),
        explain=as_html(linked(question.explain)),
        lesson=course.lesson(key.partition(".")[0]),
    )


def _in_words(question: Question, given: object) -> tuple[str, ...]:
    texts = _texts(question)
    if texts:
        return tuple(texts[each] for each in given if isinstance(each, int)) if isinstance(given, list) else ()
    if isinstance(question, Mend) and isinstance(given, dict):
        return _cells(question, given)
    if isinstance(given, list):
        return tuple(map(str, given))
    return (str(given),) if given else ()


def _right(question: Question) -> tuple[str, ...]:
    match question:
        case Single() | Multiple():
            return tuple(each.text for each in question.choices if each.right)
        case Order():
            return question.steps
        case Numeric():
            return (f"{question.answer:g} {question.unit}".strip(),)
        case Mend():
            return _cells(question, question.solution)
        case _:
            return ()


def _cells(question: Mend, edits: Edits) -> tuple[str, ...]:
    """What differs from the plan as it was asked, a cell a line."""
    heads = columns_in(question.plan)
    before = {row["id"]: row for row in rows_in(question.plan)}
    after = rows_in(changed(question.plan, edits, question.edit))
    return tuple(
        f"{row['id']}, {heads[name]}: {row[name] or 'nothing'}"
        for row in after
        for name in question.edit
        if name in heads and row[name] != before[row["id"]][name]
    )
