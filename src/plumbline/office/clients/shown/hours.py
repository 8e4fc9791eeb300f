"""How many hours the provider's people have booked for a client this month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from django.db.models import Sum

from plumbline.office.clients.showing import Shown
from plumbline.office.people.models import Membership, Organisation
from plumbline.office.people.queries import today
from plumbline.office.services.models import Effort

TITLE = "Hours"
WORDS = "How many hours people of the provider have booked here, by month. Not who, and not for what."
TOTALS = ("Hours this month",)


def show(provider: Organisation, clients: Sequence[Organisation]) -> dict[int, Shown]:
    """People who have left the provider count on: they worked for it then."""
    begins = {each.pk: today(each).replace(day=1) for each in clients}
    minutes: Counter[int] = Counter()
    booked = (
        Effort.objects.filter(
            organisation__in=clients,
            person__in=Membership.objects.filter(organisation=provider).values("person_id"),
            on__gte=min(begins.values()),
        )
        .order_by()
        .values_list("organisation_id", "on")
        .annotate(total=Sum("minutes"))
    )
    for client, on, total in booked:
        if on.replace(day=1) == begins[client]:
            minutes[client] += total
    return {each.pk: Shown({"Hours this month": round(minutes[each.pk] / 60, 1)}) for each in clients}
