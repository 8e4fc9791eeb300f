"""Maturity rounds whose day has passed and that are not closed."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, Q
from django.urls import reverse

from plumbline.office.maturity.models import Round
from plumbline.office.operations.due_row import DueRow, Found
from plumbline.office.people.models import Organisation

TITLE = "Maturity rounds"
EMPTY = "No maturity round is open past its day."
ORDER = 80


def found(organisation: Organisation, day: date, most: int) -> Found:
    """Two queries."""
    late = Round.objects.filter(organisation=organisation, state=Round.State.OPEN, due_on__lt=day)
    rows = late.select_related("lead").annotate(
        asked=Count("assessors"), finished=Count("assessors", filter=Q(assessors__finished_at__isnull=False))
    )
    return Found([_row(organisation, each) for each in rows.order_by("due_on", "pk")[:most]], late.count())


def _row(organisation: Organisation, late: Round) -> DueRow:
    address = reverse("maturity:round", args=[organisation.slug, late.pk])
    return DueRow(
        what=late.title,
        url=address,
        deed="Close it or remind those who are missing",
        deed_url=address,
        on=late.due_on,
        who=late.lead.name,
        detail=f"{late.finished} of {late.asked} assessors are through.",  # type: ignore[attr-defined]
    )
