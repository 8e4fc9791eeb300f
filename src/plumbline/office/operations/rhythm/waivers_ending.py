"""Waivers that hold for the last time on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from plumbline.office.governance.models import Waiver
from plumbline.office.operations.rhythm_row import RhythmRow, there
from plumbline.office.people.models import Membership

TITLE, ONE, ORDER = "Waivers that end", "Waiver", 130
PERMISSION = "see_projects"


def between(membership: Membership, first: date, last: date, most: int) -> Iterable[RhythmRow]:
    organisation = membership.organisation
    ending = Waiver.objects.filter(
        project__organisation=organisation,
        project__archived_at=None,
        state=Waiver.State.APPROVED,
        last_day__range=(first, last),
    )
    for each in ending.select_related("project__manager").order_by("last_day", "pk")[:most]:
        page = there("governance:waivers", organisation, each.project_id)
        yield RhythmRow(each.last_day, f"{each} ends", page, each.pk, str(each.project.manager or ""))
