"""What dimensions are called."""

from __future__ import annotations

from typing import Any, TypeVar, cast

from django.db.models import Case, CharField, F, Model, QuerySet, Value, When

from plumbline.office.people.models import Organisation
from plumbline.office.standards import queries as standards

Row = TypeVar("Row", bound=Model)


def dimension_titles(organisation: Organisation) -> dict[str, str]:
    """By name, of the standard in force and in its order."""
    version = standards.in_force(organisation)
    if version is None:
        return {}
    return {name: each.title for name, each in standards.standard_of(version).dimensions.items()}


def titled(rows: QuerySet[Row], organisation: Organisation) -> QuerySet[Row]:
    """Each with ``title``, that of its dimension; its name where the standard in force has none."""
    whens: list[Any] = [
        When(dimension=name, then=Value(title)) for name, title in dimension_titles(organisation).items()
    ]
    found: Any = rows.annotate(title=Case(*whens, default=F("dimension"), output_field=CharField()))
    return cast("QuerySet[Row]", found)
