"""Bringing an organisation back from its archive: all of it, or nothing and every mistake by file and line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import DatabaseError, transaction
from django.db.models import Model

from plumbline.office.archive.contents import NAMED_BY_NUMBER, PEOPLE, shared_blobs
from plumbline.office.archive.looking import check
from plumbline.office.archive.numbering import Numbers, count_on_from_there, numbers_for
from plumbline.office.archive.reading import MOST_MISTAKES, Archived, Progress, UnreadableArchive, archive_at
from plumbline.office.archive.rows import Rows
from plumbline.office.foundation.audit import Line, action
from plumbline.office.people.models import Installation, Organisation, Person

ROWS_AT_A_TIME = 200


@dataclass(frozen=True)
class Restored:
    """``kept_numbers``: every row has the number that it had, so that all links lead where they led."""

    organisation: Organisation
    rows: int
    new_people: int
    kept_numbers: bool


def restore_archive(
    path: Path,
    slug: str = "",
    progress: Progress = lambda done, parts: None,
    finish: Callable[[Restored, Line], None] = lambda restored, line: None,
) -> Restored:
    """``slug``: the address it is to have here, by default its own. Raises ``UnreadableArchive``.

    ``progress`` is told of the files that are checked first; ``finish`` runs in the transaction of the rows.
    """
    with archive_at(path, progress) as archived:
        slug = slug or archived.organisation["slug"]
        try:
            with action("restore_organisation", by=None, scope=None) as line:
                check(archived, slug)
                restored = _restore(archived, slug)
                line.scope = restored.organisation
                line.about(restored.organisation, rows=restored.rows, new_people=restored.new_people)
                finish(restored, line)
        except DatabaseError as clash:
            raise UnreadableArchive(f"Its rows do not fit together, or to what is here: {clash}") from clash
        return restored


def _restore(archived: Archived, slug: str) -> Restored:
    numbers = numbers_for(archived)
    if list(numbers.here[Organisation._meta.label]) != [archived.organisation["id"]]:
        raise UnreadableArchive(
            "tables/people.Organisation.jsonl: it has to hold the one organisation of the manifest."
        )
    new_people = _people(archived, numbers)
    rows, counted = Rows(archived, numbers, slug), 0
    mistakes: list[str] = []
    for label in archived.tables():
        if label in NAMED_BY_NUMBER and not numbers.kept:
            continue
        try:
            counted += _add(rows, label, not mistakes)
        except UnreadableArchive as wrong:
            mistakes.extend(wrong.mistakes)
    if mistakes:
        raise UnreadableArchive(*mistakes[:MOST_MISTAKES])
    if not Installation.objects.exists():
        Installation.objects.create()
    count_on_from_there()
    organisation = Organisation.objects.get(slug=slug)
    return Restored(organisation, counted, new_people, numbers.kept)


def _add(rows: Rows, label: str, write: bool) -> int:
    """With ``write`` off the rest is only looked through, for what else is wrong."""
    counted = 0
    for batch in _batches(rows, label):
        counted += len(batch)
        if write:
            _write(type(batch[0]), batch)
    return counted


def _write(model: type[Model], batch: list[Model]) -> None:
    if model._meta.label in shared_blobs():
        there = set(model._base_manager.filter(pk__in=[each.pk for each in batch]).values_list("pk", flat=True))
        batch = [each for each in batch if each.pk not in there]
    with transaction.atomic():
        model._base_manager.bulk_create(batch)


def _batches(rows: Rows, label: str) -> Iterator[list[Model]]:
    found: list[Model] = []
    for row in rows.of(label):
        found.append(row)
        if len(found) == ROWS_AT_A_TIME:
            yield found
            found = []
    if found:
        yield found


def _people(archived: Archived, numbers: Numbers) -> int:
    """Who is here by their address is the same person; others get an account without a password."""
    here: dict[Any, Any] = {}
    new, mistakes = 0, []
    for number, told in archived.lines(PEOPLE):
        try:
            email = str(told["email"]).strip().lower()
            validate_email(email)
            person = Person.objects.filter(email__iexact=email).first()
            if person is None:
                person, new = _new_person(told, email, numbers), new + 1
            here[told["id"]] = person.pk
        except (KeyError, TypeError, ValueError, ValidationError) as wrong:
            said = " ".join(wrong.messages) if isinstance(wrong, ValidationError) else f"{wrong} is missing or wrong."
            mistakes.append(f"{PEOPLE}, line {number}: {said}")
    if mistakes:
        raise UnreadableArchive(*mistakes[:MOST_MISTAKES])
    numbers.here[Person._meta.label] = here
    return new


def _new_person(told: dict[str, Any], email: str, numbers: Numbers) -> Person:
    person = Person(email=email, **{each: told[each] for each in ("name", "time_zone", "is_active", "joined_at")})
    if numbers.kept and not Person.objects.filter(pk=told["id"]).exists():
        person.pk = told["id"]
    person.set_unusable_password()
    person.full_clean(validate_unique=False, validate_constraints=False)
    person.save(force_insert=True)
    return person
