"""How many hours the provider's people have booked for a client this month."""

from __future__ import annotations

from collections.abc import Sequence

from plumbline.office.clients.booked import minutes_booked
from plumbline.office.clients.showing import Shown
from plumbline.office.people.fiscal_year import Span, period_of
from plumbline.office.people.models import Organisation
from plumbline.office.people.queries import today

TITLE = "Hours"
WORDS = "How many hours people of the provider have booked here, by month. Not who, and not for what."
TOTALS = ("Hours this month",)


def show(provider: Organisation, clients: Sequence[Organisation]) -> dict[int, Shown]:
    months = {each.pk: period_of(today(each), Span.MONTH) for each in clients}
    minutes = minutes_booked(provider, {client: (each.first, each.last) for client, each in months.items()})
    return {each.pk: Shown({"Hours this month": round(minutes[each.pk] / 60, 1)}) for each in clients}
