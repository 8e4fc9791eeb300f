"""What was asked of the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db.models import Case, F, Q, QuerySet, When
from django.db.models.functions import Coalesce
from django.http import Http404

from plumbline.office.foundation.access import may
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.services.levels import NEAR, Left, clock_of, left_of, limit
from plumbline.office.services.models import Service, ServiceRequest

State = ServiceRequest.State
_LIMIT = Case(
    When(responded_at=None, then=Coalesce("respond_by", "deliver_by")),
    default=F("deliver_by"),
)


@dataclass(frozen=True, slots=True)
class Row:
    asked: ServiceRequest
    left: Left | None


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """``state`` is one of the states, "closed", or nothing for all that is open; ``assignee`` a person or "nobody"."""

    service: Service | None = None
    assignee: Person | str | None = None
    state: str = ""
    near: bool = False

    @property
    def narrows(self) -> bool:
        return bool(self.service or self.assignee or self.state or self.near)


def queue(organisation: Organisation, moment: datetime, chosen: QueueFilter) -> QuerySet[ServiceRequest]:
    """What is due first comes first; what has no limit comes last."""
    found = _all(organisation)
    if chosen.state == "closed":
        found = found.exclude(state__in=ServiceRequest.OPEN)
    else:
        found = found.filter(state__in=[chosen.state] if chosen.state else ServiceRequest.OPEN)
    if chosen.service:
        found = found.filter(service=chosen.service)
    if isinstance(chosen.assignee, Person):
        found = found.filter(assignee=chosen.assignee)
    elif chosen.assignee:
        found = found.filter(assignee=None)
    if chosen.near:
        found = found.filter(_is_near(organisation, moment))
    if chosen.state in ("closed", State.DONE, State.DECLINED, State.WITHDRAWN):
        return found.order_by("-closed_at", "-id")
    return found.order_by(F("limit").asc(nulls_last=True), "asked_at", "id")


def rows_of(organisation: Organisation, found: list[ServiceRequest], moment: datetime) -> list[Row]:
    """Each with what is left of its service level; two queries."""
    clock = clock_of(organisation)
    return [Row(each, left_of(each, clock, moment)) for each in found]


def mine(organisation: Organisation, person: Person) -> QuerySet[ServiceRequest]:
    """What somebody asked for, the latest first."""
    return _all(organisation).filter(asked_by=person).order_by("-asked_at", "-id")


def beside_their_limit(organisation: Organisation, moment: datetime, most: int) -> tuple[list[Row], int]:
    """Open requests near or past their limit, and those that nobody has; with how many there are in all."""
    found = _all(organisation).filter(state__in=ServiceRequest.OPEN)
    found = found.filter(_is_near(organisation, moment) | Q(assignee=None))
    found = found.order_by(F("limit").asc(nulls_last=True), "asked_at", "id")
    return rows_of(organisation, list(found[:most]), moment), found.count()


def request_in(membership: Membership, number: int) -> ServiceRequest:
    """404 for one of another organisation; refused if it is not the person's business."""
    found = _all(membership.organisation).select_related("organisation").filter(number=number).first()
    if found is None:
        raise Http404
    if not may_see(membership, found):
        raise PermissionDenied("Your role does not allow this: see what somebody else asked for.")
    return found


def may_see(membership: Membership, asked: ServiceRequest) -> bool:
    """Who asked, who works on requests, and who sees their value."""
    own = membership.person_id == asked.asked_by_id
    return own or may(membership, "work_on_service_requests") or may(membership, "see_service_value")


def _all(organisation: Organisation) -> QuerySet[ServiceRequest]:
    people = ("service", "asked_by", "assignee", "project")
    return ServiceRequest.objects.filter(organisation=organisation).select_related(*people).annotate(limit=_LIMIT)


def _is_near(organisation: Organisation, moment: datetime) -> Q:
    """The clock of what waits for the customer stands still, so that is never near."""
    until = limit(clock_of(organisation), moment, NEAR) or moment
    return Q(limit__lte=until) & ~Q(state=State.WAITING)
