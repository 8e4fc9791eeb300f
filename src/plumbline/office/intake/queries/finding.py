"""Which requests somebody sees: submitted ones everybody who may submit, drafts their author alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q, QuerySet
from django.http import Http404, QueryDict

from plumbline.office.foundation.clock import now
from plumbline.office.intake.models import OPEN, ProjectRequest, State, Step
from plumbline.office.people.models import Membership

_ORDERS = {"title": "title", "state": "state", "age": "submitted_at", "author": "author__name"}
MOST_TO_CHOOSE_FROM = 200


@dataclass(frozen=True, slots=True)
class Filters:
    """``show`` is mine, open or closed; ``state`` narrows further."""

    show: str
    state: str
    sort: str

    @classmethod
    def read(cls, query: QueryDict, usually: str = "mine") -> Filters:
        show, state, sort = query.get("show", ""), query.get("state", ""), query.get("sort", "")
        return cls(
            show if show in ("mine", "open", "closed") else usually,
            state if state in State.values else "",
            sort if sort.removeprefix("-") in _ORDERS else "",
        )


def requests_for(membership: Membership, filters: Filters) -> QuerySet[ProjectRequest]:
    found = ProjectRequest.objects.filter(organisation=membership.organisation).select_related("author", "project")
    if filters.show == "mine":
        found = found.filter(author=membership.person)
    elif filters.show == "open":
        found = found.filter(state__in=OPEN)
    else:
        found = found.filter(submitted_at__isnull=False).exclude(state__in=OPEN)
    if filters.state:
        found = found.filter(state=filters.state)
    if filters.sort:
        sign = "-" if filters.sort.startswith("-") else ""
        found = found.order_by(sign + _ORDERS[filters.sort.removeprefix("-")], "pk")
    return found


def request_for(membership: Membership, request_id: int) -> ProjectRequest:
    """404 for one of another organisation, and for what somebody else never submitted."""
    visible = Q(submitted_at__isnull=False) | Q(author=membership.person)
    found = (
        ProjectRequest.objects.filter(visible, organisation=membership.organisation, pk=request_id)
        .select_related("organisation", "author", "project", "merged_into", "standard_version")
        .defer("standard_version__files")
        .first()
    )
    if found is None:
        raise Http404
    return found


def steps_of(asked: ProjectRequest) -> QuerySet[Step]:
    """The last first."""
    return asked.steps.select_related("by").order_by("-at", "-pk")


def mergeable(asked: ProjectRequest) -> QuerySet[ProjectRequest]:
    """Other open requests, the newest first, of which one can be chosen."""
    found = ProjectRequest.objects.filter(organisation=asked.organisation, state__in=OPEN).exclude(pk=asked.pk)
    return found.order_by("-submitted_at")


def perhaps_due() -> QuerySet[ProjectRequest]:
    """On hold, and their day has come somewhere on earth; ``return_due`` asks the organisation's own calendar."""
    latest = (now() + timedelta(hours=14)).date()
    return ProjectRequest.objects.filter(state=State.ON_HOLD, hold_until__lte=latest).select_related("organisation")
