"""Policies that are due for a review, or will be within a fortnight."""

from __future__ import annotations

from datetime import date, timedelta

from plumbline.office.operations.due_query import address, first_of
from plumbline.office.operations.due_row import DueRow, Found
from plumbline.office.people.models import Organisation, Person
from plumbline.office.policies.models import Policy

TITLE = "Policies to review"
EMPTY = "No policy is due for a review."
ORDER = 180
PERSONAL = True
AHEAD = timedelta(days=14)


def found(organisation: Organisation, day: date, most: int, person: Person | None = None) -> Found:
    due = Policy.objects.filter(organisation=organisation, state=Policy.State.PUBLISHED, review_due__lte=day + AHEAD)
    if person:
        due = due.filter(owner=person)
    with_owner = due.select_related("owner").order_by("review_due", "pk")
    return first_of(with_owner, most, lambda each: row(organisation, each))


def row(organisation: Organisation, policy: Policy) -> DueRow:
    there = address("policies:policy", organisation, policy.pk)
    return DueRow(
        what=policy.title,
        url=there,
        deed="Review it",
        deed_url=there,
        on=policy.review_due,
        who=str(policy.owner),
        detail=policy.get_kind_display(),
    )
