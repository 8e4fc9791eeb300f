"""How content those are who asked the office for something."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from django.db.models import Avg, Count

from plumbline.office.clients.showing import Shown
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation
from plumbline.office.services.models import ServiceRequest

TITLE = "Satisfaction"
WORDS = "The mean of what those say who asked for a service, 1 to 5, and how many said it. No notes and no names."
TOTALS = ("Answers in 90 days",)
RECENT = timedelta(days=90)


def show(provider: Organisation, clients: Sequence[Organisation]) -> dict[int, Shown]:
    """The mean is no total: clients of one answer and of fifty would weigh alike."""
    counted = (
        ServiceRequest.objects.filter(
            organisation__in=clients, satisfaction__isnull=False, satisfied_at__gte=now() - RECENT
        )
        .order_by()
        .values("organisation_id")
        .annotate(mean=Avg("satisfaction"), answers=Count("pk"))
    )
    found = {each["organisation_id"]: (f"{each['mean']:.1f} of 5", each["answers"]) for each in counted}
    return {
        each.pk: Shown(dict(zip(("Satisfaction", *TOTALS), found.get(each.pk, ("–", 0)), strict=True)))
        for each in clients
    }
