"""The record of a run of the acceptance tests, and what was asked by number."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

FOLDER = Path(__file__).parent
FEATURES = FOLDER / "features.json"
LAST_RUN = FOLDER / "last_run.json"


@dataclass(frozen=True, slots=True)
class Record:
    """``features`` are texts by the name of their file, ``run`` the file of results as it is handed in."""

    features: dict[str, str]
    revision: str
    ran_on: date
    run: bytes


@dataclass(frozen=True, slots=True)
class Asked:
    """One feature as a criterion: ``tag`` ties results to it, and ``name`` is what stands behind ``Feature:``."""

    number: int
    file: str
    name: str
    text: str

    @property
    def tag(self) -> str:
        return f"@AC-{self.number}"


def recorded() -> Record:
    said = json.loads(FEATURES.read_text(encoding="utf-8"))
    return Record(said["features"], said["revision"], date.fromisoformat(said["ran_on"]), LAST_RUN.read_bytes())


def asked_by(features: Mapping[str, str]) -> list[Asked]:
    """In the order of their files, counted from 1."""
    return [
        Asked(number, file, _name(features[file]), features[file]) for number, file in enumerate(sorted(features), 1)
    ]


def _name(text: str) -> str:
    line = next(each for each in text.splitlines() if each.strip().startswith("Feature:"))
    return line.partition(":")[2].strip()
