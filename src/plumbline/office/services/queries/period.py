"""What was asked, done, open and booked in a period: all of it, or that of some people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation
from plumbline.office.services.models import ServiceRequest
from plumbline.office.services.queries.value import People, Sums, instants, value_of


@dataclass(frozen=True, slots=True)
class Done:
    """``open`` and ``late`` at the end of the period, or now where it is not over."""

    by_service: list[Sums]
    by_month: list[Sums]
    whole: Sums
    open: int
    late: int


def done_in(
    organisation: Organisation, first: date, last: date, *, asked_by: People = None, worked_by: People = None
) -> Done:
    """Nine queries."""
    by_service, whole = value_of(organisation, first, last, asked_by=asked_by, worked_by=worked_by)
    by_month, _ = value_of(organisation, first, last, "month", asked_by=asked_by, worked_by=worked_by)
    end = min(instants(organisation, first, last)[1], now())
    then = ServiceRequest.objects.filter(Q(closed_at=None) | Q(closed_at__gt=end), organisation=organisation)
    if asked_by is not None:
        then = then.filter(asked_by__in=asked_by)
    counted = then.filter(asked_at__lte=end).aggregate(open=Count("pk"), late=Count("pk", Q(deliver_by__lt=end)))
    return Done(by_service, by_month, whole, counted["open"], counted["late"])
