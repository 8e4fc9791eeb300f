"""Conditions of gates that have to be met by a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from plumbline.office.gates.models import Condition
from plumbline.office.operations.rhythm_row import RhythmRow, there
from plumbline.office.people.models import Membership

TITLE, ONE, ORDER = "Conditions of gates", "Condition", 70
PERMISSION = "see_projects"


def between(membership: Membership, first: date, last: date, most: int) -> Iterable[RhythmRow]:
    organisation = membership.organisation
    held = Condition.objects.filter(
        review__project__organisation=organisation,
        review__project__archived_at=None,
        state__in=Condition.HOLDING,
        due_on__range=(first, last),
    )
    for each in held.select_related("review__project", "owner").order_by("due_on", "pk")[:most]:
        there_is = there("gates:condition", organisation, each.pk)
        yield RhythmRow(each.due_on, str(each), there_is, each.pk, str(each.owner), str(each.review.project))
