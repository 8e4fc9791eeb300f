"""What was asked of the office: found by who asked, and by those who work on requests."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import QuerySet

from plumbline.office.search.told import Told, address
from plumbline.office.services.models import ServiceRequest

TITLE, ICON, ORDER = "Requests for services", "edit", 120
FOLLOWS = {"services.servicerequest": "pk", "people.person": "asked_by"}


def rows() -> QuerySet[ServiceRequest]:
    return ServiceRequest.objects.select_related("organisation", "service", "asked_by")


def tell(asked: ServiceRequest) -> Iterator[Told]:
    yield Told(
        organisation_id=asked.organisation_id,
        source_id=asked.pk,
        title=str(asked),
        under=asked.get_state_display(),
        text=" · ".join(filter(None, [asked.service.title, str(asked.asked_by), asked.details, asked.outcome])),
        path=address("services:request", organisation=asked.organisation.slug, number=asked.number),
        permission="work_on_service_requests",
        person_id=asked.asked_by_id,
        closed=not asked.is_open,
    )
