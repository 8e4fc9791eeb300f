"""Input is taken within limits, and refused with a sentence that names the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.plan_files import SOUND, xer
from cli.running import plumbline
from plumbline.engine.readers.limits import MAX_BYTES


def test_a_file_that_is_too_big_is_refused_before_it_is_read(tmp_path: Path) -> None:
    big = tmp_path / "big.xer"
    with big.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    ran = plumbline("check", str(big))
    assert ran.exit_code == 2
    assert ran.errors.startswith(f"plumbline: {big}: The file is larger than {MAX_BYTES // 1_000_000} MB")


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    ran = plumbline("check", str(tmp_path / "a\0b.xer"))
    assert ran.exit_code == 2
    assert "cannot be opened" in ran.errors


@pytest.mark.parametrize("command", ["check", "show"])
def test_standard_input_is_named_in_messages(command: str) -> None:
    ran = plumbline(command, "-", stdin=b"no plan")
    assert ran.exit_code == 2
    assert ran.errors.startswith("plumbline: <stdin>")


@pytest.mark.parametrize("command", ["check", "show"])
def test_nothing_on_standard_input_is_refused(command: str) -> None:
    ran = plumbline(command, "-", stdin=b"")
    assert ran.exit_code == 2
    assert "empty" in ran.errors


def test_a_project_is_found_by_its_unique_id(tmp_path: Path) -> None:
    file = tmp_path / "two.xer"
    file.write_bytes(xer(("NORTH", SOUND), ("SOUTH", SOUND)))
    projects = plumbline("show", str(file), "--project", "2", "--format", "json").json["projects"]
    assert [each["name"] for each in projects] == ["SOUTH"]
