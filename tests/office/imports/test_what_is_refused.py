"""What cannot be a plan is refused in words a planner understands, and nothing of it is kept."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from cli.plan_files import SOUND, Step, xer
from conftest import REAL_DATA
from plumbline.office.foundation.models import AuditLine
from plumbline.office.foundation.worker import run_waiting_tasks
from plumbline.office.imports.actions import receive
from plumbline.office.imports.locking import CannotUpload
from plumbline.office.imports.models import OriginalFile, Upload
from plumbline.office.people.models import Person
from plumbline.office.projects.models import PlanDocument, PlanVersion, Project

pytestmark = pytest.mark.django_db(transaction=True)
SignedIn = Callable[[Person], Client]
BAD = sorted((REAL_DATA / "schedules" / "bad").glob("*"))
JARGON = ("Traceback", "Exception", "Error:", "NoneType", "not well-formed", "codec", "XML_ERROR")


def handed_in(project: Project, filename: str, data: bytes, *, by: Person) -> Upload:
    upload = receive(project, filename, data, by=by)
    run_waiting_tasks()
    upload.refresh_from_db()
    return upload


def assert_nothing_is_left() -> None:
    for each in (OriginalFile, PlanVersion, PlanDocument):
        assert not each.objects.exists(), each.__name__


@pytest.mark.real_data
@pytest.mark.parametrize("path", BAD, ids=lambda each: each.name)
def test_a_bad_file_is_refused_and_leaves_nothing_behind(crossing: Project, mira: Person, path: Path) -> None:
    upload = handed_in(crossing, path.name, path.read_bytes(), by=mira)
    assert upload.state == Upload.State.REFUSED
    assert upload.original is None
    told = " ".join(each["message"] for each in upload.problems)
    assert told.endswith(".")
    assert not any(word in told for word in JARGON)
    assert AuditLine.objects.filter(verb="refuse_upload").count() == 1
    assert_nothing_is_left()


GARBAGE = {
    "words": b"Dear planner, the plan follows by post.",
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(2000),
    "zeros": bytes(5000),
    "cut": xer(("LINE", SOUND))[:900],
    "cut gz": gzip.compress(xer(("LINE", SOUND)))[:-20],
    "not gz": b"\x1f\x8b" + b"no such thing" * 20,
    "no activities": xer(("LINE", [])),
    "html": b"<!doctype html><html><body>Sign in</body></html>",
    "NUL in a number": xer(("LINE", SOUND)).replace(b"TT_Task", b"TT_\0Task").replace(b"\t40\t", b"\t4\x000\t"),
    "entities": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    b'<Project xmlns="http://schemas.microsoft.com/project"><Name>&b;</Name></Project>',
}


@pytest.mark.parametrize("data", GARBAGE.values(), ids=GARBAGE.keys())
def test_what_is_no_plan_is_refused(crossing: Project, mira: Person, data: bytes) -> None:
    upload = handed_in(crossing, "plan.xer", data, by=mira)
    assert upload.state == Upload.State.REFUSED, upload.preview
    assert upload.problems[0]["message"].endswith(".")
    assert_nothing_is_left()


def test_a_bomb_of_packed_zeros_is_refused_without_being_unpacked(crossing: Project, mira: Person) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    megabyte = bytes(1024 * 1024)
    bomb = b"".join([*(packer.compress(megabyte) for _ in range(300)), packer.flush()])
    assert len(bomb) < 1024 * 1024
    upload = handed_in(crossing, "plan.xer.gz", bomb, by=mira)
    assert upload.state == Upload.State.REFUSED
    assert "larger than" in upload.problems[0]["message"]
    assert_nothing_is_left()


def test_an_empty_file_is_not_taken(crossing: Project, mira: Person) -> None:
    with pytest.raises(CannotUpload, match="empty"):
        receive(crossing, "plan.xer", b"", by=mira)
    assert not Upload.objects.exists()


def test_a_file_above_the_limit_is_not_taken(
    crossing: Project, mira: Person, settings: Settings, signed_in: SignedIn
) -> None:
    settings.PLAN_FILE_LIMIT = 1000
    with pytest.raises(CannotUpload, match=r"1000\sbytes"):
        receive(crossing, "plan.xer", b"x" * 1001, by=mira)
    address = f"/o/harbour-works/projects/{crossing.pk}/upload/"
    page = signed_in(mira).post(address, {"plan": SimpleUploadedFile("plan.xer", b"x" * 1001)})
    assert "plans up to" in page.content.decode()
    assert not Upload.objects.exists()
    assert_nothing_is_left()


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/line.xer", "line.xer"),
        ("C:\\plans\\line.xer", "line.xer"),
        ("li\x00ne\x1b[2J\r\n.xer", "line[2J.xer"),
        ("\u202erex.enil", "rex.enil"),
        ("l" * 400 + ".xer", "l" * 251 + ".xer"),
        ("/", "plan"),
        ("Überführung 2.xer", "Überführung 2.xer"),
    ],
)
def test_a_name_is_kept_without_its_folder_and_what_cannot_be_printed(
    crossing: Project, mira: Person, sound_plan: bytes, given: str, kept: str
) -> None:
    assert handed_in(crossing, given, sound_plan, by=mira).filename == kept


def test_control_characters_inside_a_plan_do_no_harm(crossing: Project, mira: Person, signed_in: SignedIn) -> None:
    hostile = [SOUND[0], Step("Lay\x00 the \x1b[2J<script>alert(1)</script>"), SOUND[-1]]
    upload = handed_in(crossing, "plan.xer", xer(("L\x00INE", hostile)), by=mira)
    assert upload.state in (Upload.State.READABLE, Upload.State.REFUSED)
    page = signed_in(mira).get(f"/o/harbour-works/uploads/{upload.pk}/").content.decode()
    assert "<script>alert" not in page
    assert "\x00" not in page


def test_a_refused_upload_says_so_on_its_page(crossing: Project, mira: Person, signed_in: SignedIn) -> None:
    upload = handed_in(crossing, "plan.xer", GARBAGE["cut"], by=mira)
    page = signed_in(mira).get(f"/o/harbour-works/uploads/{upload.pk}/").content.decode()
    assert "cannot be used as a plan" in page
    assert "Nothing was recorded" in page
