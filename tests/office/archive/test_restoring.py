"""An archive brings back what it was made of, and says what is wrong with one that cannot."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from plumbline.office.archive.actions import restore_archive
from plumbline.office.archive.contents import exported, shared_blobs
from plumbline.office.archive.erasing import erase
from plumbline.office.archive.ownership import disagreements
from plumbline.office.archive.reading import UnreadableArchive
from plumbline.office.archive.writing import write_archive
from plumbline.office.capacity.jobs import keep_up
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.models import AuditLine
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project
from web.addresses import addresses
from web.test_every_address import body
from web.whole_office import PASSWORD, TOLD_AT, Office, whole_office

LATER = TOLD_AT + timedelta(days=1)
OF_THIS_VISIT = re.compile(r'name="page" value="[0-9a-f]{16}"')
"""Drawn at random when a form is opened."""
Altered = Callable[[dict[str, bytes]], None]


def walk(client: Client, paths: dict[str, str]) -> dict[str, tuple[int, str]]:
    with clock_at(LATER):
        answers = {name: client.get(path) for name, path in paths.items()}
    return {name: (answer.status_code, said(answer)) for name, answer in answers.items()}


def said(answer: Any) -> str:
    kind = answer.get("Content-Type", "")
    is_text = kind.startswith(("text/", "application/json"))
    return OF_THIS_VISIT.sub("", body(answer)) if is_text else f"{kind} {answer.get('Location')}"


def rows_of(organisation: Organisation) -> dict[str, Any]:
    kept = {label: each.rows(organisation.pk) for label, each in exported().items()}
    kept |= {label: model._base_manager.all() for label, model in shared_blobs().items()}
    return {
        label: [
            {name: bytes(value) if isinstance(value, memoryview) else value for name, value in row.items()}
            for row in rows.order_by("pk").values()
        ]
        for label, rows in kept.items()
    }


def archive_of(office: Office, folder: Path) -> Path:
    path = folder / "quay.zip"
    write_archive(office.organisation, path)
    return path


def rewritten(path: Path, change: Altered, *, hashes: bool = True) -> Path:
    """The archive with other files in it; by default the manifest goes along."""
    with zipfile.ZipFile(path) as file:
        files = {each: file.read(each) for each in file.namelist()}
    change(files)
    if hashes:
        manifest = json.loads(files["manifest.json"])
        manifest["files"] = {
            name: {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
            for name, content in files.items()
            if name != "manifest.json"
        }
        files["manifest.json"] = json.dumps(manifest).encode()
    altered = path.with_name("altered.zip")
    with zipfile.ZipFile(altered, "w") as file:
        for name, content in files.items():
            file.writestr(name, content)
    return altered


def line_with(files: dict[str, bytes], table: str, number: int, **values: Any) -> None:
    lines = files[f"tables/{table}.jsonl"].splitlines()
    lines[number - 1] = json.dumps(json.loads(lines[number - 1]) | values).encode()
    files[f"tables/{table}.jsonl"] = b"\n".join(lines) + b"\n"


def first_id(files: dict[str, bytes]) -> int:
    found: int = json.loads(files["tables/projects.Project.jsonl"].splitlines()[0])["id"]
    return found


def of_format_2(files: dict[str, bytes]) -> None:
    files["manifest.json"] = files["manifest.json"].replace(b'"format": 1', b'"format": 2')


LEFT_BEHIND = (
    *("pulse:overview", "pulse:answer", "pulse:link", "archive:", "clients:"),
    *("operations:subscription", "projects:tokens", "projects:revoke_token", "capacity:uploaded"),
)
"""Pages about archives, about ties to others, about secret addresses and tokens, and about what the pulse asks in an
open round, and files of leave that wait: what lies behind them is not brought back with an organisation."""


@pytest.mark.django_db(transaction=True)
def test_an_empty_installation_gives_the_same_pages_as_before(tmp_path: Path) -> None:
    office = whole_office(with_client=False)
    manager, slug = office.people[Role.PMO_MANAGER], office.organisation.slug
    paths = {each.name: each.path(slug) for each in addresses() if not each.name.startswith(LEFT_BEHIND)}
    pages, rows = walk(office.client(manager), paths), rows_of(office.organisation)
    path = archive_of(office, tmp_path)
    call_command("flush", interactive=False, verbosity=0)
    with clock_at(LATER):
        restored = restore_archive(path)
    assert restored.kept_numbers
    assert restored.organisation.slug == slug
    again = rows_of(restored.organisation)
    assert again["foundation.AuditLine"].pop()["verb"] == "restore_organisation"
    assert_rested(rows)
    assert again == rows
    with clock_at(TOLD_AT):  # what is worked out of the rest is not brought along: the worker does that again
        keep_up()
    Person.objects.update(password=manager.password)
    again_pages = walk(office.client(Person.objects.get(email=manager.email)), paths)
    assert {name: page for name, page in again_pages.items() if page != pages[name]} == {}
    assert sum(code == 200 for code, _ in pages.values()) > 80


def assert_rested(rows: dict[str, Any]) -> None:
    """What was due to be sent is not sent again from there, and no link that answers for somebody comes along."""
    for row in rows["notifications.Notice"]:
        row["waits_for_mail"], row["secret_path"] = False, ""
    for row in rows["notifications.Preference"]:
        row["next_mail_at"] = None


@pytest.mark.django_db
def test_beside_another_organisation_rows_get_new_numbers_and_another_address(tmp_path: Path) -> None:
    office = whole_office(with_client=False)
    path = archive_of(office, tmp_path)
    before = rows_of(office.organisation)
    with pytest.raises(UnreadableArchive, match="--address harbour-works-2"):
        restore_archive(path)
    restored = restore_archive(path, "harbour-works-2")
    assert not restored.kept_numbers
    assert restored.new_people == 0
    assert rows_of(office.organisation) == before
    assert disagreements(restored.organisation.pk) == []
    after = {label: len(rows) for label, rows in rows_of(restored.organisation).items()}
    left = {"notifications.Mute", "notifications.Notice", "search.PageAtHand", "foundation.AuditLine"}
    assert {label: n for label, n in after.items() if label not in left} == {
        label: len(rows) for label, rows in before.items() if label not in left
    }
    line = AuditLine.objects.filter(scope=restored.organisation.pk, object_type="projects.project").last()
    assert line is not None
    assert Project.objects.get(pk=line.object_id).organisation == restored.organisation
    client = office.client(office.people[Role.PMO_MANAGER])
    there = reverse("portfolio:overview", args=["harbour-works-2"])
    assert "quay crossing" in body(client.get(there))


@pytest.mark.django_db
def test_who_comes_along_has_no_password_and_no_archive_tells_one(tmp_path: Path) -> None:
    office = whole_office(with_client=False)
    manager = office.people[Role.PMO_MANAGER]
    path = archive_of(office, tmp_path)
    with zipfile.ZipFile(path) as file:
        everything = b"".join(file.read(each) for each in file.namelist())
        assert {"manifest.json", "people.jsonl", "README.txt", "csv/projects.csv"} <= set(file.namelist())
    assert manager.password.encode() not in everything
    assert PASSWORD.encode() not in everything
    assert b"Olav Sleeper" not in everything
    erase(office.organisation)
    restored = restore_archive(path)
    assert restored.new_people == Person.objects.count() - 1
    assert not Person.objects.get(email=manager.email).has_usable_password()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda files: files.pop("people.jsonl"), "It lacks"),
        (lambda files: files.update({"../etc/passwd": b"root"}), "no file of this name"),
        (
            lambda files: line_with(files, "projects.Project", 1, colour="red"),
            "line 1: there is",
        ),
        (lambda files: line_with(files, "projects.Project", 2, portfolio=999), "line 2: “portfolio” names 999"),
        (
            lambda files: line_with(files, "people.Membership", 1, since="soon"),
            "people.Membership.jsonl, line 1: “since”",
        ),
        (lambda files: line_with(files, "imports.OriginalFile", 1, digest="0" * 64), "its digest is not its hash"),
        (lambda files: line_with(files, "projects.Project", 2, id="2; drop"), "line 2: its “id” is missing, wrong"),
        (
            lambda files: line_with(files, "projects.Project", 2, id=first_id(files)),
            "line 2: its “id” is missing, wrong",
        ),
        (lambda files: line_with(files, "people.Membership", 1, role="emperor"), "do not fit"),
        (lambda files: files.update({"tables/people.Unit.jsonl": b"[]\n"}), "people.Unit.jsonl, line 1: a row is"),
        (lambda files: files.update({"tables/people.Ghost.jsonl": b""}), "no such table"),
        (lambda files: files.update({"tables/people.Person.jsonl": b""}), "no such table"),
    ],
)
def test_what_is_wrong_is_said_by_file_and_line_and_nothing_is_taken(
    tmp_path: Path, change: Altered, said: str
) -> None:
    office = small_office()
    path = rewritten(archive_of(office, tmp_path), change)
    erase(office.organisation)
    with pytest.raises(UnreadableArchive) as refused:
        restore_archive(path)
    assert said in "\n".join(refused.value.mistakes)
    assert not Organisation.objects.filter(slug="harbour-works").exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda files: files.update({"people.jsonl": files["people.jsonl"] + b" "}), "damaged or altered"),
        (lambda files: files.pop("people.jsonl"), "people.jsonl: it is missing"),
        (lambda files: files.update({"files/" + "0" * 64: b""}), "the manifest does not name it"),
        (lambda files: files.update({"manifest.json": b"{}"}), "does not say what an archive has to say"),
        (
            lambda files: files.update(
                {"manifest.json": files["manifest.json"].replace(b'"format": 1', b'"format": 2')}
            ),
            "of format 2",
        ),
        (lambda files: files.pop("manifest.json"), "no manifest.json"),
    ],
)
def test_what_was_altered_is_noticed(tmp_path: Path, change: Altered, said: str) -> None:
    path = rewritten(archive_of(small_office(), tmp_path), change, hashes=False)
    with pytest.raises(UnreadableArchive, match=said):
        restore_archive(path)


@pytest.mark.django_db
def test_what_is_no_zip_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "letter.zip"
    path.write_bytes(b"Dear planner")
    with pytest.raises(UnreadableArchive, match="no ZIP file"):
        restore_archive(path)


def small_office() -> Office:
    from plumbline.office.imports.actions import receive
    from web.whole_office import office_to_search

    office = office_to_search()
    project = office.organisation.projects.get(code="QUAY-1")
    receive(project, "plan.xer", b"Dear planner", by=office.people[Role.PMO_MANAGER])
    return office
