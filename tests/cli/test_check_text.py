"""What ``plumbline check`` prints for a person."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cli.plan_files import SOUND, TASK, Step, with_a_lead_before, xer
from cli.running import plumbline

ESCAPE = "\x1b["


@pytest.fixture
def leads(tmp_path: Path) -> str:
    path = tmp_path / "leads.xer"
    path.write_bytes(xer(("LINE", with_a_lead_before("Test the signals", 16))))
    return str(path)


def test_results_stand_under_their_family(leads: str) -> None:
    lines = plumbline("check", leads).output.splitlines()
    logic = lines[lines.index("Logic") : lines.index("Progress")]
    assert any(re.match(r"  FAIL   Leads +1 of 4, 25.0 %  \(at most 0 %\)  major", line) for line in logic)
    assert any("Missing logic" in line for line in logic)


def test_an_offender_is_named_with_what_is_wrong(leads: str) -> None:
    output = plumbline("check", leads).output
    assert re.search(r"A1030  Test the signals: .*lead", output)


def test_what_is_not_assessable_says_what_is_missing(leads: str) -> None:
    output = plumbline("check", leads).output
    assert re.search(r"n/a +Missed tasks +The plan has no baseline", output)
    assert "--baseline FILE" in output


def test_with_a_baseline_there_is_no_hint_at_one(leads: str) -> None:
    assert "--baseline FILE" not in plumbline("check", leads, "--baseline", leads).output


def test_in_a_pipe_there_are_no_colours_and_no_wrapping(leads: str) -> None:
    output = plumbline("check", leads).output
    assert ESCAPE not in output
    (mend,) = [line for line in output.splitlines() if "Mend:" in line]
    assert mend.rstrip().endswith(".")


@pytest.mark.parametrize(("environment", "coloured"), [({"FORCE_COLOR": "1"}, True), ({"NO_COLOR": "1"}, False)])
def test_colour_follows_the_environment(environment: dict[str, str], coloured: bool, leads: str) -> None:
    clean = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    done = subprocess.run(
        [sys.executable, "-m", "plumbline.cli", "check", leads],
        env=clean | environment | {"COLUMNS": "80", "TERM": "xterm-256color"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert ("\x1b[1;31m" in done.stdout) is coloured


def test_a_terminal_of_eighty_columns_is_kept(leads: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "plumbline.cli", "check", leads],
        env=os.environ | {"FORCE_COLOR": "1", "COLUMNS": "80", "TERM": "xterm-256color"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    lines = re.sub(r"\x1b\[[0-9;]*m", "", done.stdout).splitlines()
    assert max(map(len, lines)) <= 80


def test_findings_below_the_limit_of_failure_are_told_apart(leads: str) -> None:
    ran = plumbline("check", leads, "--fail-on", "none")
    assert ran.exit_code == 0
    assert ran.output.splitlines()[-1].startswith("1 finding (1 major)")


def test_a_plan_whose_links_form_a_loop_is_never_clean(tmp_path: Path) -> None:
    looped = tmp_path / "loop.xer"
    looped.write_bytes(with_a_link_back(xer(("LINE", SOUND))))
    checked = plumbline("check", str(looped))
    assert checked.exit_code == 1
    assert "form a loop" in checked.output
    shown = plumbline("show", str(looped))
    assert shown.exit_code == 2
    assert "form a loop" in shown.errors


def test_each_project_of_a_file_has_its_own_part(tmp_path: Path) -> None:
    file = tmp_path / "two.xer"
    led = [SOUND[0], Step("Lay the cables", TASK, 40, -8), *SOUND[2:]]
    file.write_bytes(xer(("NORTH", SOUND), ("SOUTH", led)))
    output = plumbline("check", str(file)).output
    north, south = output.split("SOUTH\n")
    assert "FAIL" not in north
    assert "FAIL" in south


def with_a_link_back(plan: bytes) -> bytes:
    """The same file with one more link, from the last task to the first."""
    return plan.replace(b"%E\r\n", b"%R\t99\t1001\t1003\t1\t1\tPR_FS\t0\r\n%E\r\n")
