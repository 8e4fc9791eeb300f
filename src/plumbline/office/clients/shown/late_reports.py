"""How many status reports are late."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from plumbline.office.clients.showing import Shown
from plumbline.office.people.models import Organisation
from plumbline.office.people.queries import today
from plumbline.office.projects.models import Project

TITLE = "Late status reports"
WORDS = "How many projects have not reported in time. No names."
TOTALS = ("Late reports",)


def show(provider: Organisation, clients: Sequence[Organisation]) -> dict[int, Shown]:
    days = {each.pk: today(each) for each in clients}
    late: Counter[int] = Counter()
    asked = Project.objects.filter(organisation__in=clients, archived_at=None, reporting__late_after__isnull=False)
    for client, last in asked.order_by().values_list("organisation_id", "reporting__late_after"):
        late[client] += last is not None and last < days[client]
    return {each.pk: Shown({"Late reports": late[each.pk]}) for each in clients}
