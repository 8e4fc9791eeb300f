"""How two organisations find each other: one makes a code, the other types it in. Neither can look the other up."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import date, timedelta
from hashlib import sha256

from django.core.exceptions import ValidationError

from plumbline.office.clients.actions.steps import step
from plumbline.office.clients.grants import grants as all_grants
from plumbline.office.clients.models import Agreement, AgreementStep, WrongCode
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import today

CODE_LASTS = timedelta(days=7)
MOST_WRONG_CODES, WITHIN = 5, timedelta(hours=1)
MOST_OFFERS = 20
_ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
_LENGTH, _GROUP = 20, 5
_NOT_TAKEN = "This code is not taken: it is mistyped, used already or older than seven days. Ask for a new one."


def offer_agreement(
    organisation: Organisation,
    *,
    by: Person | None,
    side: str,
    grants: Iterable[str] = (),
    starts_on: date | None = None,
    ends_on: date | None = None,
    note: str = "",
) -> tuple[Agreement, str]:
    """Returns the code with it, the only time that anybody can read it. ``side`` is what the organisation will be.

    Raises ``ValidationError`` by field.
    """
    with action("offer_agreement", by=by, scope=organisation) as line:
        Organisation.objects.select_for_update().get(pk=organisation.pk)
        chosen = sorted(set(grants))
        if side not in ("provider", "client") or not set(chosen) <= all_grants().keys():
            raise ValidationError("Choose a side, and only what is on the list.")
        if ends_on is not None and ends_on < today(organisation):
            raise ValidationError({"ends_on": "Choose today or a later day."})
        waiting = Agreement.objects.filter(
            offered_by=organisation, state=Agreement.State.OFFERED, code_expires_at__gt=now()
        )
        if waiting.count() >= MOST_OFFERS:
            raise ValidationError(f"{MOST_OFFERS} codes wait to be used already. End one of those first.")
        code = "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))
        agreement = Agreement(
            offered_by=organisation,
            grants=chosen,
            starts_on=starts_on or today(organisation),
            ends_on=ends_on,
            note=note.strip(),
            code_hash=_hash(code),
            code_expires_at=now() + CODE_LASTS,
            proposed_by=by,
        )
        setattr(agreement, side, organisation)
        add(agreement)
        step(agreement, AgreementStep.What.OFFERED, organisation, by, note=agreement.note)
        line.about(agreement, side=side, grants=chosen)
    return agreement, "-".join(code[at : at + _GROUP] for at in range(0, _LENGTH, _GROUP))


def type_code(organisation: Organisation, *, by: Person | None, code: str) -> Agreement:
    """Names the other side. Raises ``ValidationError`` for every wrong code alike, and after too many for any."""
    _refuse_after_too_many(organisation)
    with action("type_code", by=by, scope=organisation) as line:
        found = (
            Agreement.objects.select_for_update(of=("self",))
            .filter(code_hash=_hash(code), state=Agreement.State.OFFERED, code_expires_at__gt=now())
            .exclude(offered_by=organisation)
            .first()
        )
        if found is None:
            line.about(add(WrongCode(organisation=organisation, by=by)))
        else:
            missing = "client" if found.client_id is None else "provider"
            change(found, state=Agreement.State.PROPOSED, **{missing: organisation})
            step(found, AgreementStep.What.PROPOSED, organisation, by)
            line.about(found, side=missing)
    if found is None:
        raise ValidationError({"code": _NOT_TAKEN})
    return found


def _refuse_after_too_many(organisation: Organisation) -> None:
    wrong = WrongCode.objects.filter(organisation=organisation, at__gt=now() - WITHIN).count()
    if wrong >= MOST_WRONG_CODES:
        raise ValidationError({"code": "Too many wrong codes. Try again in an hour."})


def _hash(code: str) -> str:
    """A code has 99 bits of chance, so that a plain hash of it cannot be guessed."""
    return sha256("".join(each for each in code.upper() if each.isalnum()).encode()).hexdigest()
