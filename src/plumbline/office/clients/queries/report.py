"""The service report of a period: on one client, or on one's own organisation and its units."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from plumbline.office.clients.booked import minutes_booked, people_of
from plumbline.office.clients.models import Agreement
from plumbline.office.people.fiscal_year import Period, Span, period_of
from plumbline.office.people.models import Membership, Organisation, Unit
from plumbline.office.people.queries import ids_under, today
from plumbline.office.services.queries import Done, Sums, done_in

FURTHEST_BACK = timedelta(days=5 * 366)
Figure = float | int | str


@dataclass(frozen=True, slots=True)
class Report:
    """``hidden``: the parts that the client does not show to who reads it; ``services``: none where they are hidden."""

    about: str
    provider: Organisation
    currency: str
    period: Period
    figures: dict[str, Figure]
    months: list[Sums] = field(default_factory=list)
    services: list[Sums] = field(default_factory=list)
    clients: list[tuple[str, float]] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)


def period_asked(span: str, on: str, organisation: Organisation) -> Period:
    """The organisation's own month, quarter or fiscal year with that day in it, of the last years; else of today."""
    day = today(organisation)
    try:
        wanted = date.fromisoformat(on)
    except ValueError:
        wanted = day
    if not day - FURTHEST_BACK <= wanted <= day:
        wanted = day
    return period_of(wanted, Span(span) if span in set(Span) else Span.MONTH, organisation.fiscal_year_starts_in)


def report_on(agreement: Agreement, period: Period, *, reader: Organisation) -> Report:
    """The client reads all of it, for it is its own; the provider what is agreed, while that is in force."""
    client, provider = agreement.client, agreement.provider
    assert client is not None
    assert provider is not None
    owns = reader == client
    given = set(agreement.grants) if agreement.is_in_force() else set()
    seen = [name for name in PARTS if owns or name in given]
    hidden = [name.replace("_", " ") for name in PARTS if name not in seen]
    if not seen:
        return Report(client.name, provider, client.currency, period, {}, hidden=hidden)
    found = done_in(client, period.first, period.last, worked_by=people_of(provider))
    figures = {label: value for name in seen for label, value in PARTS[name](found).items()}
    months = found.by_month if "service_requests" in seen else []
    if not owns:  # how long each took, at what cost and for which service is not granted
        return Report(client.name, provider, client.currency, period, figures, months, hidden=hidden)
    figures |= _own(found, client.currency)
    return Report(client.name, provider, client.currency, period, figures, months, found.by_service)


def own_report(
    organisation: Organisation, period: Period, unit: Unit | None = None, *, with_clients: bool = False
) -> Report:
    """Of all that was asked of the office, or of what people of a unit, or below it, have asked for."""
    people = None
    if unit is not None:
        places = Membership.objects.filter(organisation=organisation, unit__in=ids_under(unit))
        people = places.values("person_id")
    found = done_in(organisation, period.first, period.last, asked_by=people)
    figures = {label: value for part in PARTS.values() for label, value in part(found).items()}
    figures |= _own(found, organisation.currency)
    clients = _clients(organisation, period) if with_clients and unit is None else []
    about = unit.name if unit else organisation.name
    return Report(
        about, organisation, organisation.currency, period, figures, found.by_month, found.by_service, clients
    )


def _hours(found: Done) -> dict[str, Figure]:
    return {"Hours": found.whole.hours}


def _requests(found: Done) -> dict[str, Figure]:
    whole = found.whole
    promised = whole.in_time + whole.late
    within = f"{whole.in_time} of {promised}" if promised else "–"
    return {
        "Requests asked": whole.asked,
        "Requests done": whole.done,
        "Still open": found.open,
        "Of these late": found.late,
        "Done within the level": within,
    }


def _satisfaction(found: Done) -> dict[str, Figure]:
    mean, answers = found.whole.satisfaction, len(found.whole.scores)
    return {"Satisfaction": "–" if mean is None else f"{mean:.1f} of 5", "Answers": answers}


PARTS: dict[str, Callable[[Done], dict[str, Figure]]] = {
    "hours": _hours,
    "service_requests": _requests,
    "satisfaction": _satisfaction,
}
"""By the grant that shows it."""


def _own(found: Done, currency: str) -> dict[str, Figure]:
    """What only whose work it is for reads."""
    cost = f"{found.whole.cost:,.0f}" if found.whole.cost else "–"
    return {"Median to the result": found.whole.median_deliver or "–", f"Cost ({currency})": cost}


def _clients(provider: Organisation, period: Period) -> list[tuple[str, float]]:
    """Hours booked at each client whose agreement in force shows them."""
    accepted = Agreement.objects.filter(provider=provider, state=Agreement.State.ACCEPTED).select_related("client")
    shown = {
        each.client.pk: each.client.name
        for each in accepted
        if each.client and "hours" in each.grants and each.is_in_force()
    }
    minutes = minutes_booked(provider, dict.fromkeys(shown, (period.first, period.last)))
    return sorted((name, round(minutes[client] / 60, 1)) for client, name in shown.items())
