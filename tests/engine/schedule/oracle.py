"""Dates that another program calculated, and how many of ours equal them."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from plumbline.engine.readers import read
from plumbline.engine.schedule import Dialect, Schedule, Uid
from plumbline.engine.schedule.calculate import ActivityDates, calculate

DATES = ("early_start", "early_finish", "late_start", "late_finish")
FLOATS = ("total_float", "free_float")
EVERYTHING = DATES + FLOATS
_MINUTES = len("2026-01-01T08:00")


@dataclass(frozen=True)
class Agreement:
    """``doubted`` are activities compared where the oracle itself is known to be wrong, ``doubted_equal`` included."""

    name: str
    compared: int
    equal: int
    doubted: int
    doubted_equal: int
    differences: tuple[tuple[str, int], ...]
    different: frozenset[Uid]

    @property
    def share(self) -> float:
        return self.equal / self.compared

    @property
    def share_without_doubted(self) -> float:
        return (self.equal - self.doubted_equal) / max(1, self.compared - self.doubted)

    def __str__(self) -> str:
        differences = ", ".join(f"{count} {name}" for name, count in self.differences) or "none"
        return (
            f"{self.name}: {self.equal} of {self.compared} activities equal in all that is compared "
            f"({self.share:.2%}; {self.share_without_doubted:.2%} without {self.doubted} the oracle is wrong on); "
            f"differences: {differences}"
        )


@cache
def generated_agreement(plan: Path) -> Agreement:
    """Of a plan in the folder of generated ones, against the ``.expected.json`` beside it."""
    expected = _json(_expected_beside(plan))
    (schedule,) = read(plan.read_bytes(), plan.name).schedules
    activities = {each["uid"]: each for each in expected["activities"] if not each.get("summary")}
    return _agreement(plan.name, schedule, activities, _doubted(expected))


def generated_plans(folder: Path) -> list[Path]:
    return sorted(
        each
        for each in folder.iterdir()
        if each.name.removesuffix(".gz").endswith((".xer", ".xml")) and _expected_beside(each).exists()
    )


def _expected_beside(plan: Path) -> Path:
    stem = plan.name.removesuffix(".gz").rsplit(".", 1)[0]
    plain = plan.with_name(f"{stem}.expected.json")
    return plain if plain.exists() else plan.with_name(f"{stem}.expected.json.gz")


def _json(path: Path) -> Any:
    data = path.read_bytes()
    return json.loads(gzip.decompress(data) if path.suffix == ".gz" else data)


def _agreement(
    name: str,
    schedule: Schedule,
    expected: dict[Uid, Any],
    doubted: set[Uid],
    fields: tuple[str, ...] = EVERYTHING,
) -> Agreement:
    dates = calculate(schedule).dates
    differences: Counter[str] = Counter()
    equal: set[Uid] = set()
    for uid, values in expected.items():
        different = different_fields(dates[uid], values, fields) if uid in dates else ["missing"]
        differences.update(different)
        if not different:
            equal.add(uid)
    here = doubted & expected.keys()
    return Agreement(
        name,
        len(expected),
        len(equal),
        len(here),
        len(here & equal),
        tuple(differences.most_common()),
        frozenset(expected.keys() - equal),
    )


def different_fields(dates: ActivityDates, expected: dict[str, Any], fields: tuple[str, ...]) -> list[str]:
    """Which of ``fields`` differ in ``dates`` from what is expected; null is not compared, ``*_norm`` is as good."""
    different = []
    for field in fields:
        if field in FLOATS:
            ours, theirs = getattr(dates, field), (expected.get(f"{field}_min"),)
        else:
            instant: datetime | None = getattr(dates, field)
            ours = instant.isoformat(timespec="minutes") if instant else None
            theirs = tuple(text and text[:_MINUTES] for text in (expected.get(field), expected.get(f"{field}_norm")))
        if theirs[0] is not None and ours not in theirs:
            different.append(field)
    return different


def _doubted(expected: dict[str, Any]) -> set[Uid]:
    """What lies upstream of a late date, or downstream of an early one, that the oracle itself got wrong."""
    checks = expected["oracle_checks"]
    before: dict[Uid, list[Uid]] = {}
    after: dict[Uid, list[Uid]] = {}
    for predecessor, successor, *_ in expected["links"]:
        before.setdefault(successor, []).append(predecessor)
        after.setdefault(predecessor, []).append(successor)
    late = checks.get("late finish leaves less than the lag before an FS successor", {}).get("activities", [])
    doubted = _reached({predecessor for predecessor, _ in late}, before)
    if expected["dialect"] == Dialect.P6:
        early = checks.get("starts before an FS predecessor finishes", {}).get("activities", [])
        doubted |= _reached({successor for _, successor in early}, after)
        doubted |= {predecessor for predecessor, _ in early}
    return doubted


def _reached(roots: set[Uid], onward: dict[Uid, list[Uid]]) -> set[Uid]:
    found = set(roots)
    waiting = list(roots)
    while waiting:
        for each in onward.get(waiting.pop(), ()):
            if each not in found:
                found.add(each)
                waiting.append(each)
    return found
