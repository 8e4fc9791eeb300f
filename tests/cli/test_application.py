"""The command line as a whole: finding commands, help, versions, and its own failures."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import plumbline.cli.commands
from cli.running import plumbline as run
from plumbline import __version__
from plumbline.engine import catalogue

COMMANDS = Path(plumbline.cli.commands.__file__).parent
BREAK_A_COMMAND = """
import sys
from plumbline.cli import main
from plumbline.cli.commands import version

def command() -> None:
    raise LookupError("no version")

version.command = command
sys.argv[1:] = ["version"]
main()
"""


def test_help_lists_every_command() -> None:
    ran = run("--help")
    assert ran.exit_code == 0
    names = {path.stem for path in COMMANDS.glob("[a-z]*") if path.is_dir() or path.suffix == ".py"}
    assert {"check", "show", "explain", "standard", "serve", "worker", "version"} <= names
    assert all(name in ran.output for name in names)


@pytest.mark.parametrize("name", [path.stem for path in sorted(COMMANDS.glob("[a-z]*.py"))])
def test_every_command_explains_itself(name: str) -> None:
    ran = run(name, "--help")
    assert ran.exit_code == 0
    assert f"plumbline {name}" in ran.output


@pytest.mark.parametrize("arguments", [["version"], ["--version"]])
def test_the_version_is_printed(arguments: list[str]) -> None:
    assert run(*arguments).output == f"plumbline {__version__}\n"


def test_a_command_that_is_nearly_right_is_suggested() -> None:
    ran = run("chek")
    assert ran.exit_code == 2
    assert "Did you mean 'check'?" in ran.errors


def test_an_error_of_its_own_is_not_mistaken_for_findings() -> None:
    done = subprocess.run([sys.executable, "-c", BREAK_A_COMMAND], capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "error in Plumbline itself" in done.stderr


def test_a_reader_that_closes_the_pipe_causes_no_error(tmp_path: Path) -> None:
    line = f"{sys.executable} -m plumbline.cli explain | head -n 1"
    done = subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.stdout == f"{catalogue.rules()[0].family.capitalize()}\n"
    assert done.stderr == ""
