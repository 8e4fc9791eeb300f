"""Which number a row of an archive has here: its own where all are free, else a new one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import AutoField, BigAutoField, CharField, Max, Model

from plumbline.office.archive.contents import exported, shared_blobs, table_name
from plumbline.office.archive.reading import Archived, UnreadableArchive
from plumbline.office.people.models import Person


@dataclass
class Numbers:
    """``here``: by model the number that a row has here by the number that it has in the archive."""

    here: dict[str, dict[Any, Any]] = field(default_factory=dict)
    kept: bool = True

    def of(self, model: type[Model], there: Any) -> Any:
        """Raises ``KeyError`` for a row that is not in the archive."""
        return self.here[model._meta.label][there]


def numbers_for(archived: Archived) -> Numbers:
    """For all tables but people, who are found by their address."""
    there = {label: _keys(archived, label) for label in archived.tables() if label in exported() | shared_blobs()}
    numbered = {label: keys for label, keys in there.items() if _has_numbers(apps.get_model(label))}
    kept = all(_are_free(apps.get_model(label), keys) for label, keys in numbered.items())
    here = {label: {key: key for key in keys} for label, keys in there.items()}
    if not kept:
        here |= {label: _new(apps.get_model(label), keys) for label, keys in numbered.items()}
    return Numbers(here, kept)


def _keys(archived: Archived, label: str) -> list[Any]:
    """Raises ``UnreadableArchive`` for a row without one, with one of another kind, or with that of another row."""
    key = apps.get_model(label)._meta.pk
    kind: type = str if isinstance(key, CharField) else int
    found: set[Any] = set()
    for number, row in archived.lines(table_name(label)):
        value = row.get(key.name)
        if type(value) is not kind or value in found or value in ("", 0):
            raise UnreadableArchive(
                f"{table_name(label)}, line {number}: its “{key.name}” is missing, wrong or double."
            )
        found.add(value)
    return sorted(found)


def _has_numbers(model: type[Model]) -> bool:
    return isinstance(model._meta.pk, AutoField | BigAutoField)


def _are_free(model: type[Model], keys: list[Any]) -> bool:
    if not keys:
        return True
    numbers = set(keys)
    between = model._base_manager.filter(pk__gte=min(numbers), pk__lte=max(numbers))
    return numbers.isdisjoint(between.values_list("pk", flat=True))


def _new(model: type[Model], keys: list[Any]) -> dict[Any, int]:
    last = model._base_manager.aggregate(last=Max("pk"))["last"] or 0
    return {key: number for number, key in enumerate(keys, start=last + 1)}


def count_on_from_there() -> None:
    """PostgreSQL counts by itself and does not look: what is added next has to come after what was added here."""
    from django.core.management.color import no_style

    models = [each.model for each in exported().values()] + [Person]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)
