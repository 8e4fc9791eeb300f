"""People of the organisation, by name, address, role and unit."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

from django.db.models import QuerySet

from plumbline.office.people.models import Membership
from plumbline.office.search.told import Told, address

TITLE, ICON, ORDER = "People", "person", 40
FOLLOWS = {"people.membership": "pk", "people.person": "person", "people.unit": "unit"}


def rows() -> QuerySet[Membership]:
    return Membership.objects.select_related("organisation", "person", "unit")


def tell(membership: Membership) -> Iterator[Told]:
    there = address("people:list", organisation=membership.organisation.slug)
    wanted = {"search": membership.person.email} | ({} if membership.active else {"left": "on"})
    yield Told(
        organisation_id=membership.organisation_id,
        source_id=membership.pk,
        title=membership.person.name,
        under=" · ".join(filter(None, [membership.get_role_display(), str(membership.unit or "")])),
        text=membership.person.email,
        path=there and f"{there}?{urlencode(wanted)}",
        permission="see_people",
        closed=not membership.active,
    )
