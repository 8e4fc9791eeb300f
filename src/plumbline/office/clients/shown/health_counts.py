"""How many projects are red, amber and green by the evidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from django.db.models import Count

from plumbline.office.clients.showing import Shown
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Project

TITLE = "Health of projects"
WORDS = "How many projects are red, amber, green or unknown by the evidence. No names."
TOTALS = ("Red projects", "Amber projects", "Green projects", "Unknown projects")


def show(provider: Organisation, clients: Sequence[Organisation]) -> dict[int, Shown]:
    counted = (
        Project.objects.filter(organisation__in=clients, archived_at=None)
        .order_by()
        .values_list("organisation_id", "standing__overall")
        .annotate(number=Count("pk"))
    )
    found: dict[int, Counter[str]] = defaultdict(Counter)
    for client, status, number in counted:
        found[client][f"{(status or 'unknown').title()} projects"] += number
    return {each.pk: Shown({name: found[each.pk][name] for name in TOTALS}) for each in clients}
