"""What the office offers."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import QuerySet

from plumbline.office.search.told import Told, address
from plumbline.office.services.models import Service

TITLE, ICON, ORDER = "Services", "plumb", 110
FOLLOWS = {"services.service": "pk", "people.person": "owner"}


def rows() -> QuerySet[Service]:
    return Service.objects.select_related("organisation", "owner")


def tell(service: Service) -> Iterator[Told]:
    yield Told(
        organisation_id=service.organisation_id,
        source_id=service.pk,
        title=service.title,
        under=service.group,
        text=" · ".join(filter(None, [str(service.owner or ""), service.customers, service.trigger, service.what])),
        path=address("services:service", organisation=service.organisation.slug, service_id=service.pk),
        permission="see_services",
        closed=service.archived_at is not None,
    )
