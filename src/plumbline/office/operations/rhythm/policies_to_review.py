"""Policies that are to be looked at again by a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from plumbline.office.operations.rhythm_row import RhythmRow, there
from plumbline.office.people.models import Membership
from plumbline.office.policies.models import Policy

TITLE, ONE, ORDER = "Policies to review", "Policy", 110
PERMISSION = "see_standards"


def between(membership: Membership, first: date, last: date, most: int) -> Iterable[RhythmRow]:
    organisation = membership.organisation
    due = Policy.objects.filter(
        organisation=organisation, state=Policy.State.PUBLISHED, review_due__range=(first, last)
    )
    for each in due.select_related("owner").order_by("review_due", "pk")[:most]:
        if each.review_due:
            page = there("policies:policy", organisation, each.pk)
            yield RhythmRow(each.review_due, f"Review “{each.title}”", page, each.pk, str(each.owner))
