"""Lines of the registers: risks, issues, changes, decisions and their like, by title, text and reference."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import QuerySet

from plumbline.office.registers.models import Entry
from plumbline.office.search.told import Told, address

TITLE, ICON, ORDER = "Registers", "alert", 50
FOLLOWS = {"registers.entry": "pk", "projects.project": "project", "people.person": "owner"}


def rows() -> QuerySet[Entry]:
    return Entry.objects.select_related("organisation", "project", "owner")


def tell(entry: Entry) -> Iterator[Told]:
    slug = entry.organisation.slug
    yield Told(
        organisation_id=entry.organisation_id,
        source_id=entry.pk,
        reference=entry.reference,
        title=entry.title,
        under=f"{entry.get_kind_display()} · {entry.project}",
        text=" · ".join(filter(None, [str(entry.owner or ""), entry.description, entry.response])),
        path=address("registers:entry", organisation=slug, project_id=entry.project_id, entry_id=entry.pk),
        permission="see_registers",
        project_id=entry.project_id,
        closed=not entry.is_open,
    )
