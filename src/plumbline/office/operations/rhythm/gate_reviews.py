"""Gate reviews that are planned and not decided yet."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from plumbline.office.gates.models import GateReview
from plumbline.office.operations.rhythm_row import RhythmRow, there
from plumbline.office.people.models import Membership

TITLE, ONE, ORDER = "Gate reviews", "Gate review", 60
PERMISSION = "see_projects"


def between(membership: Membership, first: date, last: date, most: int) -> Iterable[RhythmRow]:
    organisation = membership.organisation
    reviews = GateReview.objects.filter(
        project__organisation=organisation,
        project__archived_at=None,
        state=GateReview.State.OPEN,
        planned_on__range=(first, last),
    )
    for each in reviews.select_related("project__manager").order_by("planned_on", "pk")[:most]:
        yield RhythmRow(
            on=each.planned_on,
            what=f"{each.title}, {each.project}",
            url=there("gates:review", organisation, each.pk),
            number=each.pk,
            who=str(each.project.manager or ""),
            detail=f"decided by: {each.decides_title}",
        )
