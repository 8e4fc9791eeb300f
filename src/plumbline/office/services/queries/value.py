"""What the office's services are worth: asked, done, in time, how content, at what effort and cost."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from statistics import fmean, median
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from plumbline.office.people.models import Membership, Organisation
from plumbline.office.services.amounts import in_words
from plumbline.office.services.models import Effort, Service, ServiceRate, ServiceRequest

GROUPS = {
    "service": "Service",
    "month": "Month",
    "unit": "Unit of who asked",
    "person": "Who asked",
    "project": "Project",
}
State = ServiceRequest.State
People = Collection[int] | QuerySet[Any, Any] | None
"""By number; none: everybody."""


@dataclass(slots=True)
class Sums:
    """Asked counts what was asked in the period; all else what was done, or worked, in it."""

    name: str
    asked: int = 0
    done: int = 0
    in_time: int = 0
    late: int = 0
    respond: list[int] = field(default_factory=list)
    deliver: list[int] = field(default_factory=list)
    scores: list[int] = field(default_factory=list)
    polled: int = 0
    minutes: int = 0
    cost: Decimal = Decimal(0)

    @property
    def in_time_percent(self) -> int | None:
        measured = self.in_time + self.late
        return round(100 * self.in_time / measured) if measured else None

    @property
    def without_level(self) -> int:
        return self.done - self.in_time - self.late

    @property
    def median_respond(self) -> str:
        return in_words(round(median(self.respond))) if self.respond else ""

    @property
    def median_deliver(self) -> str:
        return in_words(round(median(self.deliver))) if self.deliver else ""

    @property
    def satisfaction(self) -> float | None:
        return round(fmean(self.scores), 1) if self.scores else None

    @property
    def answered_percent(self) -> int | None:
        return round(100 * len(self.scores) / self.polled) if self.polled else None

    @property
    def hours(self) -> float:
        return round(self.minutes / 60, 1)


def value_of(
    organisation: Organisation,
    first: date,
    last: date,
    group: str = "service",
    service: Service | None = None,
    *,
    asked_by: People = None,
    worked_by: People = None,
) -> tuple[list[Sums], Sums]:
    """The sums by group, the busiest first (months in order), and those of all. Four queries, or five by unit.

    ``asked_by``: only what these people asked for, and the effort for that; ``worked_by``: only their effort.
    """
    zone = ZoneInfo(organisation.time_zone)
    begin, end = instants(organisation, first, last)
    name = _naming(organisation, group, zone)
    asked = ServiceRequest.objects.filter(organisation=organisation).select_related("service", "asked_by", "project")
    asked = asked.filter(Q(asked_at__range=(begin, end)) | Q(closed_at__range=(begin, end)))
    efforts = Effort.objects.filter(organisation=organisation, on__range=(first, last)).select_related(
        "service", "request__asked_by", "request__project"
    )
    if service is not None:
        asked, efforts = asked.filter(service=service), efforts.filter(service=service)
    if asked_by is not None:
        asked, efforts = asked.filter(asked_by__in=asked_by), efforts.filter(request__asked_by__in=asked_by)
    if worked_by is not None:
        efforts = efforts.filter(person__in=worked_by)
    whole = Sums("All")
    groups: dict[str, Sums] = {}
    for each in asked:
        if begin <= each.asked_at <= end:
            for sums in (whole, _of(groups, name(each, each.asked_at))):
                sums.asked += 1
        if each.state == State.DONE and each.closed_at and begin <= each.closed_at <= end:
            for sums in (whole, _of(groups, name(each, each.closed_at))):
                _count_done(sums, each)
    _add_effort(efforts, whole, groups, group, name, _rates(organisation))
    ordered = sorted(groups.values(), key=lambda each: each.name)
    return ordered if group == "month" else sorted(ordered, key=lambda each: (-each.asked, -each.minutes)), whole


def instants(organisation: Organisation, first: date, last: date) -> tuple[datetime, datetime]:
    """The first and the last moment of those days, by the organisation's calendar."""
    zone = ZoneInfo(organisation.time_zone)
    return datetime.combine(first, datetime.min.time(), zone), datetime.combine(last, datetime.max.time(), zone)


def rate_now(organisation: Organisation, day: date) -> ServiceRate | None:
    return ServiceRate.objects.filter(organisation=organisation, since__lte=day).order_by("-since").first()


def _count_done(sums: Sums, asked: ServiceRequest) -> None:
    sums.done += 1
    sums.in_time += asked.is_in_time is True
    sums.late += asked.is_in_time is False
    sums.polled += asked.satisfaction_asked_at is not None
    if asked.respond_took is not None:
        sums.respond.append(asked.respond_took)
    if asked.deliver_took is not None:
        sums.deliver.append(asked.deliver_took)
    if asked.satisfaction is not None:
        sums.scores.append(asked.satisfaction)


def _add_effort(
    efforts: Iterable[Effort],
    whole: Sums,
    groups: dict[str, Sums],
    group: str,
    name: Callable[[ServiceRequest, datetime], str],
    rates: list[tuple[date, Decimal]],
) -> None:
    for each in efforts:
        if group == "month":
            key = f"{each.on:%Y-%m}"
        elif group == "service":
            key = each.service.title if each.service else "No service"
        else:
            key = name(each.request, each.at) if each.request else "Without a request"
        cost = next((rate for since, rate in rates if since <= each.on), Decimal(0)) * each.minutes / 60
        for sums in (whole, _of(groups, key)):
            sums.minutes += each.minutes
            sums.cost += cost


def _naming(organisation: Organisation, group: str, zone: ZoneInfo) -> Callable[[ServiceRequest, datetime], str]:
    if group == "month":
        return lambda _, at: f"{at.astimezone(zone):%Y-%m}"
    if group == "person":
        return lambda asked, _: asked.asked_by.name
    if group == "project":
        return lambda asked, _: asked.project.name if asked.project else "No project"
    if group == "unit":
        places = Membership.objects.filter(organisation=organisation).values_list("person_id", "unit__name")
        units = {person: unit for person, unit in places if unit}
        return lambda asked, _: units.get(asked.asked_by_id, "No unit")
    return lambda asked, _: asked.service.title


def _rates(organisation: Organisation) -> list[tuple[date, Decimal]]:
    """The latest first."""
    found = ServiceRate.objects.filter(organisation=organisation).order_by("-since")
    return list(found.values_list("since", "per_hour"))


def _of(groups: dict[str, Sums], name: str) -> Sums:
    return groups.setdefault(name, Sums(name))
