"""What class of project each manager may lead by what is known of them, beside what they lead. By name, for the PMO."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from plumbline.engine.competence import MayLead, may_lead
from plumbline.engine.standard import Standard
from plumbline.office.competence.queries.requirements import CLASSES, leading_role, requirements_in
from plumbline.office.competence.queries.standings import Standings, standard_in_force
from plumbline.office.leading.classes import Classes
from plumbline.office.leading.queries import Load, caseload, classes_in, load_of
from plumbline.office.people.models import Organisation, Person


@dataclass(frozen=True, slots=True)
class Missing:
    """A competency, and how many levels of it are missing."""

    title: str
    levels: int

    def __str__(self) -> str:
        return f"{self.title}, {self.levels} level{'' if self.levels == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class Above:
    """Projects of one class, larger than their manager's competence suffices for, with what is missing for it."""

    kind: str
    projects: list[str]
    missing: list[Missing]


@dataclass(frozen=True, slots=True)
class Leader:
    """``known`` counts the competencies asked for of which a level is known; without any nothing is said of them."""

    load: Load
    may: MayLead
    known: int
    next_missing: list[Missing]
    above: list[Above]

    @property
    def person(self) -> Person:
        return self.load.person

    @property
    def is_known(self) -> bool:
        return self.known > 0

    @property
    def largest(self) -> str:
        if not self.is_known:
            return "Not assessed"
        return "None yet" if self.may.largest is None else CLASSES[self.may.largest]

    @property
    def next(self) -> str:
        """The class above; empty where there is none."""
        place = 0 if self.may.largest is None else self.may.largest + 1
        return CLASSES[place].lower() if place < len(CLASSES) else ""


def leaders(organisation: Organisation, day: date, person: Person | None = None) -> list[Leader]:
    """All who lead projects or may, or one ``person``; none where the standard asks nothing of whoever leads."""
    standard = standard_in_force(organisation)
    asked = requirements_in(organisation, standard).get(leading_role(standard)) if standard else None
    if standard is None or asked is None or not any(asked.levels):
        return []
    loads = [load_of(organisation, person)] if person else caseload(organisation).loads
    known = Standings(organisation, standard, [each.person.pk for each in loads])
    classes = classes_in(organisation)
    return [_leader(each, asked.levels, known.levels(each.person.pk, day), standard, classes) for each in loads]


def lines_of(found: list[Leader]) -> Iterator[list[Any]]:
    yield ["Manager", "May lead", "Next class", "Short for it", "Proficiency noted", "Leads", "Above"]
    for each in found:
        profile = each.load.profile
        yield [
            each.person.name, each.largest, each.next, "; ".join(map(str, each.next_missing)),
            profile.get_proficiency_display() if profile and profile.proficiency else "",
            ", ".join(f"{one.project.code} ({one.kind.title.lower()})" for one in each.load.led),
            ", ".join(name for one in each.above for name in one.projects),
        ]  # fmt: skip


def _leader(load: Load, asked: tuple[Any, ...], levels: dict[str, int], standard: Standard, classes: Classes) -> Leader:
    may = may_lead(asked, levels)
    known = len(levels.keys() & {name for each in asked for name, level in each.items() if level})
    beyond = range(0 if may.largest is None else may.largest + 1, len(classes.each)) if known else ()
    above = [_above(load, classes.each[place].title, _short_for(may, place), standard) for place in beyond]
    return Leader(load, may, known, _missing(may.next_short, standard), [each for each in above if each.projects])


def _above(load: Load, title: str, short: dict[str, int], standard: Standard) -> Above:
    projects = [each.project.name for each in load.led if each.kind.title == title] if short else []
    return Above(title.lower(), projects, _missing(short, standard))


def _short_for(may: MayLead, place: int) -> dict[str, int]:
    """A class suffices only with all smaller ones: where its own levels are met, a smaller one's are not."""
    return next((short for short in reversed(may.short[: place + 1]) if short), {})


def _missing(short: dict[str, int], standard: Standard) -> list[Missing]:
    return [Missing(standard.competencies[name].title, levels) for name, levels in short.items()]
