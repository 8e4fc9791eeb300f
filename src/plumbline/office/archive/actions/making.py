"""Asking for an archive, and making it in the background."""

from __future__ import annotations

import hashlib
import tempfile
from datetime import timedelta
from pathlib import Path
from threading import Thread

from django.core.exceptions import ValidationError
from django.db import connections, transaction
from django.db.models import F

from plumbline.office.archive.models import Archive, Piece
from plumbline.office.archive.writing import Progress, write_archive
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation, Person

KEPT_FOR = timedelta(days=7)
LONGEST_MAKING = timedelta(minutes=30)
MOST_ATTEMPTS = 3
PIECE = 2**20
PARTS_BETWEEN_WORDS = 10
STOPPED = "It stopped three times. Ask for a new one; if that does not help, tell whoever runs Plumbline."


def ask_for_archive(organisation: Organisation, *, by: Person) -> Archive:
    """Puts it into the queue. Raises ``ValidationError`` while another is being made."""
    with action("ask_for_archive", by=by, scope=organisation) as line:
        Organisation.objects.select_for_update().get(pk=organisation.pk)
        if Archive.objects.filter(organisation=organisation, due_at__isnull=False).exists():
            raise ValidationError("An archive is being made already.")
        archive = Archive.objects.create(organisation=organisation, asked_by=by)
        line.about(archive)
        return archive


def make_archive(archive_id: int) -> None:
    """Writes and keeps it, if no other worker is at it."""
    archive = _claim(archive_id)
    if archive is None:
        return
    if archive.attempts > MOST_ATTEMPTS:
        Archive.objects.filter(pk=archive.pk).update(due_at=None, problem=STOPPED)
        return
    try:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "archive.zip")
            write_archive(archive.organisation, path, _progress(archive))
            _keep(archive, path)
    except ValidationError as refused:
        Archive.objects.filter(pk=archive.pk).update(due_at=None, problem=" ".join(refused.messages)[:500])


def note_download(archive: Archive, *, by: Person) -> None:
    with action("download_archive", by=by, scope=archive.organisation) as line:
        line.about(archive, size=archive.size)


def let_go_of_past_archives() -> None:
    """That there was one stays known, by the row and by its audit lines."""
    for archive in Archive.objects.filter(kept_until__lte=now()):
        with transaction.atomic():
            Piece.objects.filter(archive=archive).delete()
            Archive.objects.filter(pk=archive.pk).update(kept_until=None)


def _claim(archive_id: int) -> Archive | None:
    moment = now()
    waiting = Archive.objects.filter(pk=archive_id, due_at__lte=moment)
    if not waiting.update(due_at=moment + LONGEST_MAKING, attempts=F("attempts") + 1, done=0):
        return None
    return Archive.objects.select_related("organisation", "asked_by").get(pk=archive_id)


def _progress(archive: Archive) -> Progress:
    """Told by a connection of its own: the one that reads sees, and shows, nothing that changes meanwhile."""
    if transaction.get_connection().in_atomic_block:
        return lambda done, parts: None

    def write(done: int, parts: int) -> None:
        try:
            Archive.objects.filter(pk=archive.pk).update(done=done, parts=parts)
        finally:
            connections.close_all()

    def tell(done: int, parts: int) -> None:
        if done % PARTS_BETWEEN_WORDS == 0 or done == parts:
            thread = Thread(target=write, args=(done, parts))
            thread.start()
            thread.join()

    return tell


def _keep(archive: Archive, path: Path) -> None:
    with action("make_archive", by=archive.asked_by, scope=archive.organisation) as line:
        if not Archive.objects.select_for_update().filter(pk=archive.pk, made_at=None).exists():
            line.nothing_happened()
            return
        digest, number = hashlib.sha256(), 0
        with path.open("rb") as file:
            while content := file.read(PIECE):
                Piece.objects.create(archive=archive, number=number, content=content)
                digest.update(content)
                number += 1
        size, moment = path.stat().st_size, now()
        Archive.objects.filter(pk=archive.pk).update(
            due_at=None, made_at=moment, kept_until=moment + KEPT_FOR, size=size, digest=digest.hexdigest()
        )
        line.about(archive, size=size, digest=digest.hexdigest())
