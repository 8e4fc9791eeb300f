"""Deciding about a criterion that is shown. It may be decided anew until the session is closed."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError

from plumbline.office.acceptance.actions.sessions import held_open
from plumbline.office.acceptance.models import Criterion
from plumbline.office.acceptance.queries.agreed import present, voices_on, why_not
from plumbline.office.acceptance.session_models import (
    AcceptanceDecision,
    AcceptanceSession,
    AgendaItem,
    Attendee,
    Outcome,
    Side,
)
from plumbline.office.acceptance.session_rights import Acceptors, acceptors_of, must_accept
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.people.models import Person

NEEDS_WORDS = {Outcome.REMARKS: "Say what you remark.", Outcome.REJECTED: "Say why it is rejected."}


def decide(
    item: AgendaItem, *, by: Person, text_id: int, outcome: str, words: str = "", evidence: str = "", link: str = ""
) -> AcceptanceDecision:
    """On the text that was read, ``text_id``. Who decides signs for the accepting side.

    Raises ``ValidationError`` by field, and ``PermissionDenied`` for who has not the role that accepts it.
    """
    with action("decide_on_criterion", by=by, scope=item.session.project.organisation) as line:
        locked = held_open(item.session)
        criterion = present(Criterion.objects.filter(agenda_items=item)).get()
        acceptors = acceptors_of(locked.project)
        must_accept(by, acceptors, criterion.accepted_by)
        _refuse_supplier(locked, by)
        _refuse_text(criterion, text_id)
        chosen = Outcome(outcome)
        if chosen in NEEDS_WORDS and not words.strip():
            raise ValidationError({"words": NEEDS_WORDS[chosen]})
        said = {"words": words.strip(), "evidence": evidence.strip(), "link": link}
        last = item.decisions.order_by("-number").first()
        if last and _says_the_same(last, by, text_id, chosen, said):
            line.about(last)
            line.nothing_happened()
            return last
        number = last.number + 1 if last else 1
        decision = add(AcceptanceDecision(item=item, text_id=text_id, number=number, outcome=chosen, by=by, **said))
        _signs(locked, by, acceptors, criterion)
        line.about(decision, criterion=criterion.reference, outcome=outcome, number=number)
        return decision


def _refuse_text(criterion: Criterion, text_id: int) -> None:
    if criterion.present_id != text_id:  # type: ignore[attr-defined]
        raise ValidationError(f"The text of {criterion.reference} has changed: read it again.")
    if why := why_not(criterion, voices_on([criterion]).get(criterion.pk, ())):
        raise ValidationError(f"{criterion.reference} cannot be decided. {why}")


def _refuse_supplier(session: AcceptanceSession, by: Person) -> None:
    if session.attendees.filter(person=by, side=Side.SUPPLIER).exists():
        raise PermissionDenied("Your part in this session does not allow this: you sign for the supplier side.")


def _says_the_same(last: AcceptanceDecision, by: Person, text_id: int, outcome: Outcome, said: dict[str, str]) -> bool:
    """A second tap on the same button."""
    kept = {name: getattr(last, name) for name in said}
    return (last.by_id, last.text_id, last.outcome, kept) == (by.pk, text_id, outcome.value, said)


def _signs(session: AcceptanceSession, by: Person, acceptors: Acceptors, criterion: Criterion) -> None:
    there = session.attendees.filter(person=by).first()
    if there is None:
        role = acceptors.title(criterion.accepted_by)
        add(Attendee(session=session, person=by, name=by.name, role=role, side=Side.ACCEPTING))
    else:
        change(there, side=Side.ACCEPTING)
