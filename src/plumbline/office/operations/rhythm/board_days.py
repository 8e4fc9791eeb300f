"""Days on which the board has looked at the portfolio; an event that is to come is a board of its own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from plumbline.office.operations.rhythm_row import RhythmRow, there
from plumbline.office.people.models import Membership
from plumbline.office.portfolio.models import BoardDay

TITLE, ONE, ORDER = "Board days that were held", "Board day", 15
PERMISSION = "see_executive_page"


def between(membership: Membership, first: date, last: date, most: int) -> Iterable[RhythmRow]:
    organisation = membership.organisation
    held = BoardDay.objects.filter(organisation=organisation, on__range=(first, last)).select_related("by")
    page = there("portfolio:executive", organisation)
    for each in held.order_by("on", "pk")[:most]:
        who = str(each.by or "")
        yield RhythmRow(each.on, "The board looked at the portfolio", page, each.pk, who, changed_at=each.at)
