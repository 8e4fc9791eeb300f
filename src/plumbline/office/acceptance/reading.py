"""A criterion's text as it is shown: read by its kind, or with what is wrong about it."""

from __future__ import annotations

from dataclasses import dataclass

from plumbline.engine.gherkin import Document, Item, Problem, UnreadableGherkin, items_of, read_criterion
from plumbline.office.acceptance.models import Kind


@dataclass(frozen=True, slots=True)
class Reading:
    kind: str
    text: str
    document: Document | None = None
    items: tuple[Item, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def lines(self) -> list[tuple[int, str, list[Problem]]]:
        """Each line of a text with problems, and what is wrong with it."""
        lines = enumerate(self.text.split("\n"), start=1)
        return [(number, line, [each for each in self.problems if each.line == number]) for number, line in lines]


def reading(kind: str, text: str, title: str = "") -> Reading:
    try:
        if kind == Kind.GHERKIN:
            return Reading(kind, text, document=read_criterion(text, name=title))
        if kind == Kind.CHECKLIST:
            return Reading(kind, text, items=items_of(text))
    except UnreadableGherkin as refused:
        return Reading(kind, text, problems=refused.problems)
    return Reading(kind, text)
