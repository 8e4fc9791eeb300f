"""The decision at a gate. Who assessed or reviewed the project, or manages it, never takes it."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.engine.standard import Standard
from plumbline.engine.standard.life_cycle import Decision, Gate
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.foundation.frozen import digest_of
from plumbline.office.gates.actions.standards import gate_in, locked_review
from plumbline.office.gates.actions.whereabouts import renew
from plumbline.office.gates.models import Condition, ConditionStep, GateDecision, GateReview
from plumbline.office.gates.queries.checklist import checklist, gather
from plumbline.office.gates.queries.reviews import Said, assessed_by, said_in, situation_of
from plumbline.office.gates.record import document_of
from plumbline.office.gates.requirements import obstacles
from plumbline.office.governance import queries as governance
from plumbline.office.people.models import Person


def decide(review: GateReview, *, by: Person, outcome: str, reason: str) -> GateDecision:
    """Freezes the record with the decision. Raises ``ValidationError`` with everything that stands in the way."""
    with action("decide_gate", by=by, scope=review.project.organisation) as line:
        locked = locked_review(review)
        standard, gate = gate_in(locked.project, locked.gate)
        _refuse_decider(locked, standard, gate, by)
        if not reason.strip():
            raise ValidationError({"reason": "Say what the decision rests on."})
        decided = Decision(outcome)
        gathered = gather(locked.project, standard)
        found, said = checklist(locked.project, gathered, locked.gate), said_in(locked, standard, gate)
        if problems := obstacles(decided, situation_of(gathered, found, said)):
            raise ValidationError({"outcome": problems})
        document = document_of(
            locked, gathered=gathered, found=found, said=said, outcome=decided, reason=reason.strip(), by=by, at=now()
        )
        decision = add(
            GateDecision(
                review=locked,
                outcome=outcome,
                reason=reason.strip(),
                decided_by=by,
                document=document,
                digest=digest_of(document),
            )
        )
        change(locked, state=GateReview.State.DECIDED)
        _settle_conditions(said, decided, by)
        renew(locked.project)
        line.about(decision, outcome=outcome, attempt=locked.attempt, digest=decision.digest)
        return decision


def _refuse_decider(review: GateReview, standard: Standard, gate: Gate, by: Person) -> None:
    if not governance.holds(by, review.project, standard, gate.decides):
        raise ValidationError(f"This gate is decided by: {standard.roles[gate.decides].title}.")
    if by.pk == review.project.manager_id:
        raise ValidationError("You manage the project, so somebody else has to decide.")
    if by.pk in assessed_by(review):
        raise ValidationError("You had a part in the assessment, so somebody else has to decide.")


def _settle_conditions(said: Said, outcome: Decision, by: Person) -> None:
    """They hold from now on if the gate is passed with them; else they go the way of the proposal."""
    holds = outcome is Decision.CONDITIONAL
    state = Condition.State.OPEN if holds else Condition.State.WITHDRAWN
    what = ConditionStep.What.DECIDED if holds else ConditionStep.What.WITHDRAWN
    for each in said.proposed:
        change(each, state=state)
        add(ConditionStep(condition=each, what=what, by=by))
