"""How many gate reviews are under way, and how many of them are past their day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from plumbline.office.clients.showing import Shown
from plumbline.office.gates.models import GateReview
from plumbline.office.people.models import Organisation
from plumbline.office.people.queries import today

TITLE = "Gates"
WORDS = "How many gate reviews are under way, and how many are past the day planned for them. No names."
TOTALS = ("Gates under way", "Gates past their day")


def show(provider: Organisation, clients: Sequence[Organisation]) -> dict[int, Shown]:
    days = {each.pk: today(each) for each in clients}
    under_way: Counter[int] = Counter()
    past: Counter[int] = Counter()
    held = GateReview.objects.filter(
        project__organisation__in=clients, project__archived_at=None, state=GateReview.State.OPEN
    )
    for client, planned in held.order_by().values_list("project__organisation_id", "planned_on"):
        under_way[client] += 1
        past[client] += planned < days[client]
    return {each.pk: Shown(dict(zip(TOTALS, (under_way[each.pk], past[each.pk]), strict=True))) for each in clients}
