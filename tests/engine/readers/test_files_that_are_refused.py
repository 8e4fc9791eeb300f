"""What is no plan, or none that can be read, is refused with what it is and what to do."""

import gzip
import io
import zipfile

import pytest

from conftest import REAL_DATA
from engine.readers.reading import plan, refusal
from engine.readers.written_plans import mspdi, xer
from plumbline.engine.readers import readers
from plumbline.engine.readers.limits import check_count, check_size
from plumbline.engine.readers.plan_file import UnreadableSchedule

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
BAD = REAL_DATA / "schedules" / "bad"


def archive(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        for name in names:
            packed.writestr(name, "content")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("filename", "words"),
    [
        ("PasswordProtected.mpp", ["Microsoft Project file", "File > Save As > XML Format", "password"]),
        ("truncated.mpp", ["Microsoft Project file", "File > Save As > XML Format"]),
        ("primavera.xml", ["Project detail_elaboration_iteration, element ObjectId", "Export it again from P6"]),
        ("truncated.xer", ["end mark %E is missing", "cut off", "Export it again"]),
        ("truncated_mspdi.xml", ["line 2", "breaks off", "File > Save As > XML Format"]),
    ],
)
@pytest.mark.real_data
def test_every_bad_file_is_refused_in_words_a_planner_understands(filename: str, words: list[str]):
    message = refusal((BAD / filename).read_bytes(), filename)
    assert [word for word in words if word not in message] == []


@pytest.mark.real_data
def test_no_bad_file_is_forgotten():
    assert len(list(BAD.iterdir())) == 5


@pytest.mark.real_data
@pytest.mark.parametrize("folder", ["mpp", "mpp_linked", "mpx", "mpd", "gan", "planner"])
def test_files_of_other_formats_are_refused_with_what_to_do(folder: str):
    for each in sorted((REAL_DATA / "schedules" / folder).iterdir()):
        message = refusal(each.read_bytes(), each.name)
        assert "damaged" not in message, each.name
        assert any(word in message for word in ("File > ", "Project > Export", "save it as XLSX")), each.name


@pytest.mark.parametrize(
    ("data", "filename", "words"),
    [
        (b"", "plan.xer", "The file is empty"),
        (b" \r\n\x00", "plan.xer", "The file is empty"),
        (b"%PDF-1.7 ...", "plan.csv", "This is a PDF"),
        (OLE, "plan.mpp", "Microsoft Project file"),
        (OLE, "plan.xls", "Excel before 2007"),
        (OLE + "WordDocument".encode("utf-16-le"), "plan.doc", "Word document"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "plan.xlsx", "protected by a password"),
        (archive("word/document.xml"), "plan.docx", "Word document"),
        (archive("ppt/presentation.xml"), "plan.pptx", "presentation"),
        (archive("plan.xer"), "plan.zip", "ZIP archive"),
        (archive("xl/workbook.xml"), "plan.xlsx", "damaged or protected"),
        (b"MPX,Microsoft Project for Windows,4.0", "plan.txt", "Microsoft Project exchange file"),
        (b"\x00\x01\x00\x00Standard Jet DB", "plan.mpd", "Microsoft Project database"),
        (b"SQLite format 3\x00", "plan.db", "database"),
        (b"\x89PNG\r\n", "plan.png", "picture"),
        (b"<html><body></body></html>", "plan.xml", "web page"),
        (b'<?xml version="1.0"?><!-- a --><rss version="2.0"></rss>', "plan.xml", "its root element is <rss>"),
        (b"<APIBusinessObjects></APIBusinessObjects>", "plan.xml", "The file has no project"),
        (b'<project name="x" view-date="2026-01-01"></project>', "plan.xml", "GanttProject"),
        (b'<project name="x" mrproject-version="2"></project>', "plan.xml", "Planner"),
        (b'{"tasks": []}', "plan.json", "no plan in a format that can be read"),
        (b"A plan, of sorts", "plan.txt", "no plan in a format that can be read"),
        (b"A plan, of sorts", "plan.xer", "does not begin with ERMHDR"),
        (b"\x1f\x8b\x08nonsense", "plan.xer.gz", ".gz file is damaged"),
    ],
)
def test_what_a_file_looks_like_is_said(data: bytes, filename: str, words: str):
    assert words in refusal(data, filename)


def test_where_nothing_is_known_the_formats_that_can_be_read_are_named():
    message = refusal(b"A plan, of sorts", "plan.txt")
    assert all(each.FORMAT in message for each in readers())


def test_a_gzipped_plan_is_read():
    assert plan(gzip.compress(xer()), "plan.xer.gz").name == "Riverside bridge"
    assert plan(gzip.compress(mspdi()), "plan.xml.gz").name == "Riverside bridge"


def test_a_gzipped_plan_that_breaks_off_is_refused():
    assert "was cut off" in refusal(gzip.compress(xer())[:-30], "plan.xer.gz")


def test_a_gzip_bomb_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("plumbline.engine.readers.MAX_BYTES", 1_000_000)
    monkeypatch.setattr("plumbline.engine.readers.check_size", lambda size: check_size(size, 1_000_000))
    assert "larger than 1 MB" in refusal(gzip.compress(bytes(50_000_000)), "plan.xer.gz")


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("plumbline.engine.readers.check_size", lambda size: check_size(size, 500))
    assert "the most that can be read" in refusal(xer(), "plan.xer")


def test_a_limit_says_how_much_there_is_and_how_much_may_be():
    with pytest.raises(UnreadableSchedule, match="The file has 12,000 links; at most 10,000 can be read"):
        check_count("links", 12_000, 10_000)


def test_each_reader_is_found_by_its_module():
    assert {each.FORMAT for each in readers()} >= {
        "CSV table",
        "Excel workbook",
        "MPXJ JSON",
        "Microsoft Project XML",
        "PSPLIB instance",
        "Patterson instance",
        "Plumbline plan",
        "Primavera P6 XER",
        "Primavera P6 XML",
    }
