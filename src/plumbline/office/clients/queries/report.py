"""The service report of one client and month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Avg, Count, F, Q, Sum

from plumbline.office.clients.models import Agreement
from plumbline.office.people.models import Membership, Organisation
from plumbline.office.people.queries import today
from plumbline.office.services.models import Effort, ServiceRequest

MONTHS_BACK = 24


@dataclass(frozen=True, slots=True)
class Report:
    """``figures`` by label; ``hidden`` are the parts that the client does not show to who reads it."""

    agreement: Agreement
    month: date
    figures: dict[str, float | int | str]
    hours_by_service: list[tuple[str, float]]
    hidden: list[str]

    @property
    def before(self) -> date:
        return (self.month - timedelta(days=1)).replace(day=1)

    @property
    def after(self) -> date:
        return _next(self.month)


def month_of(text: str, organisation: Organisation) -> date:
    """The first day of ``2026-03``; of this month where the text is no month of the last two years."""
    this = today(organisation).replace(day=1)
    try:
        found = date.fromisoformat(f"{text}-01")
    except ValueError:
        return this
    return found if 0 <= (this.year - found.year) * 12 + this.month - found.month <= MONTHS_BACK else this


def report_on(agreement: Agreement, month: date, *, reader: Organisation) -> Report:
    """The client reads all of it, for it is its own; the provider what is agreed, while that is in force."""
    client = agreement.client
    assert client is not None
    assert agreement.provider is not None
    given = set(agreement.grants) if agreement.is_in_force() else set()
    seen = {"hours", "service_requests", "satisfaction"} if reader == client else given
    figures: dict[str, float | int | str] = {}
    by_service: list[tuple[str, float]] = []
    if "hours" in seen:
        by_service = _hours(agreement.provider, client, month)
        figures["Hours"] = round(sum(hours for _, hours in by_service), 1)
    if "service_requests" in seen:
        figures |= _requests(client, month)
    if "satisfaction" in seen:
        figures |= _satisfaction(client, month)
    names = {"hours": "hours", "service_requests": "service requests", "satisfaction": "satisfaction"}
    hidden = [name for key, name in names.items() if key not in seen]
    # of which service the hours were is not granted: only the client reads it
    return Report(agreement, month, figures, by_service if reader == client else [], hidden)


def _hours(provider: Organisation, client: Organisation, month: date) -> list[tuple[str, float]]:
    booked = (
        Effort.objects.filter(
            organisation=client,
            person__in=Membership.objects.filter(organisation=provider).values("person_id"),
            on__gte=month,
            on__lt=_next(month),
        )
        .order_by()
        .values_list("service__title")
        .annotate(total=Sum("minutes"))
        .order_by("service__title")
    )
    return [(title or "No service named", round(total / 60, 1)) for title, total in booked]


def _requests(client: Organisation, month: date) -> dict[str, float | int | str]:
    begin, end = _instants(client, month)
    asked = Q(asked_at__gte=begin, asked_at__lt=end)
    done = Q(closed_at__gte=begin, closed_at__lt=end, state=ServiceRequest.State.DONE)
    promised = done & Q(deliver_by__isnull=False)
    found = ServiceRequest.objects.filter(organisation=client).aggregate(
        asked=Count("pk", filter=asked),
        done=Count("pk", filter=done),
        promised=Count("pk", filter=promised),
        within=Count("pk", filter=promised & Q(closed_at__lte=F("deliver_by"))),
    )
    within = f"{found['within']} of {found['promised']}" if found["promised"] else "–"
    return {"Requests asked": found["asked"], "Requests done": found["done"], "Done within the level": within}


def _satisfaction(client: Organisation, month: date) -> dict[str, float | int | str]:
    begin, end = _instants(client, month)
    said = ServiceRequest.objects.filter(organisation=client, satisfied_at__gte=begin, satisfied_at__lt=end)
    found = said.aggregate(mean=Avg("satisfaction"), answers=Count("satisfaction"))
    mean = f"{found['mean']:.1f} of 5" if found["answers"] else "–"
    return {"Satisfaction": mean, "Answers": found["answers"]}


def _instants(client: Organisation, month: date) -> tuple[datetime, datetime]:
    zone = ZoneInfo(client.time_zone)
    return datetime.combine(month, time(), zone), datetime.combine(_next(month), time(), zone)


def _next(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1)
