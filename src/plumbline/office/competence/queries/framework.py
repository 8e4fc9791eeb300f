"""The framework: every competency with what each level looks like, what teaches it, and who is asked for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plumbline.engine.competence import SCALE
from plumbline.engine.course import Curriculum
from plumbline.engine.course.curriculum import Lesson
from plumbline.engine.standard import Standard
from plumbline.engine.standard.competencies import Competency
from plumbline.office.competence.queries.own import courses_of
from plumbline.office.competence.queries.requirements import CLASSES, Requirements, requirements_in
from plumbline.office.competence.queries.standings import standard_in_force
from plumbline.office.people.models import Organisation
from plumbline.office.standards.queries import courses_in_force


@dataclass(frozen=True, slots=True)
class Element:
    """``levels`` from 1 on: number, title, what it looks like. ``asked``: role, and its level for each class."""

    name: str
    about: Competency
    levels: list[tuple[int, str, str]]
    courses: list[tuple[str, str]]
    lessons: list[Lesson]
    asked: list[tuple[str, list[tuple[str, int]]]]

    @property
    def asked_label(self) -> str:
        return f"{self.about.title}: levels by role and class of project"

    @property
    def shown_by(self) -> str:
        return " and ".join({"projects": "projects led", "gates": "gates passed"}[each] for each in self.about.shown_by)

    def has(self, words: str) -> bool:
        lines = (self.about.title, self.about.means, *self.about.levels)
        return words.casefold() in " ".join(lines).casefold()


@dataclass(frozen=True, slots=True)
class AreaShown:
    name: str
    title: str
    means: str
    elements: list[Element]


def framework(organisation: Organisation, words: str = "", area: str = "", role: str = "") -> list[AreaShown]:
    """By area, in the order of the standard; only what has ``words``, is of ``area``, and is asked of ``role``."""
    standard = standard_in_force(organisation)
    if standard is None:
        return []
    asked, taught = requirements_in(organisation, standard), courses_in_force(organisation)
    elements = [each for each in _elements(standard, asked, taught) if not words or each.has(words)]
    if role in asked:
        elements = [each for each in elements if any(asked[role].of(each.name))]
    areas = {name: (each.title, each.means or "") for name, each in standard.areas.items()} | {"": ("Others", "")}
    shown = [
        AreaShown(name, title, means, [each for each in elements if _area(standard, each) == name])
        for name, (title, means) in areas.items()
        if not area or area == name
    ]
    return [each for each in shown if each.elements]


def _area(standard: Standard, element: Element) -> str:
    return element.about.area if element.about.area in standard.areas else ""


def _elements(standard: Standard, asked: dict[str, Requirements], taught: Curriculum) -> Iterator[Element]:
    for name, about in standard.competencies.items():
        looks = about.levels or tuple(each.means for each in SCALE[1:])
        levels = [(at, SCALE[at].title, line) for at, line in enumerate(looks, start=1)]
        roles = [
            (each.title, list(zip(CLASSES, each.of(name), strict=True)))
            for each in asked.values()
            if any(each.of(name))
        ]
        yield Element(name, about, levels, courses_of(about, taught), _lessons(about, taught), roles)


def _lessons(about: Competency, taught: Curriculum) -> list[Lesson]:
    """Single lessons about what the competency is learnt by, and those of its courses; each once."""
    found: dict[str, Lesson] = {}
    for each in about.learn:
        kind, _, name = each.partition(":")
        course = taught.courses.get(name) if kind == "course" else None
        for lesson in course.lessons if course else taught.teaching(kind, name):
            found[lesson.key] = lesson
    return list(found.values())
