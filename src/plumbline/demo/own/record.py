"""The record of the acceptance tests: each feature with the run it was in last."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "features.json"


@dataclass(frozen=True, slots=True)
class Feature:
    """``said`` is what was reported of it, in Cucumber's JSON: with the tag ``@AC-`` and its ``number``."""

    number: int
    file: str
    text: str
    revision: str
    ran_on: date
    said: Mapping[str, Any]

    @property
    def name(self) -> str:
        return str(self.said["name"])


@dataclass(frozen=True, slots=True)
class Run:
    """Features that ran on the same day, on the same revision; ``report`` is a file as any build hands it in."""

    revision: str
    ran_on: date
    report: bytes


@dataclass(frozen=True, slots=True)
class Record:
    """In the order of numbers, which is that of files."""

    features: tuple[Feature, ...]

    @property
    def last_day(self) -> date:
        return max(each.ran_on for each in self.features)

    @property
    def runs(self) -> list[Run]:
        """The oldest first. After some features were recorded again there are several."""
        parts: dict[tuple[date, str], list[Feature]] = {}
        for each in self.features:
            parts.setdefault((each.ran_on, each.revision), []).append(each)
        return [Run(revision, day, _report(parts[day, revision])) for day, revision in sorted(parts)]


def recorded() -> Record:
    lines = sorted(json.loads(FILE.read_text(encoding="utf-8")), key=lambda each: str(each["file"]))
    return Record(tuple(_feature(number, each) for number, each in enumerate(lines, 1)))


def _feature(number: int, line: Mapping[str, Any]) -> Feature:
    said = line["said"] | {"tags": [{"name": f"@AC-{number}"}]}
    return Feature(number, line["file"], line["text"], line["revision"], date.fromisoformat(line["ran_on"]), said)


def _report(features: Iterable[Feature]) -> bytes:
    return json.dumps([each.said for each in features], ensure_ascii=False).encode()
