"""Any plan file is read: our own formats by our own readers, others through MPXJ, or it is said what to do."""

from __future__ import annotations

import gzip
import tempfile
from pathlib import Path

import pytest

from conftest import REAL_DATA
from conversion.written_mpx import MPX
from engine.readers.reading import refusal as refusal_of_the_engine
from engine.readers.written_plans import mspdi, xer
from plumbline import conversion
from plumbline.conversion import plans
from plumbline.conversion.capped import Limits
from plumbline.conversion.formats import FORMATS
from plumbline.conversion.installation import Installation, installation
from plumbline.conversion.mpxj import to_json
from plumbline.engine.readers import UnreadableSchedule, readers

SCHEDULES = REAL_DATA / "schedules"


def refusal(data: bytes, filename: str) -> str:
    with pytest.raises(UnreadableSchedule) as caught:
        conversion.read_plan(data, filename)
    return "\n".join(str(each) for each in caught.value.problems)


@pytest.fixture
def uninstalled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plans, "installation", lambda: None)


@pytest.mark.parametrize(("data", "filename"), [(xer(), "plan.xer"), (mspdi(), "plan.xml")])
def test_our_own_formats_are_read_without_mpxj(uninstalled: None, data: bytes | str, filename: str) -> None:
    content = data if isinstance(data, bytes) else data.encode()
    assert conversion.read_plan(content, filename).schedules[0].name == "Riverside bridge"


def test_a_plan_in_project_xml_is_read_by_us_whatever_its_name(uninstalled: None) -> None:
    content = mspdi()
    assert conversion.read_plan(content, "plan.mpp").format == "Microsoft Project XML"


def test_without_the_extra_it_is_said_how_to_install_it_and_how_to_do_without(uninstalled: None) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    told = refusal(data, "plan.mpp")
    assert refusal_of_the_engine(data, "plan.mpp") in told
    assert "pip install 'plumbline[msproject]'" in told


def test_without_the_extra_a_file_our_own_readers_do_not_know_names_the_extra(uninstalled: None) -> None:
    assert "FastTrack Schedule file can be read here" in refusal(b"\x1c\x00\x00\x00" + bytes(600), "plan.fts")


@pytest.mark.parametrize("filename", ["plan.txt", "plan", "plan.doc", "plan.mpp.exe"])
def test_a_file_of_another_name_never_reaches_mpxj(filename: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plans, "to_json", None)
    assert refusal(MPX, filename)


def test_the_names_that_can_be_read_are_those_of_our_readers_and_of_mpxj(mpxj: Installation) -> None:
    ours = {each for reader in readers() for each in reader.EXTENSIONS}
    assert set(conversion.extensions()) == ours | FORMATS.keys()
    assert not ours & FORMATS.keys()


def test_without_the_extra_only_names_of_our_own_readers_are_offered(uninstalled: None) -> None:
    assert not FORMATS.keys() & set(conversion.extensions())


def test_the_format_is_that_of_the_original_file(mpxj: Installation) -> None:
    plan = conversion.read_plan(MPX, "Quay.mpx")
    assert plan.format == "Microsoft Project exchange file (.mpx)"
    assert [each.name for each in plan.schedules[0].activities] == [f"Survey {number}" for number in range(1, 7)]


def test_a_gzipped_file_is_read(mpxj: Installation) -> None:
    assert conversion.read_plan(gzip.compress(MPX), "Quay.mpx.gz").schedules[0].name == "Quay wall"


def test_an_exchange_file_that_breaks_off_within_a_line_is_doubted(mpxj: Installation) -> None:
    assert conversion.read_plan(MPX, "Quay.mpx").problems == ()
    (doubt,) = conversion.read_plan(MPX[:-20], "Quay.mpx").problems
    assert "may have been cut off" in doubt.message


@pytest.mark.parametrize("extension", [".mpp", ".fts", ".gan", ".pp", ".pod", ".sdef"])
def test_a_damaged_file_is_refused_in_words_a_planner_understands(mpxj: Installation, extension: str) -> None:
    told = refusal(b"no plan at all, only words " * 40, f"plan{extension}")
    assert FORMATS[extension] in told
    assert told.endswith(".")
    assert not any(word in told for word in ("Exception", "java", "org.", "Error:"))


def test_nothing_is_left_on_disk(mpxj: Installation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before = set(Path("/tmp").glob("hsperfdata_*/*"))
    assert conversion.read_plan(MPX, "Quay.mpx")
    assert refusal(bytes(range(256)) * 8, "plan.mpp")
    assert [*tmp_path.iterdir()] == []
    assert set(Path("/tmp").glob("hsperfdata_*/*")) == before


def test_a_conversion_that_takes_too_long_is_stopped(mpxj: Installation) -> None:
    with pytest.raises(UnreadableSchedule, match="took too long"):
        to_json(MPX, ".mpx", "file", mpxj, Limits(seconds=0.05))


def test_a_conversion_that_needs_too_much_memory_is_stopped(mpxj: Installation) -> None:
    rows = b"".join(b"70,%d,%d,1,Survey,2d,01/06/26,02/06/26\r\n" % (n, n) for n in range(7, 40_000))
    with pytest.raises(UnreadableSchedule, match="took more memory than it may"):
        to_json(MPX + rows, ".mpx", "file", mpxj, heap_megabytes=12)


def test_a_runtime_that_cannot_be_started_is_told(mpxj: Installation, tmp_path: Path) -> None:
    with pytest.raises(UnreadableSchedule, match="cannot be read here now"):
        to_json(MPX, ".mpx", "file", Installation(tmp_path / "java", mpxj.jars))


def test_a_place_for_the_file_that_is_missing_is_told(
    mpxj: Installation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "missing"))
    assert "cannot be read here now" in refusal(MPX, "Quay.mpx")


def test_a_runtime_that_stops_by_itself_is_told(mpxj: Installation, tmp_path: Path) -> None:
    broken = tmp_path / "java"
    broken.write_text("#!/bin/sh\nkill -ABRT $$\n")
    broken.chmod(0o755)
    with pytest.raises(UnreadableSchedule, match=r"stopped the program that reads it \(code -6\)"):
        to_json(MPX, ".mpx", "file", Installation(broken, mpxj.jars))


def test_the_runtime_of_the_extra_goes_before_others(mpxj: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAVA_HOME", "/nowhere")
    monkeypatch.setenv("PATH", "")
    installation.cache_clear()
    try:
        found = installation()
    finally:
        installation.cache_clear()
    assert found is None or found.java.parent.parent.name == "runtime"


@pytest.mark.real_data
def test_a_protected_file_is_refused_with_what_to_do(mpxj: Installation) -> None:
    told = refusal((SCHEDULES / "bad" / "PasswordProtected.mpp").read_bytes(), "PasswordProtected.mpp")
    assert "protected by a password" in told
    assert "remove the password" in told
