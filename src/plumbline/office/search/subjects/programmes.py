"""Programmes: each leads to its projects."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import QuerySet

from plumbline.office.projects.models import Programme
from plumbline.office.search.told import Told, address

TITLE, ICON, ORDER = "Programmes", "portfolio", 20
FOLLOWS = {"projects.programme": "pk", "projects.portfolio": "portfolio"}


def rows() -> QuerySet[Programme]:
    return Programme.objects.select_related("organisation", "portfolio")


def tell(programme: Programme) -> Iterator[Told]:
    there = address("projects:list", organisation=programme.organisation.slug)
    yield Told(
        organisation_id=programme.organisation_id,
        source_id=programme.pk,
        title=programme.name,
        under=programme.portfolio.name,
        text=programme.purpose,
        path=there and f"{there}?programme={programme.pk}",
        permission="see_projects",
        closed=programme.archived_at is not None,
    )
