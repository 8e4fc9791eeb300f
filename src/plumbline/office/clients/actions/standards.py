"""A provider's standard as the base of a client's own: offered by the one, taken as a draft by the other."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.office.clients.models import Agreement, StandardOffer, TakenStandard
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.people.models import Organisation, Person
from plumbline.office.standards.actions import begin_draft
from plumbline.office.standards.models import StandardDraft, StandardInForce


def offer_standard(agreement: Agreement, *, organisation: Organisation, by: Person | None) -> StandardOffer:
    """The version that is in force at the provider. Raises ``ValidationError`` where there is none."""
    with action("offer_standard", by=by, scope=organisation) as line:
        if agreement.provider_id != organisation.pk or not agreement.is_in_force():
            raise ValidationError("Only the provider offers a standard, under an agreement that is in force.")
        current = StandardInForce.objects.filter(organisation=organisation).select_related("standard_version").first()
        if current is None:
            raise ValidationError("Publish a standard of your own first.")
        offer = add(StandardOffer(agreement=agreement, version=current.standard_version, by=by))
        line.about(offer, agreement=agreement.pk)
        return offer


def take_standard(offer: StandardOffer, *, organisation: Organisation, by: Person) -> StandardDraft:
    """A draft of the client's own, with all files of the version that was offered. It can be taken again."""
    with action("take_standard", by=by, scope=organisation) as line:
        if offer.agreement.client_id != organisation.pk or not offer.agreement.is_in_force():
            raise ValidationError("Only the client takes it, while the agreement is in force.")
        files = {name: text.encode() for name, text in offer.version.files.items()}
        title = f"{offer.version.title}, from {offer.agreement.provider}"[:200]
        draft = begin_draft(organisation, by=by, title=title, files=files)
        line.about(add(TakenStandard(offer=offer, draft=draft, by=by)), draft=draft.pk)
        return draft
