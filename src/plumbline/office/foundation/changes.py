"""Saving with every rule of the model checked first, so that what is wrong is told by field and nothing is written."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db import models

Thing = TypeVar("Thing", bound=models.Model)


def add(thing: Thing) -> Thing:
    """Raises ``ValidationError`` by field."""
    thing.full_clean()
    thing.save(force_insert=True)
    return thing


def change(thing: models.Model, **values: Any) -> dict[str, list[Any]]:
    """Saves the values that differ; returns ``{field: [before, after]}`` for the audit line.

    Raises ``ValidationError`` by field. Fields that are not named are neither checked nor written.
    """
    differing = {name: value for name, value in values.items() if getattr(thing, name) != value}
    told = {name: [_told(getattr(thing, name)), _told(value)] for name, value in differing.items()}
    for name, value in differing.items():
        setattr(thing, name, value)
    if differing:
        others = {field.name for field in thing._meta.fields} - differing.keys()
        thing.clean_fields(exclude=others)
        thing.validate_unique()
        thing.validate_constraints()
        thing.save(update_fields=list(differing))
    return told


def _told(value: Any) -> Any:
    return value if value is None or isinstance(value, bool | int | float) else str(value)
