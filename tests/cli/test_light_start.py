"""Checking a plan starts fast: it imports no Django and answers in about a second."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bench.plans import xer

HEAVY = {"django", "allauth", "openpyxl", "xlsxwriter", "granian"}
PROGRAM = f"""
import sys
sys.argv[0] = "plumbline"
from plumbline.cli import main
try:
    main()
finally:
    print("imported:", *sorted({HEAVY!r} & sys.modules.keys()), file=sys.stderr)
"""


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("plan") / "plan.xer"
    path.write_bytes(xer(1000))
    return path


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "{plan}", "--fail-on", "none"],
        ["check", "{plan}", "--fail-on", "none", "--format", "json"],
        ["check", "{plan}", "--fail-on", "none", "--format", "sarif"],
        ["show", "{plan}", "--format", "json"],
        ["compare", "{plan}", "{plan}"],
        ["evm", "{series}", "--format", "json"],
        ["forecast", "{plan}", "--iterations", "10"],
        ["explain", "leads"],
        ["standard", "lint", "predictive"],
    ],
    ids=lambda arguments: " ".join(arguments),
)
def test_a_command_about_plans_loads_nothing_of_the_office(arguments: list[str], plan: Path, tmp_path: Path) -> None:
    series = tmp_path / "series.csv"
    series.write_text("pv,ev,ac\n10,8,9\n")
    filled = [each.format(plan=plan, series=series) for each in arguments]
    done = subprocess.run([sys.executable, "-c", PROGRAM, *filled], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines()[-1].strip() == "imported:"
