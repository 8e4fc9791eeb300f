"""Small plans to write at."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from plumbline.engine.editing import empty_plan
from plumbline.engine.schedule import Activity, ActivityKind, Link, Schedule

A_DAY = 480


def house() -> Schedule:
    """1 Build, with 2 Ground, 3 Walls and 4 Roof under it, each after the one before."""
    rows = [Activity(uid="1", id="1", name="Build", kind=ActivityKind.SUMMARY)]
    rows += [row(number, name) for number, name in ((2, "Ground"), (3, "Walls"), (4, "Roof"))]
    plan = replace(empty_plan("House", datetime(2026, 3, 2, 8)), activities=tuple(rows))
    return replace(plan, links=(Link("2", "3"), Link("3", "4")))


def row(number: int, name: str, days: int = 5, parent: str | None = "1") -> Activity:
    minutes = days * A_DAY
    return Activity(uid=str(number), id=str(number), name=name, duration=minutes, remaining=minutes, parent=parent)
