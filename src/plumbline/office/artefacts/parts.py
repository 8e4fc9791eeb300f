"""Who has which part in an artefact: who writes it, and who is accountable and approves it."""

from __future__ import annotations

from dataclasses import dataclass

from plumbline.engine.standard.artefacts import Artefact
from plumbline.engine.standard.rasci import Part, parts_of
from plumbline.office.governance.queries import RoleHeld
from plumbline.office.people.models import Person

WRITE = frozenset({Part.RESPONSIBLE, Part.ACCOUNTABLE, Part.SUPPORTS})
WORDS = {
    Part.ACCOUNTABLE: "Accountable",
    Part.RESPONSIBLE: "Responsible",
    Part.SUPPORTS: "Supports",
    Part.CONSULTED: "Consulted",
    Part.INFORMED: "Informed",
}


@dataclass(frozen=True, slots=True)
class PartHeld:
    """A role with its part in one artefact, and the people who have it in the project."""

    word: str
    role: str
    title: str
    people: list[Person]


def parts_held(artefact: Artefact, held: list[RoleHeld]) -> list[PartHeld]:
    """In the order of the parts. ``held`` are the roles of the project's standard."""
    return [
        PartHeld(word, each.name, each.role.title, each.people)
        for part, word in WORDS.items()
        for each in held
        if part in parts_of(artefact.raci.get(each.name, "-"))
    ]


def people_with(artefact: Artefact, held: list[RoleHeld], *parts: Part) -> list[Person]:
    """Each once, in the order of the roles."""
    found = {
        person.pk: person
        for each in held
        if set(parts_of(artefact.raci.get(each.name, "-"))) & set(parts)
        for person in each.people
    }
    return list(found.values())


def role_accountable(artefact: Artefact) -> str:
    """A standard has exactly one for each artefact."""
    return next(role for role, cell in artefact.raci.items() if Part.ACCOUNTABLE in parts_of(cell))
