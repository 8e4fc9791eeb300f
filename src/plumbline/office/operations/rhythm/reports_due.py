"""Status reports: how many are due on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Count

from plumbline.office.operations.rhythm_row import RhythmRow, there
from plumbline.office.people.models import Membership
from plumbline.office.status.models import Reporting

TITLE, ONE, ORDER = "Status reports due", "Status reports", 100
PERMISSION = "see_status_desk"


def between(membership: Membership, first: date, last: date, most: int) -> Iterable[RhythmRow]:
    due = Reporting.objects.filter(
        project__organisation=membership.organisation, project__archived_at=None, due_on__range=(first, last)
    )
    page = there("status:desk", membership.organisation)
    by_day = due.order_by("due_on").values_list("due_on").annotate(number=Count("pk"))
    for on, number in by_day[:most]:
        words = "1 status report is due" if number == 1 else f"{number} status reports are due"
        yield RhythmRow(on, words, page, on)
