"""Deletes all rows of one organisation, from every table, and what nobody else needs once they are gone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.db.models import Model, Q, QuerySet

from plumbline.office.archive.contents import shared_blobs
from plumbline.office.archive.ownership import foreign_keys, keys_to, office_models, owned_models
from plumbline.office.foundation.models import AuditLine, Erasure
from plumbline.office.people.models import Membership, Organisation, Person

AT_A_TIME = 500
NOBODY = "Somebody who is gone"


def erase(organisation: Organisation) -> dict[str, int]:
    """How many rows went, by model. Has to run inside a transaction: half of an organisation helps nobody."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("An organisation is erased in one transaction or not at all.")
    erasure = Erasure.objects.create()
    people = _people_of(organisation)
    blobs = {label: _named_by_rows(organisation, model) for label, model in shared_blobs().items()}
    _let_go_of_ties(organisation)
    gone = {}
    for label, owned in reversed(owned_models().items()):
        gone[label] = _delete(owned.rows(organisation.pk))
    for label, digests in blobs.items():
        gone[label] = _delete_unused(shared_blobs()[label], digests)
    gone[Person._meta.label] = _let_people_go(people)
    Erasure.objects.filter(pk=erasure.pk).delete()
    return {label: count for label, count in gone.items() if count}


def _people_of(organisation: Organisation) -> set[int]:
    """Who belonged to it, and to no other organisation."""
    own = set(Membership.objects.filter(organisation=organisation).values_list("person_id", flat=True))
    elsewhere = Membership.objects.filter(person__in=own).exclude(organisation=organisation)
    return own - set(elsewhere.values_list("person_id", flat=True))


def _named_by_rows(organisation: Organisation, blob: type[Model]) -> set[Any]:
    found: set[Any] = set()
    for owned in owned_models().values():
        for key in keys_to(owned.model, blob):
            found |= set(owned.rows(organisation.pk).values_list(key.attname, flat=True))
    return found - {None}


def _let_go_of_ties(organisation: Organisation) -> None:
    """A row of another organisation may name one that ties the two: it stays, and names nothing."""
    for owned in owned_models().values():
        for key in foreign_keys(owned.model):
            tie = owned_models().get(key.related_model._meta.label)
            if tie is not None and tie.between and key.null:
                doomed = tie.rows(organisation.pk).values("pk")
                named = owned.model._base_manager.filter(**{f"{key.name}__in": doomed})
                named.exclude(pk__in=owned.rows(organisation.pk).values("pk")).update(**{key.name: None})


def _delete(rows: QuerySet) -> int:
    """By the database alone: the order of models takes care of what hangs on what, and keys are checked at the end."""
    keys = list(rows.order_by().values_list("pk", flat=True))
    for some in _batches(keys):
        chosen = rows.model._base_manager.filter(pk__in=some)
        chosen._raw_delete(chosen.db)
    return len(keys)


def _delete_unused(model: type[Model], keys: set[Any]) -> int:
    used = {pk for other in office_models() for key in keys_to(other, model) for pk in _used(other, key.attname, keys)}
    return sum(_delete(model._base_manager.filter(pk__in=some)) for some in _batches(sorted(keys - used)))


def _let_people_go(people: set[int]) -> int:
    """Nobody's row names them: they are deleted. Another organisation's does: it keeps a row without a name."""
    numbers = [str(each) for each in people]
    about = Q(object_type=Person._meta.label_lower, object_id__in=numbers) | Q(actor__in=people)
    _delete(AuditLine.objects.filter(about, scope=None))
    named = _named(people)
    for account in (EmailAddress, Authenticator):
        account.objects.filter(user__in=people).delete()
    for pk in named:
        Person.objects.filter(pk=pk).update(
            name=NOBODY, email=f"gone-{pk}@deleted.invalid", password=make_password(None), is_active=False, time_zone=""
        )
    return sum(_delete(Person.objects.filter(pk__in=some)) for some in _batches(sorted(people - named)))


def _named(people: set[int]) -> set[int]:
    keys = [(model, key) for model in office_models() for key in keys_to(model, Person)]
    return {pk for model, key in keys for pk in _used(model, key.attname, people)}


def _used(model: type[Model], attname: str, keys: set[Any]) -> set[Any]:
    found: set[Any] = set()
    for some in _batches(sorted(keys)):
        found |= set(model._base_manager.filter(**{f"{attname}__in": some}).values_list(attname, flat=True))
    return found


def _batches(keys: list[Any]) -> Iterable[list[Any]]:
    return (keys[start : start + AT_A_TIME] for start in range(0, len(keys), AT_A_TIME))
