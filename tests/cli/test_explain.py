"""``plumbline explain`` and ``plumbline standard lint``."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.contracts import assert_keeps_contract
from cli.running import plumbline
from cli.standard_folders import write_standard
from plumbline.engine import catalogue


@pytest.mark.parametrize("name", [each.name for each in catalogue.rules()])
def test_every_rule_is_explained(name: str) -> None:
    ran = plumbline("explain", name)
    assert ran.exit_code == 0
    for words in ("Limit", "Severity", "References", "Why it matters", "How to mend"):
        assert words in ran.output


@pytest.mark.parametrize("written", ["logic/leads", "LEADS", "leads"])
def test_a_rule_is_found_however_it_is_written(written: str) -> None:
    assert plumbline("explain", written).output.startswith("Leads  logic/leads\n")


def test_the_limit_is_that_of_the_standard_in_force(tmp_path: Path) -> None:
    write_standard(tmp_path / "ours", lambda rules: rules["lags"].update(limit=2))
    assert "at most 2 %" in plumbline("explain", "lags", "--standard", str(tmp_path / "ours")).output


def test_a_name_unlike_any_rule_leads_to_the_list() -> None:
    ran = plumbline("explain", "zzz")
    assert ran.exit_code == 2
    assert "'plumbline explain' lists all rules" in ran.errors


def test_guidance_cannot_command_the_terminal(tmp_path: Path) -> None:
    folder = tmp_path / "ours"
    write_standard(folder, lambda rules: None)
    page = folder / "guidance" / "leads.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n\nWatch \x1b[2J this [link](javascript:alert)\n", "utf-8")
    output = plumbline("explain", "leads", "--standard", str(folder)).output
    assert "\x1b" not in output
    assert r"\x1b[2J" in output


def test_a_warning_does_not_keep_a_standard_from_being_run(tmp_path: Path) -> None:
    write_standard(tmp_path / "ours", lambda rules: rules["lags"].update(limit=50))
    ran = plumbline("standard", "lint", str(tmp_path / "ours"))
    assert ran.exit_code == 0
    assert "50 is looser than the usual 5" in ran.output


def test_a_mistake_is_named_with_file_line_and_key(tmp_path: Path) -> None:
    write_standard(tmp_path / "ours", lambda rules: rules["lags"].update(severity="grave"))
    ran = plumbline("standard", "lint", str(tmp_path / "ours"), "--format", "json")
    assert ran.exit_code == 1
    assert_keeps_contract("standard-lint", ran.json)
    (problem,) = ran.json["problems"]
    assert (problem["file"], problem["key"], problem["level"]) == ("rules.yaml", "rules.lags.severity", "error")
    assert problem["line"] > 0
    assert ran.json["valid"] is False


def test_hidden_files_do_not_spoil_a_standard(tmp_path: Path) -> None:
    write_standard(tmp_path / "ours", lambda rules: None)
    (tmp_path / "ours" / ".git").mkdir()
    (tmp_path / "ours" / ".git" / "config").write_text("anything")
    assert plumbline("standard", "lint", str(tmp_path / "ours")).exit_code == 0


def test_a_folder_that_is_far_too_big_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.yaml").open("wb") as file:
        file.truncate(100 * 1024**2)
    ran = plumbline("standard", "lint", str(tmp_path))
    assert ran.exit_code == 2
    assert "this is no standard" in ran.errors
