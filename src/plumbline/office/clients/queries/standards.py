"""The standards that a provider offers under an agreement, and what the client made of them."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404

from plumbline.office.clients.models import Agreement, StandardOffer, TakenStandard
from plumbline.office.people.models import Organisation
from plumbline.office.standards.models import StandardInForce, StandardVersion


@dataclass(frozen=True, slots=True)
class Master:
    """``taken`` is seen by the client only. ``newer`` is told to the provider: what is in force and not offered."""

    offers: list[StandardOffer]
    taken: list[TakenStandard]
    newer: StandardVersion | None

    @property
    def is_behind(self) -> bool:
        """A newer version is offered than the one that was taken last."""
        return bool(self.taken and self.offers and self.taken[0].offer_id != self.offers[0].pk)


def master_of(agreement: Agreement, reader: Organisation) -> Master:
    """Three queries at most. Nothing once the agreement is over, but what the client took stays known to it."""
    offers = list(agreement.standard_offers.select_related("version")) if agreement.is_in_force() else []
    if reader.pk == agreement.client_id:
        taken = TakenStandard.objects.filter(offer__agreement=agreement, draft__organisation=reader)
        return Master(offers, list(taken.select_related("draft", "offer__version", "by")), None)
    current = StandardInForce.objects.filter(organisation=reader).select_related("standard_version").first()
    offered = {each.version_id for each in offers}
    newer = current.standard_version if current and current.standard_version_id not in offered else None
    return Master(offers, [], newer if agreement.is_in_force() else None)


def offer_in(agreement: Agreement, offer_id: int) -> StandardOffer:
    """404 for one of another agreement, and once the agreement is over."""
    found = agreement.standard_offers.filter(pk=offer_id).select_related("version", "agreement__provider").first()
    if found is None or not agreement.is_in_force():
        raise Http404
    return found
