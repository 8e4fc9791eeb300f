"""Answering the questions of a gate, one at a time."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.gates.actions.standards import gate_in
from plumbline.office.gates.models import Answer, GateReview
from plumbline.office.gates.queries.checklist import checklist, gather
from plumbline.office.gates.queries.decisions import position_of
from plumbline.office.gates.queries.reviews import parts_of
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project

Value = Answer.Value


def answer(project: Project, gate_name: str, question: str, *, by: Person, value: str, note: str = "") -> Answer:
    """Adds an answer; the one before it stays to be read. Raises ``ValidationError`` by field."""
    with action("answer_gate_question", by=by, scope=project.organisation) as line:
        standard, gate = gate_in(project, gate_name)
        if question not in gate.questions:
            raise ValidationError("This gate does not ask this question any more.")
        if not parts_of(by, project, standard, gate, _open_review(project, gate_name)).prepares:
            raise ValidationError("Questions are answered by whoever manages, assesses or reviews the project.")
        if not position_of(project, standard).may_be_held(gate_name):
            raise ValidationError("The gate is decided. Its record keeps the answers as they were then.")
        found = checklist(project, gather(project, standard), gate_name)
        asked = found.asked[found.place_of(question)]
        given = Answer(
            project=project,
            gate=gate_name,
            round=found.round,
            question=question,
            value=value,
            note=note.strip(),
            proposed=asked.evidence.proposes if asked.evidence else "",
            evidence=asked.evidence.mark if asked.evidence else "",
            answered_by=by,
        )
        if not given.note and value == Value.NOT_RELEVANT:
            raise ValidationError({"note": "Say why it does not matter here."})
        if not given.note and given.overrules:
            raise ValidationError({"note": "The evidence proposes another answer: say why yours is right."})
        add(given)
        line.about(given, project=project.code, gate=gate_name, question=question, value=value)
        return given


def _open_review(project: Project, gate_name: str) -> GateReview | None:
    return GateReview.objects.filter(project=project, gate=gate_name, state=GateReview.State.OPEN).first()
