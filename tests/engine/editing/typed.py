"""Plans written edit by edit, for tests."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from plumbline.engine.editing import CannotEdit, apply, empty_plan
from plumbline.engine.editing.fields import fields
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity, Schedule

START = datetime(2026, 3, 2, 8)


def plan(names: str = "Dig\nPour\nBuild\nOpen") -> Schedule:
    """Rows 1, 2, 3 and so on, of a day each."""
    return apply(empty_plan("Boathouse", START), "add", {"names": names}).schedule


def edited(schedule: Schedule, name: str, /, **arguments: Any) -> Schedule:
    return apply(schedule, name, arguments).schedule


def written(schedule: Schedule, row: str, **values: str) -> Schedule:
    """The plan with these fields of a row, one after the other."""
    for field, value in values.items():
        schedule = edited(schedule, "set", rows=row, field=field, value=value)
    return schedule


def cell(schedule: Schedule, row: str, field: str) -> str:
    return fields()[field].text(Working(schedule), schedule.activity_by_uid[row])


def row(schedule: Schedule, uid: str) -> Activity:
    return schedule.activity_by_uid[uid]


def outline(schedule: Schedule) -> dict[str, str | None]:
    """Each row in order, with the row above it."""
    return {str(each.uid): None if each.parent is None else str(each.parent) for each in schedule.activities}


def refusal(schedule: Schedule, name: str, /, **arguments: Any) -> CannotEdit:
    with pytest.raises(CannotEdit) as caught:
        apply(schedule, name, arguments)
    return caught.value
