"""What ``bin/new`` writes works at once, is found without being registered, and overwrites nothing."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tooling.new import CannotStart, new_metric, new_rule

COPIED = ["pyproject.toml", "src", "tests/engine", "tests/conftest.py", "tests/migrated.py"]


@pytest.fixture
def copy(repository: Path, tmp_path: Path) -> Path:
    """A copy of as much of the project as a new rule or metric touches."""
    for name in COPIED:
        source, target = repository / name, tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    return tmp_path


def test_a_new_rule_is_one_file_and_two_cases_and_passes(copy: Path) -> None:
    before = _contents(copy)
    made = new_rule("logic/invented_defect", copy)
    assert sorted(path.name for path in made) == ["breaks.yaml", "invented_defect.py", "keeps.yaml"]
    assert {path: text for path, text in _contents(copy).items() if path not in made} == before
    assert "2 passed" in _pytest(copy, "tests/engine/rules/test_cases.py", "-k", "invented_defect")
    found = _python(copy, "from plumbline.engine.catalogue import rules; print(*(each.name for each in rules()))")
    assert "invented_defect" in found.split()


def test_a_new_metric_is_one_file_and_its_cases_and_passes(copy: Path) -> None:
    made = new_metric("invented_number", copy)
    assert sorted(path.name for path in made) == ["invented_number.py", "invented_number.yaml"]
    assert "4 passed" in _pytest(copy, "tests/engine/metrics", "-k", "invented_number")
    found = _python(copy, "from plumbline.engine.catalogue import metrics; print(*(each.name for each in metrics()))")
    assert "invented_number" in found.split()


def test_nothing_is_overwritten(copy: Path) -> None:
    made = new_rule("logic/invented_defect", copy)
    with pytest.raises(CannotStart, match="is there already"):
        new_rule("logic/invented_defect", copy)
    assert all(path.exists() for path in made)


@pytest.mark.parametrize("name", ["logic", "logic/", "Logic/leads", "logic/../../etc", "no_such_family/leads_twice"])
def test_a_name_that_cannot_be_is_refused_with_a_reason(name: str, copy: Path) -> None:
    with pytest.raises(CannotStart):
        new_rule(name, copy)


def _contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _pytest(folder: Path, *arguments: str) -> str:
    return _run(folder, "-m", "pytest", "-q", "-p", "no:django", "-p", "no:cacheprovider", *arguments)


def _python(folder: Path, code: str) -> str:
    return _run(folder, "-c", code)


def _run(folder: Path, *arguments: str) -> str:
    environment = {"PYTHONPATH": f"{folder / 'src'}:{folder / 'tests'}", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr
