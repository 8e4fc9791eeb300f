"""The record of a run of the acceptance tests, and what was asked by number."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Asked:
    """One feature as a criterion: its results have the tag ``@AC-`` with its ``number``."""

    number: int
    file: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Record:
    """``features`` by number; ``run`` is the file of results as it is handed in, of the commit ``revision``."""

    features: tuple[Asked, ...]
    revision: str
    ran_on: date
    run: bytes


def recorded() -> Record:
    said = json.loads((FOLDER / "features.json").read_text(encoding="utf-8"))
    features = tuple(Asked(**each) for each in said["features"])
    run = (FOLDER / "last_run.json").read_bytes()
    return Record(features, said["revision"], date.fromisoformat(said["ran_on"]), run)
