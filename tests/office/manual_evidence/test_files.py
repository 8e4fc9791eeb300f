"""Files of unknown people beside what was seen: what is taken by its content, what is refused, how they are called."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.core.exceptions import ValidationError

from office.manual_evidence.conftest import PNG
from plumbline.office.test_runs.evidence_files import LARGEST_FILE, checked_file

PDF = b"%PDF-1.7\nand so on"
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"\n  <!doctype html><script>alert(1)</script>"


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, data in files.items():
            folder.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("filename", "data", "kept_as", "kind"),
    [
        ("seam.png", PNG, "seam.png", "image/png"),
        ("Seam 4.JPEG", b"\xff\xd8\xff\xe0pixels", "Seam 4.JPEG", "image/jpeg"),
        ("report.pdf", PDF, "report.pdf", "application/pdf"),
        ("sheet.csv", b"seam;mm\n4;0,3\n", "sheet.csv", "text/plain"),
        ("page.html", PNG, "page.html.png", "image/png"),
        ("photo.svg", b"only words", "photo.svg.txt", "text/plain"),
        ("../../etc/pass\u202egnp.exe", PNG, "passgnp.exe.png", "image/png"),
        ("", PDF, "file.pdf", "application/pdf"),
    ],
)
def test_the_kind_is_that_of_the_content_and_the_name_ends_as_it_should(
    filename: str, data: bytes, kept_as: str, kind: str
) -> None:
    assert checked_file(filename, data) == (kept_as, kind)


def test_a_workbook_is_known_without_being_unpacked() -> None:
    name, kind = checked_file("sheet.xlsx", zipped(xl__workbook_xml=b"x"))
    assert name == "sheet.xlsx"
    assert kind.endswith("spreadsheetml.sheet")


@pytest.mark.parametrize(
    ("filename", "data", "said"),
    [
        ("photo.png", SVG, "something else"),
        ("photo.jpg", HTML, "something else"),
        ("report.pdf", b"MZ\x90\x00\x03program", "something else"),
        ("photo.png", zipped(a=b"a"), "ZIP archive"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1", "Older office document"),
        ("photo.png", b"", "empty"),
        ("photo.png", PNG + b"\0" * LARGEST_FILE, "larger than 10 MB"),
    ],
)
def test_what_is_no_such_thing_is_refused_however_it_is_called(filename: str, data: bytes, said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        checked_file(filename, data)


def test_a_bomb_is_refused_or_kept_packed_but_never_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = zipped(xl__workbook_xml=b"\0" * 50_000_000)
    assert len(bomb) < 100_000
    for unpacking in ("open", "read", "extract", "extractall"):
        monkeypatch.setattr(zipfile.ZipFile, unpacking, lambda *_, **__: pytest.fail("It was unpacked."))
    assert checked_file("sheet.xlsx", bomb)[0] == "sheet.xlsx"
    with pytest.raises(ValidationError, match="ZIP archive"):
        checked_file("photo.png", bomb.replace(b"xl/workbook.xml", b"xl/w0rkbook.xml"))
