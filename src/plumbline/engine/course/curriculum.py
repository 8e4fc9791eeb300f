"""What a standard teaches, read and checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import ceil

from plumbline.engine.course.blocks import WORDS_A_MINUTE, Piece, lix, words_in
from plumbline.engine.course.questions import Question
from plumbline.engine.course.schema import Exam


@dataclass(frozen=True, slots=True)
class Lesson:
    """``teaches`` are things of the standard, such as ``rule:leads``.

    ``left_out`` says by name why a question is not among ``questions``: it has no point under the standard as it is.
    """

    course: str
    name: str
    title: str
    summary: str
    teaches: tuple[str, ...]
    pieces: tuple[Piece, ...]
    questions: Mapping[str, Question]
    left_out: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        return f"{self.course}/{self.name}"

    @property
    def words(self) -> int:
        return words_in(self.pieces)

    @property
    def minutes(self) -> int:
        """To read at 200 words a minute, and a minute for each question."""
        return ceil(self.words / WORDS_A_MINUTE + len(self.questions))

    @property
    def lix(self) -> float:
        return lix(self.pieces)


@dataclass(frozen=True, slots=True)
class Course:
    """``inherited`` is one of the standard that this one is based on."""

    name: str
    title: str
    summary: str
    lessons: tuple[Lesson, ...]
    exam: Exam
    inherited: bool = False

    @property
    def minutes(self) -> int:
        return sum(each.minutes for each in self.lessons)

    @property
    def bank(self) -> dict[str, Question]:
        """All questions, by ``<lesson>.<question>``."""
        return {
            f"{lesson.name}.{name}": question for lesson in self.lessons for name, question in lesson.questions.items()
        }

    def lesson(self, name: str) -> Lesson | None:
        return next((each for each in self.lessons if each.name == name), None)


@dataclass(frozen=True, slots=True)
class Path:
    name: str
    title: str
    summary: str
    courses: tuple[Course, ...]

    @property
    def minutes(self) -> int:
        return sum(each.minutes for each in self.courses)


@dataclass(frozen=True)
class Curriculum:
    """The courses of a standard by name, in the order of their paths, and the paths through them."""

    courses: Mapping[str, Course] = field(default_factory=dict)
    paths: tuple[Path, ...] = ()

    def lessons(self) -> Iterator[Lesson]:
        for course in self.courses.values():
            yield from course.lessons

    def lesson(self, key: str) -> Lesson | None:
        course, _, name = key.partition("/")
        return self.courses[course].lesson(name) if course in self.courses else None

    def teaching(self, kind: str, name: str) -> tuple[Lesson, ...]:
        """The lessons about a rule, gate or artefact; those about little else come first."""
        wanted = f"{kind}:{name}"
        found = [each for each in self.lessons() if wanted in each.teaches]
        return tuple(sorted(found, key=lambda each: len(each.teaches)))
