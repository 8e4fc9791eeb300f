"""Every readable plan file goes through the command line, and every bad one is refused in a planner's words."""

from __future__ import annotations

import subprocess
import sys

import pytest

from cli.contracts import assert_keeps_contract
from cli.running import plumbline
from conftest import REAL_DATA

SCHEDULES = REAL_DATA / "schedules"
LARGE = ("_5000_", "_20000_")
FOLDERS = {"xer": "*.xer*", "mspdi": "*.xml", "generated": "*"}
GOOD = [
    path
    for folder, pattern in FOLDERS.items()
    for path in sorted((SCHEDULES / folder).glob(pattern))
    if path.name.removesuffix(".gz").endswith((".xer", ".xml"))
]
BAD = sorted((SCHEDULES / "bad").glob("*"))
JARGON = ("Traceback", "Exception", "Error:", "NoneType", "not well-formed", "codec", "XML_ERROR")

pytestmark = pytest.mark.real_data


def _named(path: object) -> str:
    return str(getattr(path, "name", path))


@pytest.mark.parametrize("path", [each for each in GOOD if not any(word in each.name for word in LARGE)], ids=_named)
def test_a_readable_file_is_checked_and_shown(path: object) -> None:
    checked = plumbline("check", str(path), "--format", "json")
    assert checked.exit_code in (0, 1), checked.errors
    assert_keeps_contract("check", checked.json)
    shown = plumbline("show", str(path), "--format", "json")
    assert shown.exit_code == 0, shown.errors
    assert_keeps_contract("show", shown.json)
    assert plumbline("check", str(path)).exit_code == checked.exit_code


@pytest.mark.parametrize("path", [each for each in GOOD if any(word in each.name for word in LARGE)], ids=_named)
def test_a_large_file_is_checked(path: object) -> None:
    checked = plumbline("check", str(path))
    assert checked.exit_code in (0, 1), checked.errors


@pytest.mark.parametrize("path", BAD, ids=_named)
def test_a_bad_file_is_refused_in_words_a_planner_understands(path: object) -> None:
    ran = plumbline("check", str(path))
    assert ran.exit_code == 2
    assert ran.output == ""
    assert str(path) in ran.errors
    assert ran.errors.rstrip().endswith(".")
    assert not any(word in ran.errors for word in JARGON)
    in_json = plumbline("check", str(path), "--format", "json")
    assert in_json.exit_code == 2
    assert_keeps_contract("check", in_json.json)
    assert in_json.json["problems"]


@pytest.mark.parametrize("path", BAD, ids=_named)
def test_a_bad_file_gives_exit_code_2_to_a_shell(path: object) -> None:
    done = subprocess.run([sys.executable, "-m", "plumbline.cli", "check", str(path)], capture_output=True, check=False)
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.startswith(b"plumbline: ")
