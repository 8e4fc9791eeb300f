"""What is asked of each role by class of projects: the standard's levels, and those that the organisation sets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from plumbline.engine.competence import Levels, required_for
from plumbline.engine.standard import Standard
from plumbline.office.competence.models import RequiredLevels
from plumbline.office.leading.classes import USUAL
from plumbline.office.people.models import Organisation

CLASSES = tuple(each.title for each in USUAL.each)
MEDIUM = CLASSES.index(USUAL.middle.title)
"""The class that a standard's levels are about."""
Own = Mapping[str, list[int | None]]
SHOWN = 10


@dataclass(frozen=True, slots=True)
class Requirements:
    """``usual`` and ``levels`` hold one entry for each class, from the smallest on: the standard's, and what counts."""

    role: str
    title: str
    usual: tuple[Levels, ...]
    levels: tuple[Levels, ...]

    def of(self, competency: str) -> list[int]:
        return [each.get(competency, 0) for each in self.levels]

    def usual_of(self, competency: str) -> list[int]:
        return [each.get(competency, 0) for each in self.usual]

    def is_own(self, competency: str) -> bool:
        return self.of(competency) != self.usual_of(competency)


@dataclass(frozen=True, slots=True)
class Change:
    """One time that the levels of a role were set, with what became different in words."""

    row: RequiredLevels
    words: list[str]


def leading_role(standard: Standard) -> str:
    """The role of whoever leads a project; empty where the standard has none."""
    return next((name for name, each in standard.roles.items() if each.usually == "manager"), "")


def requirements_in(organisation: Organisation, standard: Standard) -> dict[str, Requirements]:
    """By role, of those from which the standard or the organisation asks anything, and of whoever leads. One query."""
    rows = RequiredLevels.objects.filter(organisation=organisation).values_list("role", "levels")
    own = dict(rows.order_by("pk"))
    leads = leading_role(standard)
    return {
        name: _of_role(standard, name, own.get(name, {}))
        for name, each in standard.roles.items()
        if each.competencies or name in own or name == leads
    }


def usual_levels(standard: Standard, role: str) -> tuple[Levels, ...]:
    """What the standard asks: its own levels for a medium project, one less for a small one, one more for a large."""
    asked = standard.roles[role].competencies
    return tuple(
        {name: required_for(level, place - MEDIUM) for name, level in asked.items()} for place in range(len(CLASSES))
    )


def laid_over(usual: tuple[Levels, ...], own: Own) -> tuple[Levels, ...]:
    return tuple(
        {**levels, **{name: said for name, each in own.items() if (said := each[place]) is not None}}
        for place, levels in enumerate(usual)
    )


def changes_of(organisation: Organisation, standard: Standard, role: str) -> list[Change]:
    """The latest first. One query for the changes and those who made them."""
    rows = RequiredLevels.objects.filter(organisation=organisation, role=role).select_related("by")
    latest = list(rows.order_by("-pk")[: SHOWN + 1])
    usual = usual_levels(standard, role)
    both = pairwise([*(each.levels for each in latest), {}])
    changes = (list(_words(standard, usual, was, now)) for now, was in both)
    return [Change(row, words) for row, words in zip(latest, changes, strict=True)][:SHOWN]


def _of_role(standard: Standard, name: str, own: Own) -> Requirements:
    usual = usual_levels(standard, name)
    known = {each: levels for each, levels in own.items() if each in standard.competencies}
    return Requirements(name, standard.roles[name].title, usual, laid_over(usual, known))


def _words(standard: Standard, usual: tuple[Levels, ...], was: Own, now: Own) -> Iterator[str]:
    before, after = laid_over(usual, was), laid_over(usual, now)
    for name, each in standard.competencies.items():
        for place, title in enumerate(CLASSES):
            one, other = before[place].get(name, 0), after[place].get(name, 0)
            if one != other:
                yield f"{each.title}, {title.lower()}: {one} to {other}"
