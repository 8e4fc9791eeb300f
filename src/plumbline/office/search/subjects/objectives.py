"""What the organisation wants to reach."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import QuerySet

from plumbline.office.search.told import Told, address
from plumbline.office.strategy.models import Objective

TITLE, ICON, ORDER = "Objectives", "target", 70
FOLLOWS = {"strategy.objective": "pk", "people.person": "owner"}


def rows() -> QuerySet[Objective]:
    return Objective.objects.select_related("organisation", "parent", "owner")


def tell(objective: Objective) -> Iterator[Told]:
    slug = objective.organisation.slug
    page = address("strategy:objective", organisation=slug, objective_id=objective.pk)
    yield Told(
        organisation_id=objective.organisation_id,
        source_id=objective.pk,
        title=objective.name,
        under=str(objective.parent or ""),
        text=" · ".join(filter(None, [str(objective.owner or ""), objective.measure, objective.why])),
        path=page or address("strategy:objectives", organisation=slug),
        permission="see_strategy",
        closed=objective.archived_at is not None,
    )
