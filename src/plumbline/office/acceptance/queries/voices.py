"""Who speaks for which voice in a project: those whose roles the standard names, or anybody where it names none."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from plumbline.engine.standard import Standard
from plumbline.office.acceptance.models import Voice
from plumbline.office.governance.queries import roles_held, standard_for
from plumbline.office.governance.queries.appointments import RoleHeld
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project

Roles = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Speakers:
    """``asked`` are the voices that have to agree, each with the roles that speak for it: none where anybody may."""

    project: Project
    asked: dict[Voice, Roles]
    held: list[RoleHeld]

    def of(self, voice: Voice) -> list[Person]:
        """By name; everybody of the project where no role is named."""
        roles = self.asked[voice]
        people = {each.pk: each for held in self.held if not roles or held.name in roles for each in held.people}
        if not roles:
            people |= {each.pk: each for each in (self.project.manager, self.project.sponsor) if each}
        return sorted(people.values(), key=lambda each: (each.name, each.pk))

    def titles(self, voice: Voice) -> list[str]:
        return [each.role.title for each in self.held if each.name in self.asked[voice]]

    def voices_of(self, person: Person) -> list[Voice]:
        return [voice for voice in self.asked if any(each.pk == person.pk for each in self.of(voice))]

    def to_be_told(self, voice: Voice) -> list[Person]:
        """Those who are told by name: where anybody may speak, the office is not written to about each criterion."""
        if self.asked[voice]:
            return self.of(voice)
        told = {each.pk: each for held in self.held if held.appointments for each in held.people}
        told |= {each.pk: each for each in (self.project.manager, self.project.sponsor) if each}
        return sorted(told.values(), key=lambda each: (each.name, each.pk))

    def refusal(self, person: Person, voice: Voice, spoken: Collection[Voice]) -> str:
        """Why this person may not agree for this voice; empty if they may. ``spoken`` are those they agreed for."""
        if voice not in self.asked:
            return f"The standard of this project does not ask the voice of {voice.label.lower()}."
        if voice not in self.voices_of(person):
            roles = ", ".join(self.titles(voice))
            who = f"Only {roles} can." if roles else "Only people who have a role in this project can."
            return f"You do not speak for {voice.label.lower()} here. {who}"
        if not self.asked[voice] and {*spoken, voice} >= set(Voice):
            return "One person cannot speak for all three. Somebody else has to see it with their own eyes."
        return ""


def voices_of(project: Project, standard: Standard | None = None) -> dict[Voice, Roles]:
    """The voices that have to agree, each with the roles of the standard that speak for it.

    Where the standard says nothing of voices, all three are asked, and none has a role.
    """
    said = getattr(standard or standard_for(project), "acceptance", None)
    named = getattr(said, "voices", None) or {}
    if not named:
        return dict.fromkeys(Voice, ())
    return {each: tuple(named[each.value]) for each in Voice if named.get(each.value)}


def speakers(project: Project) -> Speakers:
    """Two queries, and what loading the standard takes."""
    standard = standard_for(project)
    held = roles_held(project, standard) if standard else []
    return Speakers(project, voices_of(project, standard), held)
