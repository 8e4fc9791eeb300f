"""One review of a gate on its page: the evidence pack, what was said, and what still stands in the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from plumbline.engine.standard import Standard
from plumbline.engine.standard.life_cycle import Decision, Gate
from plumbline.office.foundation.access import may
from plumbline.office.gates import queries
from plumbline.office.gates.models import GateReview, Rating, Reviewer
from plumbline.office.gates.queries.checklist import Checklist
from plumbline.office.gates.queries.pack import Section
from plumbline.office.gates.queries.reviews import Parts, Said, decisions_allowed
from plumbline.office.gates.requirements import obstacles
from plumbline.office.governance import queries as governance
from plumbline.office.people.models import Membership, Person
from plumbline.office.registers import queries as registers


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """``obstacles`` are told for each decision that the gate allows: its words, and what stands in its way."""

    standard: Standard
    gate: Gate
    checklist: Checklist
    said: Said
    sections: list[Section]
    obstacles: list[tuple[str, list[str]]]
    deciders: list[Person]
    parts: Parts

    @property
    def reviewers(self) -> list[tuple[Reviewer, Rating | None]]:
        return [(each, self.said.ratings.get(each.person_id)) for each in self.said.reviewers]


def review_page(review: GateReview, person: Person) -> ReviewPage | None:
    """``None`` where the project's standard has dropped the gate since."""
    project, standard = review.project, governance.standard_for(review.project)
    if standard is None or review.gate not in standard.gates:
        return None
    gate = standard.gates[review.gate]
    gathered = queries.gather(project, standard)
    found, said = queries.checklist(project, gathered, review.gate), queries.said_in(review, standard, gate)
    situation = queries.situation_of(gathered, found, said)
    return ReviewPage(
        standard=standard,
        gate=gate,
        checklist=found,
        said=said,
        sections=queries.pack(project, gathered, found),
        obstacles=[(words, obstacles(Decision(name), situation)) for name, words in decisions_allowed(gate)],
        deciders=governance.holders_of(project, standard, gate.decides),
        parts=queries.parts_of(person, project, standard, gate, review),
    )


def lessons_at(review: GateReview, page: ReviewPage, membership: Membership) -> dict[str, Any]:
    """Lessons learned elsewhere that fit the project and the gate, and whether one may say what is made of them."""
    project, offered_at = review.project, f"gate:{review.gate}"
    words = f"{project.name} {project.purpose} {page.gate.title}"
    return {
        "lessons": registers.offered(project.organisation, words, offered_at, project),
        "offered_at": offered_at,
        "may_answer": review.is_open and may(membership, "raise_entries"),
    }
