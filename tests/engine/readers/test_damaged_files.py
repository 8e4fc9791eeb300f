"""Files that were damaged are read or refused, soon, in little memory, and nothing on the machine is touched."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from conftest import REPOSITORY, Tell
from engine.readers.damage import REAL, REAL_DATA, WRITTEN

TIMES = 40
SECONDS, MEGABYTES = 10, 512


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a process that read the whole corpus says of it, and the files it left where it ran."""
    folder = tmp_path_factory.mktemp("damaged")
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(str(REPOSITORY / each) for each in ("tests", "src")),
        "PYTHONDONTWRITEBYTECODE": "1",
        "TMPDIR": str(folder),
    }
    program = [sys.executable, str(Path(__file__).with_name("reading_damaged.py")), str(TIMES)]
    done = subprocess.run(program, cwd=folder, env=environment, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout) | {"left": [each.name for each in folder.iterdir()]}


def test_every_kind_of_file_is_in_the_corpus(told: dict[str, Any]) -> None:
    real = [each for each in REAL if (REAL_DATA / each).exists()]
    assert len(told["files"]) == len(WRITTEN) + len(real)
    assert all(each["read"] == TIMES for each in told["files"].values())
    assert all(each["refused"] for each in told["files"].values()), "a file was never hurt"


def test_nothing_but_a_refusal_is_raised(told: dict[str, Any]) -> None:
    assert {name: each["raised"] for name, each in told["files"].items() if each["raised"]} == {}


def test_each_file_takes_little_time_and_memory(told: dict[str, Any], tell: Tell) -> None:
    slowest = max(told["files"], key=lambda name: told["files"][name]["slowest"])
    seconds, megabytes = told["files"][slowest]["slowest"], told["megabytes"]
    number = TIMES * len(told["files"])
    tell(f"damaged files: {number} read; slowest {slowest} {seconds:.2f} s; at most {megabytes:.0f} MB")
    assert seconds < SECONDS
    assert megabytes < MEGABYTES


def test_nothing_on_the_machine_is_touched(told: dict[str, Any]) -> None:
    assert told["touched"] == []
    assert told["left"] == []
