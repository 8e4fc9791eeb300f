"""Whom one can ask about the standard."""

from __future__ import annotations

from dataclasses import dataclass

from plumbline.engine.standard import Standard
from plumbline.office.foundation.access import may
from plumbline.office.mentoring.models import Pair
from plumbline.office.mentoring.queries import pairs_of
from plumbline.office.people.models import Membership, Person
from plumbline.office.people.queries import people_with
from plumbline.office.projects.models import Project

MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Helper:
    """``people`` may be empty: then ``words`` say who it is."""

    title: str
    people: tuple[Person, ...]
    words: str = ""


def whom_to_ask(reader: Membership, project: Project | None, standard: Standard | None) -> list[Helper]:
    """Three queries. Who may not see people is told the words only: of an owner's, the sentence that says who it is."""
    found = [Helper("Owner of the standard", (), standard.owner.partition(". ")[0].rstrip("."))] if standard else []
    if not may(reader, "see_people"):
        return found
    if project and project.manager:
        found.append(Helper("Project manager", (project.manager,)))
    office = tuple(people_with(reader.organisation, "write_standards")[:MOST_NAMED])
    found.append(Helper("The PMO", office))
    mine = pairs_of(reader.organisation, reader.person).filter(mentee=reader.person, state=Pair.State.RUNNING)
    mentors = tuple(each.mentor for each in mine[:MOST_NAMED])
    if mentors:
        found.append(Helper("Your mentor", mentors))
    return found
