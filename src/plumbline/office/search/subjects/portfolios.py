"""Portfolios: each leads to its projects."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import QuerySet

from plumbline.office.projects.models import Portfolio
from plumbline.office.search.told import Told, address

TITLE, ICON, ORDER = "Portfolios", "portfolio", 30
FOLLOWS = {"projects.portfolio": "pk"}


def rows() -> QuerySet[Portfolio]:
    return Portfolio.objects.select_related("organisation")


def tell(portfolio: Portfolio) -> Iterator[Told]:
    there = address("projects:list", organisation=portfolio.organisation.slug)
    yield Told(
        organisation_id=portfolio.organisation_id,
        source_id=portfolio.pk,
        title=portfolio.name,
        text=portfolio.purpose,
        path=there and f"{there}?portfolio={portfolio.pk}",
        permission="see_projects",
        closed=portfolio.archived_at is not None,
    )
