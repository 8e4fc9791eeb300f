"""The last days of agreements with clients, in the office's calendar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from plumbline.office.clients.models import Agreement
from plumbline.office.operations.rhythm_row import RhythmRow, there
from plumbline.office.people.models import Membership

TITLE, ONE, ORDER = "Agreements that end", "Agreement", 190
PERMISSION = "see_clients"


def between(membership: Membership, first: date, last: date, most: int) -> Iterable[RhythmRow]:
    organisation = membership.organisation
    ending = Agreement.objects.filter(
        provider=organisation, state=Agreement.State.ACCEPTED, ends_on__range=(first, last)
    )
    for each in ending.select_related("client").order_by("ends_on", "pk")[:most]:
        if each.ends_on:
            page = there("clients:agreement", organisation, each.pk)
            yield RhythmRow(each.ends_on, f"The agreement with {each.client} ends", page, each.pk)
