"""Everything that an organisation owns, written as one ZIP file in open formats."""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, transaction
from django.db.models import ForeignKey, Model, QuerySet

from plumbline import __version__
from plumbline.office.archive import contents
from plumbline.office.archive.contents import Column, columns, exported, shared_blobs, table_name
from plumbline.office.archive.ownership import disagreements
from plumbline.office.archive.readable import README_TEXT, csv_files
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation, Person

ROWS_AT_A_TIME = 500
Progress = Callable[[int, int], object]


def write_archive(organisation: Organisation, path: Path, progress: Progress = lambda done, parts: None) -> None:
    """``progress`` is told how many parts are written, of how many. Raises ``ValidationError`` if rows disagree."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as file, _as_of_one_moment():
        if wrong := disagreements(organisation.pk):
            raise ValidationError(f"Rows of two organisations hang together, so nothing was written: {wrong[0]}")
        book = _Book(file, organisation)
        models = exported()
        parts = len(models) + len(shared_blobs()) + 3
        for done, owned in enumerate(models.values()):
            progress(done, parts)
            book.table(owned.label, owned.rows(organisation.pk))
        for done, (label, model) in enumerate(shared_blobs().items(), start=len(models)):
            progress(done, parts)
            book.table(label, *_in_batches(model, book.needed.get(label, set())))
        progress(parts - 3, parts)
        book.people()
        progress(parts - 2, parts)
        for name, content in csv_files(organisation):
            book.add(f"csv/{name}.csv", [content])
        book.add(contents.README, [README_TEXT.format(organisation=organisation.name).encode()])
        book.finish()
        progress(parts, parts)


@contextmanager
def _as_of_one_moment() -> Iterator[None]:
    """All tables as they are at the same instant, without keeping anybody from writing meanwhile."""
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            yield
    else:
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")  # Django's own transactions take the lock for writing at once
            try:
                yield
            finally:
                cursor.execute("ROLLBACK")  # nothing was written


def _in_batches(model: type[Model], keys: set[Any]) -> Iterator[QuerySet]:
    ordered = sorted(keys)
    for start in range(0, len(ordered), ROWS_AT_A_TIME):
        yield model._base_manager.filter(pk__in=ordered[start : start + ROWS_AT_A_TIME])


@dataclass
class _Book:
    """``needed``: what the rows point at that no organisation owns, by model."""

    file: zipfile.ZipFile
    organisation: Organisation
    needed: dict[str, set[Any]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    files: dict[str, dict[str, Any]] = field(default_factory=dict)

    def table(self, label: str, *parts: QuerySet) -> None:
        """The rows as lines, then the bytes that belong to them as files of their own."""
        waiting: list[tuple[str, QuerySet, str]] = []
        self.counts[label] = 0
        self.add(table_name(label), (line for part in parts for line in self._lines(label, part, waiting)))
        for digest, row, name in waiting:
            if (target := f"files/{digest}") not in self.files:
                self.add(target, [_unpacked(bytes(row.values_list(name, flat=True).get()))[0]])

    def _lines(self, label: str, rows: QuerySet, waiting: list[tuple[str, QuerySet, str]]) -> Iterator[bytes]:
        shown = columns(rows.model)
        names = [each.field.attname for each in shown]
        for values in rows.order_by("pk").values_list("pk", *names).iterator(ROWS_AT_A_TIME):
            row = {each.name: self._told(each, value) for each, value in zip(shown, values[1:], strict=True)}
            for each in shown:
                if each.is_file and row[each.name]:
                    one = rows.model._base_manager.filter(pk=values[0])
                    waiting.append((row[each.name]["file"], one, each.field.attname))
            self.counts[label] += 1
            yield _line(row)

    def _told(self, column: Column, value: Any) -> Any:
        if value is None:
            return None
        if column.is_file:
            content, is_packed = _unpacked(bytes(value))
            return {"file": hashlib.sha256(content).hexdigest(), "packed": is_packed}
        if isinstance(column.field, ForeignKey):
            target = column.field.related_model
            if not contents.has_a_place(target, exported()):
                return None
            if target._meta.label not in exported():
                self.needed.setdefault(target._meta.label, set()).add(value)
        return value

    def people(self) -> None:
        """Only those whom a row names, and of them neither password nor anything else to sign in with."""
        found = _in_batches(Person, self.needed.get(Person._meta.label, set()))
        rows = [row for batch in found for row in batch.order_by("pk").values(*contents.PERSON_FIELDS)]
        self.counts[Person._meta.label] = len(rows)
        self.add(contents.PEOPLE, (_line(row) for row in rows))

    def add(self, name: str, chunks: Iterable[bytes]) -> None:
        digest, size = hashlib.sha256(), 0
        with self.file.open(zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0)), "w", force_zip64=True) as out:
            for chunk in chunks:
                out.write(chunk)
                digest.update(chunk)
                size += len(chunk)
        self.files[name] = {"sha256": digest.hexdigest(), "size": size}

    def finish(self) -> None:
        told = {
            "format": contents.FORMAT,
            "program": {"name": "Plumbline", "version": __version__},
            "made_at": now(),
            "organisation": {
                "id": self.organisation.pk,
                "name": self.organisation.name,
                "slug": self.organisation.slug,
            },
            "counts": self.counts,
            "files": self.files,
        }
        self.file.writestr(contents.MANIFEST, json.dumps(told, cls=DjangoJSONEncoder, indent=1, ensure_ascii=False))


class _Exact(DjangoJSONEncoder):
    """Dates to the microsecond: Django's own encoder cuts them."""

    def default(self, o: Any) -> Any:
        return o.isoformat() if hasattr(o, "isoformat") else super().default(o)


def _line(row: dict[str, Any]) -> bytes:
    return json.dumps(row, cls=_Exact, ensure_ascii=False).encode() + b"\n"


def _unpacked(content: bytes) -> tuple[bytes, bool]:
    """As it was before it was compressed, so that other programs can open it, and whether it was."""
    try:
        return zlib.decompress(content), True
    except zlib.error:
        return content, False
