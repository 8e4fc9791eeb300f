"""One question of a checklist on a page of its own: what the page needs."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404

from plumbline.engine.standard import Standard
from plumbline.office.gates import queries
from plumbline.office.gates.models import Answer
from plumbline.office.gates.queries.checklist import Asked, Checklist
from plumbline.office.gates.queries.reviews import Parts
from plumbline.office.governance import queries as governance
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """``before`` and ``after`` are the names of its neighbours; ``place`` counts from 1.

    ``is_asked`` is false once the gate is decided for good.
    """

    standard: Standard
    checklist: Checklist
    asked: Asked
    place: int
    before: str | None
    after: str | None
    parts: Parts
    is_asked: bool

    @classmethod
    def of(cls, project: Project, gate: str, question: str, person: Person) -> QuestionPage:
        """404 for a gate or a question that the project's standard does not have."""
        standard = governance.standard_for(project)
        about = queries.gate_of(standard, gate)
        if standard is None or question not in about.questions:
            raise Http404
        found = queries.checklist(project, queries.gather(project, standard), gate)
        at = found.place_of(question)
        names = [None, *(each.name for each in found.asked), None]
        review = next((each for each in queries.reviews_of(project, gate) if each.is_open), None)
        parts = queries.parts_of(person, project, standard, about, review)
        is_asked = queries.position_of(project, standard).may_be_held(gate)
        return cls(standard, found, found.asked[at], at + 1, names[at], names[at + 2], parts, is_asked)

    @property
    def proposal(self) -> dict[str, str]:
        """What the form begins with: the answer so far, else what the evidence proposes."""
        if self.asked.answer:
            return {"value": self.asked.answer.value, "note": self.asked.answer.note}
        return {"value": self.asked.value} if self.asked.value in Answer.Value.values else {}
