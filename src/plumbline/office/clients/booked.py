"""What people of a provider have booked at its clients."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import QuerySet, Sum

from plumbline.office.people.models import Membership, Organisation
from plumbline.office.services.models import Effort


def people_of(provider: Organisation) -> QuerySet[Any, Any]:
    """By number. Who has left the provider counts on: they worked for it then."""
    return Membership.objects.filter(organisation=provider).values("person_id")


def minutes_booked(provider: Organisation, days: Mapping[int, tuple[date, date]]) -> Counter[int]:
    """``days``: the first and the last for each client, by number. One query."""
    minutes: Counter[int] = Counter()
    if not days:
        return minutes
    booked = Effort.objects.filter(
        organisation__in=days,
        person__in=people_of(provider),
        on__gte=min(first for first, _ in days.values()),
        on__lte=max(last for _, last in days.values()),
    )
    by_day = booked.order_by().values_list("organisation_id", "on").annotate(total=Sum("minutes"))
    for client, on, total in by_day:
        if days[client][0] <= on <= days[client][1]:
            minutes[client] += total
    return minutes
