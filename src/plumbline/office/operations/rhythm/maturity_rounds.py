"""Maturity rounds that are to be answered by a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from plumbline.office.maturity.models import Round
from plumbline.office.operations.rhythm_row import RhythmRow, there
from plumbline.office.people.models import Membership

TITLE, ONE, ORDER = "Maturity rounds", "Maturity", 170
PERMISSION = "see_maturity"


def between(membership: Membership, first: date, last: date, most: int) -> Iterable[RhythmRow]:
    organisation = membership.organisation
    due = Round.objects.filter(organisation=organisation, state=Round.State.OPEN, due_on__range=(first, last))
    for each in due.select_related("lead").order_by("due_on", "pk")[:most]:
        page = there("maturity:round", organisation, each.pk)
        yield RhythmRow(each.due_on, f"{each.title}: answers are due", page, each.pk, str(each.lead))
