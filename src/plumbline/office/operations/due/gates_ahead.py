"""Gate reviews that are overdue or come in the next fortnight."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import QuerySet

from plumbline.office.gates.models import GateReview, Reviewer
from plumbline.office.operations.due_query import address, first_of
from plumbline.office.operations.due_row import DueRow, Found
from plumbline.office.people.models import Organisation, Person

TITLE = "Gates overdue or in the next fortnight"
EMPTY = "No gate within a fortnight."
ORDER = 10
PERSONAL = True
AHEAD = timedelta(days=14)


def found(organisation: Organisation, day: date, most: int, person: Person | None = None) -> Found:
    reviews = GateReview.objects.filter(
        project__organisation=organisation,
        project__archived_at=None,
        state=GateReview.State.OPEN,
        planned_on__lte=day + AHEAD,
    )
    if person:
        reviews = reviews.filter(pk__in=person_reviews(person))
    with_project = reviews.select_related("project__manager").order_by("planned_on", "pk")
    return first_of(with_project, most, lambda each: row(organisation, each))


def person_reviews(person: Person) -> QuerySet[Reviewer, int]:
    return Reviewer.objects.filter(person=person).values_list("review", flat=True)


def row(organisation: Organisation, review: GateReview) -> DueRow:
    there = address("gates:review", organisation, review.pk)
    return DueRow(
        what=f"{review.title}, {review.project}",
        url=there,
        deed="Open the review",
        deed_url=there,
        on=review.planned_on,
        who=str(review.project.manager or ""),
        detail=f"decided by: {review.decides_title}",
    )
