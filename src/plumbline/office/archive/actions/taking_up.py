"""An archive that is uploaded to an empty installation: received, checked, confirmed, taken up."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db import transaction
from django.db.models import F

from plumbline.office.archive.actions.restoring import Restored, restore_archive
from plumbline.office.archive.looking import look_into
from plumbline.office.archive.models import Restoration, UploadedPiece
from plumbline.office.archive.reading import Progress, UnreadableArchive
from plumbline.office.foundation.audit import Line
from plumbline.office.foundation.changes import change
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.people.queries import nobody_is_there_yet

PIECE = 2**20
MOST_ATTEMPTS = 3
LONGEST_WORK = timedelta(hours=2)
KEPT_FOR = timedelta(days=1)
PARTS_BETWEEN_WORDS = 10
State = Restoration.State
TAKEN = "Somebody has set this installation up meanwhile. Whoever runs it can take the archive up by the command line."
STOPPED = "It stopped three times. Look into the log of the worker, then upload the archive again."


class AlreadySetUp(Exception):
    """Somebody is there already: archives are taken up by the command line then."""


def receive_upload(name: str, chunks: Iterable[bytes]) -> Restoration:
    """Keeps the file for the worker. It takes the place of any before, so that one is kept at most."""
    with transaction.atomic():
        if not nobody_is_there_yet():
            raise AlreadySetUp
        UploadedPiece.objects.all().delete()
        unfinished = Restoration.objects.exclude(state__in=(State.DONE, State.REFUSED))
        unfinished.update(state=State.REFUSED, due_at=None, password="", mistakes=["Another archive was uploaded."])
        found = Restoration.objects.create(filename=name[-200:], size=0, digest="")
        digest, size = hashlib.sha256(), 0
        for number, content in enumerate(chunks):
            UploadedPiece.objects.create(restoration=found, number=number, content=content)
            digest.update(content)
            size += len(content)
        change(found, size=size, digest=digest.hexdigest())
        return found


def confirm_restoration(found: Restoration, *, slug: str, manager: str, password: str) -> Restoration:
    """``manager``: the PMO manager of the archive whose password this is going to be. Raises ``ValidationError``."""
    with transaction.atomic():
        locked = Restoration.objects.select_for_update().get(pk=found.pk)
        if locked.state != State.CHECKED or not nobody_is_there_yet():
            raise ValidationError("It was confirmed already, or cannot be any more.")
        names = dict(locked.found["managers"])
        if manager not in names:
            raise ValidationError({"manager": "Choose one of the PMO managers in the archive."})
        try:
            validate_slug(slug)
        except ValidationError as wrong:
            raise ValidationError({"slug": "Use letters, digits and hyphens."}) from wrong
        try:
            validate_password(password, Person(email=manager, name=names[manager]))
        except ValidationError as weak:
            raise ValidationError({"password": weak.messages}) from weak
        hashed, moment = make_password(password), now()
        change(locked, state=State.CONFIRMED, slug=slug, manager=manager, password=hashed, due_at=moment, attempts=0)
        return locked


def work_on_restoration(restoration_id: int) -> None:
    """Checks it, or takes it up, if no other worker is at it."""
    moment = now()
    waiting = Restoration.objects.filter(pk=restoration_id, due_at__lte=moment)
    if not waiting.update(due_at=moment + LONGEST_WORK, attempts=F("attempts") + 1, done=0):
        return
    found = Restoration.objects.get(pk=restoration_id)
    if found.attempts > MOST_ATTEMPTS:
        _refuse(found, [STOPPED])
    elif not nobody_is_there_yet():
        _refuse(found, [TAKEN])
    else:
        try:
            _work(found)
        except UnreadableArchive as wrong:
            _refuse(found, wrong.mistakes)


def let_go_of_old_uploads() -> None:
    """What nobody has confirmed within a day."""
    for found in Restoration.objects.filter(state=State.CHECKED, uploaded_at__lte=now() - KEPT_FOR):
        _refuse(found, ["Nobody confirmed it within a day. Upload it again."])


def _work(found: Restoration) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "archive.zip")
        _write(found, path)
        if found.state == State.CHECKING:
            seen = look_into(path, _progress(found))
            Restoration.objects.filter(pk=found.pk).update(state=State.CHECKED, due_at=None, found=seen)
            return
        restore_archive(path, found.slug, _progress(found), lambda restored, line: _finish(found, restored, line))


def _finish(found: Restoration, restored: Restored, line: Line) -> None:
    """In the transaction of the rows: one PMO manager gets a password, and lets the others in."""
    Person.objects.filter(email__iexact=found.manager).update(password=found.password)
    told = {"rows": restored.rows, "new_people": restored.new_people}
    Restoration.objects.filter(pk=found.pk).update(state=State.DONE, due_at=None, found=found.found | told, password="")
    UploadedPiece.objects.filter(restoration=found).delete()
    line.about(restored.organisation, **told, file=found.filename, digest=found.digest, let_in=found.manager)


def _write(found: Restoration, path: Path) -> None:
    """Piece by piece, so that no more than one is in memory."""
    numbers = list(UploadedPiece.objects.filter(restoration=found).order_by("number").values_list("pk", flat=True))
    with path.open("wb") as file:
        for pk in numbers:
            file.write(UploadedPiece.objects.values_list("content", flat=True).get(pk=pk))


def _progress(found: Restoration) -> Progress:
    def tell(done: int, parts: int) -> None:
        if done % PARTS_BETWEEN_WORDS == 0 or done == parts:
            Restoration.objects.filter(pk=found.pk).update(done=done, parts=parts)

    return tell


def _refuse(found: Restoration, mistakes: Iterable[str]) -> None:
    with transaction.atomic():
        UploadedPiece.objects.filter(restoration=found).delete()
        Restoration.objects.filter(pk=found.pk).update(
            state=State.REFUSED, due_at=None, password="", mistakes=list(mistakes)
        )
