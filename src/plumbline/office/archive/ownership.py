"""Whose a row is: found by walking the foreign keys of all models of the office, so that a new one is found too.

A model belongs to an organisation by one or more ways, lookups that end at it: ``project__organisation``. What several
organisations may share is declared with the reason; what is neither found nor declared is an error, and a test.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from django.apps import apps
from django.conf import settings
from django.db.models import F, ForeignKey, Model, Q, QuerySet

from plumbline.office.people.models import Organisation

SHARED = {
    "archive.Restoration": "is there before any organisation is",
    "archive.UploadedPiece": "is there before any organisation is",
    "artefacts.KeptFile": "kept once under the hash of its bytes",
    "foundation.Erasure": "stands only while an organisation is erased",
    "imports.OriginalFile": "kept once under the hash of its bytes",
    "people.Installation": "is about the installation",
    "people.Person": "may belong to several organisations",
    "portfolio_imports.KeptFile": "kept once under the hash of its bytes",
    "projects.PlanDocument": "kept once under the hash of its content",
    "search.IndexState": "says how far the index of all organisations is",
}
BY_NUMBER = {"foundation.AuditLine": "scope"}
"""Whose they are is said by a number, not by a foreign key: lines outlive what they tell of."""


class NobodysModel(LookupError):
    """There is no way from a model to an organisation, and it is not declared as shared."""


@dataclass(frozen=True)
class Owned:
    """A model whose rows belong to an organisation: if any of the ``ways`` leads to it.

    ``between``: a row ties two organisations to each other. It goes with either, and is in the archive of neither.
    ``depth``: how many steps the longest way has; what lies deeper hangs on what lies above.
    """

    model: type[Model]
    ways: tuple[str, ...]
    between: bool
    depth: int

    @property
    def label(self) -> str:
        return self.model._meta.label

    def of(self, organisation_id: int) -> Q:
        found = Q()
        for way in self.ways:
            found |= Q(**{way: organisation_id})
        return found

    def rows(self, organisation_id: int) -> QuerySet:
        return self.model._base_manager.filter(self.of(organisation_id))


@cache
def owned_models() -> dict[str, Owned]:
    """By label, those that hang on others after them. Raises ``NobodysModel``."""
    return ownership_of(office_models())


def office_models() -> list[type[Model]]:
    """With the tables of many-to-many relations."""
    models = apps.get_models(include_auto_created=True)
    return [each for each in models if each._meta.app_config.name in settings.OFFICE_APPS]


def ownership_of(models: Iterable[type[Model]]) -> dict[str, Owned]:
    found = {Organisation._meta.label: Owned(Organisation, ("pk",), False, 0)}
    waiting = [each for each in models if each._meta.label not in SHARED and each is not Organisation]
    for each in [each for each in waiting if each._meta.label in BY_NUMBER]:
        found[each._meta.label] = Owned(each, (BY_NUMBER[each._meta.label],), False, 1)
        waiting.remove(each)
    while waiting:
        reached = {each._meta.label: way for each in waiting if (way := _owned(each, found, must=True))}
        reached = reached or {each._meta.label: way for each in waiting if (way := _owned(each, found, must=False))}
        if not reached:
            names = ", ".join(each._meta.label for each in waiting)
            raise NobodysModel(f"No foreign key leads from {names} to an organisation: declare it in SHARED, and why.")
        found |= reached
        waiting = [each for each in waiting if each._meta.label not in found]
    while hanging := {label: way for label, owned in found.items() if (way := _hanging(owned, found))}:
        found |= hanging
    return dict(sorted(found.items(), key=lambda each: (each[1].depth, each[0])))


def foreign_keys(model: type[Model]) -> list[ForeignKey]:
    return [each for each in model._meta.concrete_fields if isinstance(each, ForeignKey)]


def keys_to(model: type[Model], target: type[Model]) -> list[ForeignKey]:
    return [each for each in foreign_keys(model) if each.related_model is target]


def _owned(model: type[Model], known: dict[str, Owned], must: bool) -> Owned | None:
    """By keys that are always set if there is one (``must``), else by all that may be."""
    keys = [each for each in foreign_keys(model) if each.related_model._meta.label in known and each.null is not must]
    if not keys:
        return None
    direct = keys_to(model, Organisation)
    if direct:
        return Owned(model, tuple(each.name for each in direct), len(direct) > 1, 1)
    above = sorted(
        ((each, known[each.related_model._meta.label]) for each in keys),
        key=lambda each: (each[1].between, each[1].depth),
    )
    used = above[:1] if must else above
    ways = tuple(f"{key.name}__{way}" for key, owner in used for way in owner.ways)
    between = all(owner.between for _, owner in used)
    return Owned(model, ways, between, 1 + max(owner.depth for _, owner in used))


def _hanging(owned: Owned, known: dict[str, Owned]) -> Owned | None:
    """What cannot be without a row between two organisations goes with it, whoever else it belongs to."""
    above = [
        (each, known[each.related_model._meta.label])
        for each in foreign_keys(owned.model)
        if not each.null and each.related_model._meta.label in known
    ]
    over = [f"{key.name}__{way}" for key, owner in above if owner.between for way in owner.ways]
    depth = max([owned.depth, *(1 + owner.depth for _, owner in above if owner.between)])
    ways = tuple(dict.fromkeys((*owned.ways, *over)))
    if not over or (ways, depth, True) == (owned.ways, owned.depth, owned.between):
        return None
    return Owned(owned.model, ways, True, depth)


def disagreements(organisation_id: int) -> list[str]:
    """Rows of it that point at another organisation's, and the reverse. There ought to be none, ever."""
    found = []
    known = owned_models()
    for owned in known.values():
        if owned.between or len(owned.ways) > 1:
            continue
        for key in foreign_keys(owned.model):
            target = known.get(key.related_model._meta.label)
            if target is None or target.between or len(target.ways) > 1 or owned.ways[0].startswith(f"{key.name}__"):
                continue
            there = key.name if target.model is Organisation else f"{key.name}__{target.ways[0]}"
            if there == owned.ways[0]:
                continue
            concerned = Q(**{owned.ways[0]: organisation_id}) | Q(**{there: organisation_id})
            apart = owned.model._base_manager.filter(concerned, **{f"{key.name}__isnull": False})
            for pk in apart.exclude(**{there: F(owned.ways[0])}).values_list("pk", flat=True)[:5]:
                found.append(f"{owned.label} {pk}: its {key.name} belongs to another organisation.")
    return found
