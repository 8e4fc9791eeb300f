"""ARCHITECTURE.md and the import contracts say the same, in the same order; and every part it names is there."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

from project.tracked import REPOSITORY

PAGE = (REPOSITORY / "ARCHITECTURE.md").read_text()
CONTRACTS = {
    contract["id"]: contract
    for contract in tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
}
SOURCE = REPOSITORY / "src" / "plumbline"


def test_the_page_names_the_floors_of_the_contract() -> None:
    assert _rows_under("Floors") == _layers("floors")


def test_the_page_names_the_storeys_of_the_contract() -> None:
    assert _rows_under("Storeys of the office") == _layers("storeys")


def test_every_office_app_has_its_storey() -> None:
    apps = {folder.name for folder in (SOURCE / "office").iterdir() if (folder / "__init__.py").exists()}
    assert apps == {app for storey in _layers("storeys") for app in storey}


def test_every_part_of_the_engine_is_on_the_page_and_there() -> None:
    described = {name for row in _rows_under("The engine") for name in row}
    parts = {path.name for path in (SOURCE / "engine").iterdir() if _is_part(path)}
    assert described == parts


def test_the_contracts_allow_no_exception() -> None:
    assert not [name for name, contract in CONTRACTS.items() if contract.get("ignore_imports")]


def test_the_contracts_are_kept() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [linter, "--no-logo", "--no-cache"], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _rows_under(heading: str) -> list[set[str]]:
    """The names in code type in the first column of the first table under a heading, row by row."""
    section = re.split(rf"^## {re.escape(heading)}$", PAGE, flags=re.MULTILINE)[1].split("\n## ")[0]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("|")][2:]
    return [set(re.findall(r"`([\w.]+)`", row)) for row in rows]


def _layers(contract: str) -> list[set[str]]:
    return [set(re.findall(r"\w+", layer)) for layer in CONTRACTS[contract]["layers"]]


def _is_part(path: Path) -> bool:
    return path.name != "__init__.py" and (path.suffix == ".py" or any(path.glob("*.py")))
