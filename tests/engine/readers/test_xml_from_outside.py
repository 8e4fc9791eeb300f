"""XML that asks for files, addresses or endless text is refused, and nothing of theirs gets into a plan."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from engine.readers.damage import WRITTEN
from engine.readers.reading import plan, refusal
from plumbline.engine.readers import UnreadableSchedule

ROOTS = {"plan.xml": b"<Project ", "plan.pmxml": b"<APIBusinessObjects"}
ENTITIES = {
    "a file": '[<!ENTITY x SYSTEM "{secret}">]',
    "an address": '[<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]',
    "a parameter": '[<!ENTITY % p SYSTEM "{secret}"> %p;]',
    "text": '[<!ENTITY x "aaaa"><!ENTITY y "&x;&x;">]',
}


@pytest.fixture
def secret(tmp_path: Path) -> str:
    """The address of a file that would make ``&x;`` stand for something if it were read as a document type."""
    file = tmp_path / "secret.dtd"
    file.write_text('<!ENTITY x "leaked">')
    return file.as_uri()


def with_type(filename: str, described: str, name: bytes = b"&x;") -> bytes:
    root = ROOTS[filename]
    typed = WRITTEN[filename].replace(root, f"<!DOCTYPE r {described}>".encode() + root, 1)
    assert typed != WRITTEN[filename]
    return typed.replace(b"Riverside", name)


@pytest.mark.parametrize("filename", ROOTS)
@pytest.mark.parametrize("entity", ENTITIES)
def test_entities_are_refused(filename: str, entity: str, secret: str):
    assert "defines entities" in refusal(with_type(filename, ENTITIES[entity].format(secret=secret)), filename)


@pytest.mark.parametrize("filename", ROOTS)
def test_a_document_type_elsewhere_is_not_fetched(filename: str, secret: str):
    described = f'SYSTEM "{secret}"'
    with suppress(UnreadableSchedule):
        assert "leaked" not in plan(with_type(filename, described), filename).name
    assert plan(with_type(filename, described, b"Riverside"), filename).name == plan(WRITTEN[filename], filename).name


def test_entities_in_a_workbook_are_refused(secret: str):
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WRITTEN["plan.xlsx"])) as book, zipfile.ZipFile(changed, "w") as other:
        for name in book.namelist():
            entity = f'<!DOCTYPE r [<!ENTITY x SYSTEM "{secret}">]><worksheet'.encode()
            content = book.read(name).replace(b"<worksheet", entity, 1).replace(b"Survey", b"&x;")
            other.writestr(name, content)
    assert "damaged" in refusal(changed.getvalue(), "plan.xlsx")
