"""The office's own charter: the day of its review, and the steps of its roadmap."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from plumbline.office.mandate.models import Mandate, RoadmapItem
from plumbline.office.operations.rhythm_row import RhythmRow, there
from plumbline.office.people.models import Membership

TITLE, ONE, ORDER = "The office itself", "Charter", 160
PERMISSION = "see_office"


def between(membership: Membership, first: date, last: date, most: int) -> Iterable[RhythmRow]:
    organisation = membership.organisation
    page = there("mandate:charter", organisation)
    reviews = Mandate.objects.filter(organisation=organisation, review_on__range=(first, last))
    for mandate in reviews.select_related("sponsor"):
        if mandate.review_on:
            yield RhythmRow(mandate.review_on, "Review the charter", page, "review", str(mandate.sponsor or ""))
    steps = RoadmapItem.objects.filter(organisation=organisation, done_on=None, due_on__range=(first, last))
    for each in steps.select_related("owner").order_by("due_on", "pk")[:most]:
        if each.due_on:
            kind = "Milestone" if each.is_milestone else "Step of the roadmap"
            yield RhythmRow(each.due_on, each.title, f"{page}#roadmap", each.pk, str(each.owner or ""), kind)
