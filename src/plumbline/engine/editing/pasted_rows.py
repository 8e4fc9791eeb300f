"""Cells by field into the rows they are for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from plumbline.engine.calendars import WorkingTime
from plumbline.engine.editing.entries import instant_in
from plumbline.engine.editing.fields import fields
from plumbline.engine.editing.outline import with_activities
from plumbline.engine.editing.pasted import Line
from plumbline.engine.editing.refusal import CannotEdit
from plumbline.engine.editing.working import Working
from plumbline.engine.readers.table.cells import DAY_FINISH, DAY_START
from plumbline.engine.schedule import Constraint, ConstraintKind, Schedule, Uid

_FIRST = ("name", "calendar", "kind", "duration", "start", "finish", "constraint", "constraint_date", "deadline")
_THEN = ("actual_start", "percent", "actual_finish", "remaining", "owner")
_AT_LAST = ("predecessors", "successors")


def with_levels(schedule: Schedule, lines: Mapping[Uid, Line]) -> Schedule:
    """New rows under each other by their ``level``, as those of a table; the highest stay where they are."""
    levels = {uid: int(text) for uid, line in lines.items() if (text := line.get("level")).isdecimal()}
    if not levels:
        return schedule
    above: list[tuple[int, Uid]] = []
    parents: dict[Uid, Uid] = {}
    for uid in lines:
        level = levels.get(uid, 0)
        while above and above[-1][0] >= level:
            above.pop()
        if above:
            parents[uid] = above[-1][1]
        above.append((level, uid))
    rows = (replace(each, parent=parents[each.uid]) if each.uid in parents else each for each in schedule.activities)
    return with_activities(schedule, rows)


def filled(working: Working, lines: Mapping[Uid, Line], new: Collection[Uid]) -> None:
    """All that links, ids and names need comes before the links."""
    for uid, line in lines.items():
        if line.get("id") and uid not in new:
            _write(working, uid, line, "id", line.get("id"))
    for uid, line in lines.items():
        dated = _dates(working, uid, line) if uid in new else frozenset[str]()
        for field in (*_FIRST, *_THEN):
            text = line.get(field)
            if field == "constraint" and line.get("constraint_date"):
                text = f"{text} {line.get('constraint_date')}" if text else ""
            if field == "kind" and text.lower() in ("summary", "phase", "wbs", "group"):
                continue
            if text and field not in dated and not (field == "constraint_date" and line.get("constraint")):
                _write(working, uid, line, field, text)
    for uid, line in lines.items():
        for field in _AT_LAST:
            if line.get(field):
                _write(working, uid, line, field, line.get(field))


def _dates(working: Working, uid: Uid, line: Line) -> frozenset[str]:
    """Start and finish of a new row as a table has them; the fields that need no more writing."""
    activity = working.activity(uid)
    if activity.is_summary:
        return frozenset({"start", "finish", "duration", "percent", "remaining", "kind"})
    start = instant_in(line.get("start"), DAY_START, None, "start")
    finish = instant_in(line.get("finish"), DAY_FINISH, None, "finish")
    activity = replace(activity, planned_start=start, planned_finish=finish)
    if start and finish and not line.get("duration"):
        if finish < start:
            raise CannotEdit(f"Line {line.number}: the finish is before the start.", field="finish")
        calendar = working.calendar_of(activity)
        minutes = WorkingTime(calendar).between(start, finish)
        activity = replace(activity, duration=minutes, remaining=minutes)
    held = line.get("predecessors") or line.get("constraint") or line.get("actual_start")
    if start and not held:
        activity = replace(activity, constraints=(Constraint(ConstraintKind.START_NO_EARLIER_THAN, start),))
    working.put(activity)
    return frozenset({"start", "finish"})


def _write(working: Working, uid: Uid, line: Line, field: str, text: str) -> None:
    try:
        fields()[field].write(working, working.activity(uid), text)
    except CannotEdit as error:
        raise CannotEdit(f"Line {line.number}: {error}", row=None, field=error.field or field) from None
