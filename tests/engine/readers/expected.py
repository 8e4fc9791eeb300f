"""Plan files with what another program read from them, in one form whichever folder they lie in."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from plumbline.engine.calendars import Window, WorkCalendar
from plumbline.engine.schedule import Activity, Schedule

JSON = dict[str, Any]


@dataclass
class Comparison:
    """Counts per field how often ours equals theirs, and keeps what differs."""

    compared: Counter[str] = field(default_factory=Counter)
    differences: list[tuple[str, object, object, object]] = field(default_factory=list)

    def add(self, name: str, place: object, ours: object, theirs: object) -> None:
        self.compared[name] += 1
        if ours != theirs:
            self.differences.append((name, place, ours, theirs))


def load(path: Path) -> JSON:
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return json.loads(content)  # type: ignore[no-any-return]


def beside(plan: Path) -> Path:
    stem = plan.name.removesuffix(".gz").rpartition(".")[0]
    plain = plan.with_name(f"{stem}.expected.json")
    return plain if plain.exists() else plan.with_name(f"{stem}.expected.json.gz")


def instant(value: datetime | None) -> str | None:
    return value.isoformat(timespec="minutes") if value else None


def whole_minutes(text: str | None) -> str | None:
    """Some files have seconds; a plan is read to the minute."""
    return text[: len("2026-01-01T08:00")] if text else None


def rounded(minutes: float | None) -> int | None:
    return None if minutes is None else round(minutes)


def stored(activity: Activity) -> JSON:
    dates = activity.stored
    assert dates is not None
    return {
        "early_start": instant(dates.early_start),
        "early_finish": instant(dates.early_finish),
        "late_start": instant(dates.late_start),
        "late_finish": instant(dates.late_finish),
        "total_float_min": dates.total_float,
    }


def constraint(activity: Activity) -> str | None:
    return activity.constraints[0].kind.name if activity.constraints else None


def hours(windows: tuple[Window, ...]) -> list[list[str]]:
    return [[f"{minute // 60:02}:{minute % 60:02}" for minute in window] for window in windows]


def calendar(ours: WorkCalendar) -> JSON:
    return {
        "week": {str(day): hours(windows) for day, windows in enumerate(ours.week, start=1)},
        "exceptions": [
            {"from": str(each.first), "to": str(each.last), "hours": hours(each.windows)}
            for each in sorted(ours.exceptions, key=lambda each: each.first)
        ],
    }


def links(schedule: Schedule) -> Counter[tuple[object, ...]]:
    return Counter((each.predecessor, each.successor, each.kind.value, each.lag) for each in schedule.links)
