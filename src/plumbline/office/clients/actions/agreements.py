"""An agreement is accepted by two people of two sides, narrowed by the client, and ended by either."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import ValidationError

from plumbline.office.clients.actions.steps import step
from plumbline.office.clients.models import Agreement, AgreementStep
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import change
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import today

State, What = Agreement.State, AgreementStep.What


def accept_agreement(agreement: Agreement, *, organisation: Organisation, by: Person) -> None:
    """It takes the place of an earlier one between the two. Raises ``ValidationError`` for who proposed it."""
    with action("accept_agreement", by=by, scope=organisation) as line:
        locked = _locked(agreement, organisation)
        _check_answer(locked, organisation)
        if locked.proposed_by_id == by.pk:
            raise ValidationError("You proposed it yourself. An agreement takes two people: ask another PMO manager.")
        if locked.ends_on is not None and locked.ends_on < today(organisation):
            raise ValidationError("Its last day is over. Ask for a new one.")
        Organisation.objects.select_for_update().get(pk=locked.offered_by_id)  # two accepted at once would both hold
        earlier = Agreement.objects.filter(provider=locked.provider, client=locked.client, state=State.ACCEPTED)
        for each in earlier.select_for_update(of=("self",)):
            change(each, state=State.ENDED)
            step(each, What.REPLACED, organisation, by)
        change(locked, state=State.ACCEPTED)
        step(locked, What.ACCEPTED, organisation, by)
        line.about(locked, grants=locked.grants)
    agreement.refresh_from_db()


def decline_agreement(agreement: Agreement, *, organisation: Organisation, by: Person | None) -> None:
    with action("decline_agreement", by=by, scope=organisation) as line:
        locked = _locked(agreement, organisation)
        _check_answer(locked, organisation)
        change(locked, state=State.DECLINED)
        step(locked, What.DECLINED, organisation, by)
        line.about(locked)
    agreement.refresh_from_db()


def narrow_agreement(
    agreement: Agreement, *, organisation: Organisation, by: Person | None, grants: Iterable[str]
) -> None:
    """The client shows less, from now on and without asking. To show more takes a new agreement."""
    with action("narrow_agreement", by=by, scope=organisation) as line:
        locked = _locked(agreement, organisation)
        kept = sorted(set(grants))
        if locked.client_id != organisation.pk or locked.state != State.ACCEPTED:
            raise ValidationError("Only the client can show less, and only under an agreement that was accepted.")
        if not set(kept) <= set(locked.grants):
            raise ValidationError({"grants": "To show more, make a new agreement."})
        told = change(locked, grants=kept)
        if told:
            step(locked, What.NARROWED, organisation, by)
            line.about(locked, changed=told)
        else:
            line.nothing_happened()
    agreement.refresh_from_db()


def end_agreement(agreement: Agreement, *, organisation: Organisation, by: Person | None, note: str = "") -> None:
    """By either side, with effect at once. Does nothing if it is over already."""
    with action("end_agreement", by=by, scope=organisation) as line:
        locked = _locked(agreement, organisation)
        if locked.may_end:
            change(locked, state=State.ENDED)
            step(locked, What.ENDED, organisation, by, note=note.strip())
            line.about(locked, note=note.strip())
        else:
            line.nothing_happened()
    agreement.refresh_from_db()


def _locked(agreement: Agreement, organisation: Organisation) -> Agreement:
    locked = Agreement.objects.select_for_update(of=("self",)).get(pk=agreement.pk)
    if organisation.pk not in (locked.provider_id, locked.client_id):
        raise ValidationError("This agreement is between others.")
    return locked


def _check_answer(agreement: Agreement, organisation: Organisation) -> None:
    if agreement.state != State.PROPOSED:
        raise ValidationError("It is answered already.")
    if agreement.offered_by_id == organisation.pk:
        raise ValidationError("The other side answers.")
