"""What waits for somebody of the office in a week and is not in their plan yet: it can be put there with one press."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Model, QuerySet
from django.http import Http404

from plumbline.office.conformance.models import Audit
from plumbline.office.gates.models import GateReview, Reviewer
from plumbline.office.operations.models import PlannedWork
from plumbline.office.operations.rhythm_row import there
from plumbline.office.people.models import Organisation
from plumbline.office.services.models import ServiceRequest

USUAL = 60
"""Minutes that something takes where nobody has said how much it takes."""
MOST = 8
BUSY = (Audit.State.PLANNED, Audit.State.UNDER_WAY)


@dataclass(frozen=True, slots=True)
class Offer:
    """``key`` names the thing in a form: “request:12”."""

    person_id: int
    key: str
    title: str
    url: str
    on: date | None
    minutes: int = USUAL


def offers(organisation: Organisation, monday: date, people: list[int]) -> dict[int, list[Offer]]:
    """By person, the earliest first. Four queries."""
    sunday = monday + timedelta(days=6)
    planned = PlannedWork.objects.filter(organisation=organisation, monday=monday, person__in=people)
    found: dict[int, list[Offer]] = {}
    for each in (
        *_requests(organisation, sunday, people, planned),
        *_reviews(organisation, sunday, people, planned),
        *_audits(organisation, monday, people, planned),
    ):
        found.setdefault(each.person_id, []).append(each)
    return {who: sorted(those, key=lambda each: each.on or sunday)[:MOST] for who, those in found.items()}


def thing_of(organisation: Organisation, key: str) -> tuple[Model, int]:
    """What a form names, with how long it usually takes; 404 for what is not the organisation's."""
    kind, _, number = key.partition(":")
    if kind not in PlannedWork.ABOUT or not number.isdecimal() or len(number) > 18:
        raise Http404
    mine: dict[str, QuerySet] = {
        "request": ServiceRequest.objects.filter(organisation=organisation).select_related("service"),
        "review": GateReview.objects.filter(project__organisation=organisation).select_related("project"),
        "audit": Audit.objects.filter(organisation=organisation),
    }
    found = mine[kind].filter(pk=int(number)).first()
    if found is None:
        raise Http404
    return found, (found.service.effort or USUAL) if kind == "request" else USUAL


def _requests(
    organisation: Organisation, sunday: date, people: list[int], planned: QuerySet[PlannedWork]
) -> Iterator[Offer]:
    zone = ZoneInfo(organisation.time_zone)
    end = datetime.combine(sunday + timedelta(days=1), time.min, zone)
    due = ServiceRequest.objects.filter(
        organisation=organisation, assignee__in=people, state__in=ServiceRequest.OPEN, deliver_by__lt=end
    ).exclude(pk__in=planned.filter(request__isnull=False).values("request"))
    for each in due.select_related("service").order_by("deliver_by", "pk"):
        if each.assignee_id and each.deliver_by:
            on = each.deliver_by.astimezone(zone).date()
            url = there("services:request", organisation, each.number)
            minutes = each.service.effort or USUAL
            yield Offer(each.assignee_id, f"request:{each.pk}", str(each), url, on, minutes)


def _reviews(
    organisation: Organisation, sunday: date, people: list[int], planned: QuerySet[PlannedWork]
) -> Iterator[Offer]:
    due = Reviewer.objects.filter(
        person__in=people,
        review__project__organisation=organisation,
        review__project__archived_at=None,
        review__state=GateReview.State.OPEN,
        review__planned_on__lte=sunday,
    )
    known = set(planned.filter(review__isnull=False).values_list("person", "review"))
    for each in due.select_related("review__project").order_by("review__planned_on", "pk"):
        if (each.person_id, each.review_id) not in known:
            url = there("gates:review", organisation, each.review_id)
            title = f"{each.review.title}, {each.review.project}"
            yield Offer(each.person_id, f"review:{each.review_id}", title, url, each.review.planned_on)


def _audits(
    organisation: Organisation, monday: date, people: list[int], planned: QuerySet[PlannedWork]
) -> Iterator[Offer]:
    led = Audit.objects.filter(
        organisation=organisation, lead__in=people, state__in=BUSY, planned_from__lt=monday + timedelta(days=7)
    ).exclude(pk__in=planned.filter(audit__isnull=False).values("audit"))
    for each in led.order_by("planned_to", "pk"):
        url = there("conformance:audit", organisation, each.pk)
        yield Offer(each.lead_id, f"audit:{each.pk}", str(each), url, each.planned_to)
