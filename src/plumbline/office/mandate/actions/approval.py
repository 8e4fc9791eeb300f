"""A charter is approved by somebody who did not ask for it, for just the content that was asked for."""

from __future__ import annotations

import hashlib
import json

from django.core.exceptions import ValidationError
from django.urls import reverse

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.mandate.lint import mistakes
from plumbline.office.mandate.models import CharterProposal, CharterVersion
from plumbline.office.mandate.queries.document import document_of
from plumbline.office.notifications.actions import notify
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_with


def ask_for_approval(organisation: Organisation, *, by: Person) -> CharterProposal:
    """What was asked for before and not decided is replaced. Raises ``ValidationError`` while it has mistakes."""
    with action("propose_charter", by=by, scope=organisation) as line:
        Organisation.objects.select_for_update().get(pk=organisation.pk)
        document = document_of(organisation)
        serious = [each.says for each in mistakes(document) if each.is_serious]
        if serious:
            raise ValidationError(serious)
        text = json.dumps(document, sort_keys=True, ensure_ascii=False)
        digest = hashlib.sha256(text.encode()).hexdigest()
        last = CharterVersion.objects.filter(organisation=organisation).first()
        if last is not None and last.digest == digest:
            raise ValidationError(f"Nothing has changed since {last}.")
        CharterProposal.objects.filter(organisation=organisation).delete()
        found = add(CharterProposal(organisation=organisation, document=text, digest=digest, asked_by=by))
        line.about(found, digest=digest)
        notify(
            organisation,
            people_with(organisation, "approve_charter").exclude(pk=by.pk),
            kind="approval",
            title=Wording("The charter of the office waits for approval"),
            reason=Wording("You may approve charters."),
            path=reverse("mandate:approval", args=[organisation.slug]),
            key=f"charter:{found.pk}",
            about="charter",
        )
    return found


def approve_charter(proposal: CharterProposal, *, by: Person, note: str = "", alone: bool = False) -> CharterVersion:
    """``alone``: whoever asked may approve where nobody else in the organisation may; the audit line says so."""
    with action("approve_charter", by=by, scope=proposal.organisation) as line:
        held = _held(proposal)
        others = people_with(held.organisation, "approve_charter").exclude(pk=by.pk)
        if held.asked_by_id == by.pk and not (alone and not others.exists()):
            raise ValidationError("Somebody else has to approve what you asked for.")
        last = CharterVersion.objects.filter(organisation=held.organisation).first()
        found = add(
            CharterVersion(
                organisation=held.organisation,
                number=last.number + 1 if last else 1,
                document=held.document,
                digest=held.digest,
                asked_by=held.asked_by,
                approved_by=by,
                note=note.strip(),
            )
        )
        line.about(found, digest=found.digest, alone=held.asked_by_id == by.pk)
        _tell(held, Wording("Version {number} of the charter is approved", number=found.number), by)
        held.delete()
    return found


def decline_charter(proposal: CharterProposal, *, by: Person, reason: str) -> None:
    """Also for whoever asked and thought better of it."""
    if not reason.strip():
        raise ValidationError({"note": "Say why, so that it can be mended."})
    with action("decline_charter", by=by, scope=proposal.organisation) as line:
        held = _held(proposal)
        line.about(held, reason=reason.strip()[:500])
        _tell(held, Wording("The charter was not approved: {reason}", reason=reason.strip()[:120]), by)
        held.delete()


def _held(proposal: CharterProposal) -> CharterProposal:
    found = CharterProposal.objects.select_for_update(of=("self",)).filter(pk=proposal.pk, digest=proposal.digest)
    held = found.select_related("organisation", "asked_by").first()
    if held is None:
        raise ValidationError("It was decided already, or another version was asked for since.")
    return held


def _tell(held: CharterProposal, title: Wording, by: Person) -> None:
    if held.asked_by_id == by.pk:
        return
    notify(
        held.organisation,
        [held.asked_by],
        kind="approval",
        title=title,
        reason=Wording("You asked for its approval."),
        path=reverse("mandate:charter", args=[held.organisation.slug]),
        key=f"charter-decided:{held.pk}",
        about="charter",
    )
