"""How many service requests are open, and how many of those are late."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Count, Q

from plumbline.office.clients.showing import Shown
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation
from plumbline.office.services.models import ServiceRequest

TITLE = "Service requests"
WORDS = "How many requests to the office are open and late; by month, how many were asked and done in time. No titles."
TOTALS = ("Open requests", "Late requests")


def show(provider: Organisation, clients: Sequence[Organisation]) -> dict[int, Shown]:
    counted = (
        ServiceRequest.objects.filter(organisation__in=clients, state__in=ServiceRequest.OPEN)
        .order_by()
        .values("organisation_id")
        .annotate(open=Count("pk"), late=Count("pk", filter=Q(deliver_by__lt=now())))
    )
    found = {each["organisation_id"]: (each["open"], each["late"]) for each in counted}
    return {each.pk: Shown(dict(zip(TOTALS, found.get(each.pk, (0, 0)), strict=True))) for each in clients}
