"""What the office offers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import groupby

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from plumbline.office.people.models import Organisation
from plumbline.office.services.built_in import Offer, offers
from plumbline.office.services.models import Service, ServiceRequest


@dataclass(frozen=True, slots=True)
class Group:
    name: str
    services: list[Service] = field(default_factory=list)


def catalogue(organisation: Organisation, *, search: str = "", level: str = "", archived: bool = False) -> list[Group]:
    """By group; each service with ``open_requests``. One query."""
    found = (
        Service.objects.filter(organisation=organisation, archived_at__isnull=not archived)
        .select_related("owner")
        .annotate(open_requests=Count("requests", filter=Q(requests__state__in=ServiceRequest.OPEN)))
    )
    for word in search.split():
        found = found.filter(
            Q(title__icontains=word) | Q(what__icontains=word) | Q(customers__icontains=word) | Q(group__icontains=word)
        )
    if level:
        found = found.filter(level=level)
    by_group = found.order_by("group", "title")  # counting makes Django forget the model's own order
    return [Group(name, list(each)) for name, each in groupby(by_group, key=lambda each: each.group)]


def filtered(organisation: Organisation, given: Mapping[str, str]) -> tuple[list[Group], str, str]:
    """As an address asks for it: the groups, with the search and the level that were understood."""
    search, level = given.get("q", "")[:100], given.get("level", "")
    level = level if level in Service.Level.values else ""
    return catalogue(organisation, search=search, level=level), search, level


def choices(organisation: Organisation) -> QuerySet[Service]:
    return Service.objects.filter(organisation=organisation, archived_at=None)


def service_in(organisation: Organisation, service_id: int) -> Service:
    """404 for one of another organisation."""
    found = (
        Service.objects.filter(organisation=organisation, pk=service_id)
        .select_related("owner", "organisation")
        .annotate(open_requests=Count("requests", filter=Q(requests__state__in=ServiceRequest.OPEN)))
        .first()
    )
    if found is None:
        raise Http404
    return found


def not_taken(organisation: Organisation) -> list[tuple[str, list[Offer]]]:
    """What the built-in catalogue offers beyond what the organisation has, by group."""
    there = list(Service.objects.filter(organisation=organisation).values_list("key", "title"))
    held = {key for key, _ in there} | {title.casefold() for _, title in there}
    left = [each for each in offers().values() if each.key not in held and each.title.casefold() not in held]
    return [(name, list(each)) for name, each in groupby(left, key=lambda each: each.group)]
