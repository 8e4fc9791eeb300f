"""Which projects there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from plumbline.office.clients.showing import Shown
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Project

TITLE = "Names of projects"
WORDS = "The codes and names of all running projects. Nothing else about them."
TOTALS = ("Projects",)
MOST_NAMES = 200


def show(provider: Organisation, clients: Sequence[Organisation]) -> dict[int, Shown]:
    names: dict[int, list[str]] = defaultdict(list)
    running = Project.objects.filter(organisation__in=clients, archived_at=None).order_by("code")
    for client, code, name in running.values_list("organisation_id", "code", "name"):
        names[client].append(f"{code} {name}")
    return {each.pk: Shown({"Projects": len(names[each.pk])}, tuple(names[each.pk][:MOST_NAMES])) for each in clients}
