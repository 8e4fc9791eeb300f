"""Files of unknown people do no harm: not by their name, their size or what is in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from plumbline.office.artefacts.files import LARGEST_FILE, LONGEST_NAME, UNKNOWN, cleaned_name, media_type_of
from plumbline.office.artefacts.models import ArtefactVersion
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects.models import Project

SignedIn = Callable[[Person], Client]


@pytest.mark.parametrize(
    ("given", "cleaned"),
    [
        ("plan.pdf", "plan.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Plans\\plan.pdf", "plan.pdf"),
        (".htaccess", "htaccess"),
        ("plan\u202efdp.exe", "planfdp.exe"),
        ("a\r\nSet-Cookie: b.pdf", "aSet-Cookie b.pdf"),
        ('pl"an<b>.pdf', "planb.pdf"),
        ("  two   words .pdf ", "two words .pdf"),
        ("...", "file"),
        ("/", "file"),
        ("Bericht über Kaimauern.pdf", "Bericht über Kaimauern.pdf"),
    ],
)
def test_a_hostile_name_is_made_harmless(given: str, cleaned: str) -> None:
    assert cleaned_name(given) == cleaned


def test_a_long_name_keeps_its_ending() -> None:
    assert cleaned_name("a" * 400 + ".pdf").endswith("a.pdf")
    assert len(cleaned_name("a" * 400 + ".pdf")) == LONGEST_NAME
    assert len(cleaned_name("a." + "b" * 400)) <= LONGEST_NAME


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"%PDF-1.7", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"Dear sponsor", "text/plain"),
        (b"<!doctype html><script>alert(1)</script>", UNKNOWN),
        (b"\xef\xbb\xbf \n<svg onload='alert(1)'/>", UNKNOWN),
        (b"\x00\x01", UNKNOWN),
        (b"PK\x03\x04 word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (b"PK\x03\x04 anything", "application/zip"),
    ],
)
def test_what_a_file_is_is_read_from_its_bytes(data: bytes, media_type: str) -> None:
    assert media_type_of(data) == media_type


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "data"),
    [("page.html", b"<script>alert(1)</script>"), ("picture.svg", b"<svg onload='alert(1)'/>"), ("a.pdf", b"%PDF-1")],
)
def test_a_file_comes_back_as_it_was_and_is_never_shown_as_a_page(
    project: Project, harbour: Organisation, mira: Person, signed_in: SignedIn, name: str, data: bytes
) -> None:
    client, place = signed_in(mira), f"/o/{harbour.slug}/projects/{project.pk}/artefacts/charter"
    client.post(f"{place}/upload/", {"file": SimpleUploadedFile(name, data, content_type="text/html")})
    answer = client.get(f"{place}/versions/1/download/")
    assert answer.content == data
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "html" not in answer["Content-Type"]
    assert "svg" not in answer["Content-Type"]


@pytest.mark.django_db
def test_a_file_that_is_too_large_is_refused_at_the_field(
    project: Project, harbour: Organisation, mira: Person, signed_in: SignedIn
) -> None:
    address = f"/o/{harbour.slug}/projects/{project.pk}/artefacts/charter/upload/"
    answer = signed_in(mira).post(address, {"file": SimpleUploadedFile("a.pdf", b"x" * (LARGEST_FILE + 1))})
    assert "larger than 25 MB. Give a link instead." in answer.content.decode()
    assert not ArtefactVersion.objects.exists()


@pytest.mark.django_db
def test_markup_in_a_text_is_shown_as_text(
    project: Project, harbour: Organisation, mira: Person, signed_in: SignedIn
) -> None:
    client, place = signed_in(mira), f"/o/{harbour.slug}/projects/{project.pk}/artefacts/charter"
    text = "<script>alert(1)</script> [here](javascript:alert(1))"
    client.post(f"{place}/edit/", {"text": text, "after": 0, "do": "keep"})
    page = client.get(f"{place}/").content.decode()
    assert "<script>alert(1)" not in page
    assert 'href="javascript:' not in page
    answer = client.get(f"{place}/versions/1/download/")
    assert answer["Content-Disposition"].endswith('version 1.md"')
    assert answer.content.decode() == text
