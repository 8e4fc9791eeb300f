"""Conditions, from the proposal to the end. The owner reports that one is met; somebody else closes it."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.gates.actions.standards import gate_in, locked_review
from plumbline.office.gates.models import Condition, ConditionStep, GateReview
from plumbline.office.gates.queries.conditions import may_close
from plumbline.office.gates.queries.reviews import parts_of
from plumbline.office.governance import queries as governance
from plumbline.office.people import queries as people
from plumbline.office.people.models import Person

State, What = Condition.State, ConditionStep.What
MOST_CONDITIONS = 40
LATEST = timedelta(days=3 * 366)


def propose_condition(
    review: GateReview, *, by: Person, text: str, owner: Person, due_on: date, rule: str = ""
) -> Condition:
    """Raises ``ValidationError`` by field. It holds once the gate is passed with conditions."""
    with action("propose_condition", by=by, scope=review.project.organisation) as line:
        locked = locked_review(review)
        _refuse_proposer(locked, by)
        today = governance.today(locked.project.organisation)
        if not today <= due_on <= today + LATEST:
            raise ValidationError({"due_on": "A condition is due on a day between today and three years from now."})
        if not people.people_in(locked.project.organisation).filter(pk=owner.pk).exists():
            raise ValidationError({"owner": f"{owner} does not belong to {locked.project.organisation}."})
        if locked.conditions.filter(state=State.PROPOSED).count() >= MOST_CONDITIONS:
            raise ValidationError(f"At most {MOST_CONDITIONS} conditions: with more, the gate is not ready.")
        condition = add(Condition(review=locked, text=text.strip(), owner=owner, due_on=due_on, rule=rule))
        add(ConditionStep(condition=condition, what=What.PROPOSED, by=by))
        line.about(condition, owner=str(owner), due_on=str(due_on), rule=rule)
        return condition


def withdraw_condition(condition: Condition, *, by: Person) -> None:
    """Only while it is a proposal."""
    with action("withdraw_condition", by=by, scope=condition.review.project.organisation) as line:
        _refuse_proposer(locked_review(condition.review), by)
        locked = _locked(condition, State.PROPOSED)
        change(locked, state=State.WITHDRAWN)
        add(ConditionStep(condition=locked, what=What.WITHDRAWN, by=by))
        line.about(locked)


def report_done(condition: Condition, *, by: Person, note: str) -> None:
    """By its owner, with what shows it."""
    with action("report_condition_done", by=by, scope=condition.review.project.organisation) as line:
        locked = _locked(condition, State.OPEN)
        if locked.owner_id != by.pk:
            raise ValidationError(f"{locked.owner} owns it and reports that it is met.")
        if not note.strip():
            raise ValidationError({"note": "Say what shows that it is met, and where it lies."})
        change(locked, state=State.DONE)
        add(ConditionStep(condition=locked, what=What.DONE, note=note.strip(), by=by))
        line.about(locked, note=note.strip())


def close(condition: Condition, *, by: Person, note: str = "") -> None:
    """By whoever assesses the gate, or the PMO; never by its owner."""
    with action("close_condition", by=by, scope=condition.review.project.organisation) as line:
        locked = _locked(condition, State.DONE, State.OPEN)
        _refuse_closer(locked, by)
        if locked.state == State.OPEN:
            raise ValidationError("Its owner has not reported yet that it is met.")
        change(locked, state=State.CLOSED)
        add(ConditionStep(condition=locked, what=What.CLOSED, note=note.strip(), by=by))
        line.about(locked, note=note.strip())


def send_back(condition: Condition, *, by: Person, note: str) -> None:
    """What was reported does not show that it is met."""
    with action("send_condition_back", by=by, scope=condition.review.project.organisation) as line:
        locked = _locked(condition, State.DONE)
        _refuse_closer(locked, by)
        if not note.strip():
            raise ValidationError({"note": "Say what is missing."})
        change(locked, state=State.OPEN)
        add(ConditionStep(condition=locked, what=What.SENT_BACK, note=note.strip(), by=by))
        line.about(locked, note=note.strip())


def _refuse_proposer(review: GateReview, by: Person) -> None:
    standard, gate = gate_in(review.project, review.gate)
    parts = parts_of(by, review.project, standard, gate, review)
    if not (parts.proposes or parts.decides):
        raise ValidationError("Conditions come from reviewers, from whoever assesses, and from whoever decides.")


def _refuse_closer(condition: Condition, by: Person) -> None:
    if condition.owner_id == by.pk:
        raise ValidationError("You own it, so somebody else has to close it.")
    if not may_close(by, condition):
        raise ValidationError(
            "Conditions are closed by whoever assesses the gate, or by the PMO; somebody else reports."
        )


def _locked(condition: Condition, *states: str) -> Condition:
    found = (
        Condition.objects.select_for_update(of=("self",))
        .select_related("review__project__organisation", "owner")
        .get(pk=condition.pk)
    )
    if found.state not in states:
        raise ValidationError(f"It is {found.get_state_display().lower()}, so this is not possible any more.")
    return found
