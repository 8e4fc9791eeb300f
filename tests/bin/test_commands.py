"""The developer's commands are sound before anybody runs them."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
COMMANDS = [*sorted((REPOSITORY / "bin").iterdir()), REPOSITORY / ".ci" / "run"]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda path: path.name)
def test_a_command_is_runnable_says_what_it_does_and_stops_at_the_first_error(command: Path) -> None:
    assert os.access(command, os.X_OK)
    lines = command.read_text().splitlines()
    assert lines[0] == "#!/usr/bin/env bash"
    assert lines[1].startswith("# ")
    assert any(line.startswith("set -") and "u" in line and "pipefail" in line for line in lines)
    assert subprocess.run(["bash", "-n", command], check=False).returncode == 0


def test_integration_checks_and_tests_all() -> None:
    lines = (REPOSITORY / ".ci" / "run").read_text().splitlines()
    commands = [line.split()[0] for line in lines if line.startswith("bin/")]
    assert commands == ["bin/setup", "bin/check", "bin/test"]


@pytest.mark.parametrize("arguments", [[], ["rule"], ["ruel", "logic/leads"], ["rule", "logic/leads"]])
def test_new_refuses_what_it_cannot_make(arguments: list[str]) -> None:
    done = subprocess.run([REPOSITORY / "bin" / "new", *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "bin/new" in done.stderr or "there already" in done.stderr
    assert not done.stdout
