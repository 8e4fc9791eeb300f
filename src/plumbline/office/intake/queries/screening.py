"""The questions of the standard, and how they are answered for a request."""

from __future__ import annotations

from dataclasses import dataclass

from plumbline.engine.standard.intake import ScreeningQuestion
from plumbline.office.intake.models import ProjectRequest, ScreeningAnswer
from plumbline.office.standards import queries as standards


@dataclass(frozen=True, slots=True)
class Screened:
    name: str
    question: ScreeningQuestion
    answer: ScreeningAnswer | None

    @property
    def stops(self) -> bool:
        return self.question.must and self.answer is not None and self.answer.answer == ScreeningAnswer.Answer.NO


def questions_of(asked: ProjectRequest) -> dict[str, ScreeningQuestion]:
    return standards.standard_of(asked.standard_version).screening if asked.standard_version else {}


def last_answers(asked: ProjectRequest) -> dict[str, ScreeningAnswer]:
    """By question; a later one takes the place of an earlier."""
    return {each.question: each for each in asked.answers.select_related("by").order_by("at", "pk")}


def screening_of(asked: ProjectRequest) -> list[Screened]:
    answers = last_answers(asked)
    return [Screened(name, question, answers.get(name)) for name, question in questions_of(asked).items()]
