"""A file of results comes in: kept as it is, and read at once where it is small."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable
from pathlib import PurePath, PureWindowsPath
from typing import BinaryIO, NamedTuple

from django.core.exceptions import ValidationError
from django.db.models import Max
from django.template.defaultfilters import filesizeformat

from plumbline.engine.test_results import UnreadableResults
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project
from plumbline.office.test_runs import jobs
from plumbline.office.test_runs.limits import AT_ONCE, LARGEST_FILE, MOST_WAITING
from plumbline.office.test_runs.models import TestRun
from plumbline.office.test_runs.pieces import keep_file
from plumbline.office.test_runs.steps.reading import read_run
from plumbline.office.test_runs.survey import survey


class CannotReceive(ValidationError):
    """``too_large`` and ``too_many`` say which limit it is, if it is one."""

    def __init__(self, message: str, code: str = "") -> None:
        super().__init__(message, code=code)


class Received(NamedTuple):
    run: TestRun
    is_new: bool


def receive_run(
    project: Project,
    chunks: Iterable[bytes],
    filename: str,
    *,
    by: Person | None,
    token_name: str = "",
    revision: str = "",
    branch: str = "",
    address: str = "",
) -> Received:
    """The run of this file; the same file is the same run, and changes nothing.

    What the caller says of revision, branch and address goes before what the file says. A small file is read before
    this returns, and refused whole where it cannot be: ``CannotReceive``. A large one is read in the background.
    """
    if project.archived_at:
        raise CannotReceive(f"{project.code} is archived and takes nothing more: bring it back first.")
    said = {"revision": revision, "branch": branch, "address": address}
    with tempfile.TemporaryFile() as file:
        digest, size = _spooled(chunks, file)
        if known := TestRun.objects.filter(project=project, digest=digest).select_related("project").first():
            return Received(known, is_new=False)
        if size <= AT_ONCE:
            _check(file)
        received = _kept(project, file, digest, size, filename, by, token_name, said)
    if received.is_new and size <= AT_ONCE:
        read_run(received.run.pk)
        received.run.refresh_from_db()
    elif received.is_new:
        jobs.read_a_run.enqueue(received.run.pk)
    return received


def _spooled(chunks: Iterable[bytes], file: BinaryIO) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    for chunk in chunks:
        size += len(chunk)
        if size > LARGEST_FILE:
            limit = filesizeformat(LARGEST_FILE)
            raise CannotReceive(f"The file is larger than {limit}. Send it in parts, one for each module.", "too_large")
        digest.update(chunk)
        file.write(chunk)
    file.seek(0)
    return digest.hexdigest(), size


def _check(file: BinaryIO) -> None:
    try:
        survey(iter(lambda: file.read(2**16), b""))
    except UnreadableResults as refused:
        raise CannotReceive(str(refused)) from refused
    file.seek(0)


def _kept(
    project: Project,
    file: BinaryIO,
    digest: str,
    size: int,
    filename: str,
    by: Person | None,
    token_name: str,
    said: dict[str, str],
) -> Received:
    with action("receive_test_run", by=by, scope=project.organisation) as line:
        held = Project.objects.select_for_update().get(pk=project.pk)  # two that come at once get two numbers
        runs = TestRun.objects.filter(project=held)
        if known := runs.filter(digest=digest).select_related("project").first():
            line.nothing_happened()
            return Received(known, is_new=False)
        if runs.filter(state=TestRun.State.RECEIVED).count() >= MOST_WAITING:
            raise CannotReceive(f"{MOST_WAITING} files wait to be read. Send this one again in a minute.", "too_many")
        number = (runs.aggregate(last=Max("number"))["last"] or 0) + 1
        run = add(
            TestRun(
                project=held, number=number, digest=digest, size=size, filename=_bare_name(filename), by=by,
                token_name=token_name, **{name: _one_line(words) for name, words in said.items()},
            )
        )  # fmt: skip
        keep_file(run, file)
        line.about(run, digest=digest, size=size, file=run.filename, token=token_name)
    return Received(run, is_new=True)


def _one_line(words: str) -> str:
    return " ".join("".join(each if each.isprintable() else " " for each in words).split())


def _bare_name(filename: str) -> str:
    name = PureWindowsPath(PurePath(filename).name).name
    return "".join(each for each in name if each.isprintable())[-255:] or "results"
