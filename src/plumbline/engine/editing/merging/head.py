"""What is said of the plan as a whole, setting by setting and calendar by calendar."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from plumbline.engine.calendars import WorkCalendar
from plumbline.engine.editing.merging.three_way import Choices
from plumbline.engine.schedule import Activity, Schedule, Uid

_OF_THEIR_OWN = frozenset({"activities", "links", "resources", "assignments", "calendars", "derived"})


def merged_head(base: Schedule, mine: Schedule, theirs: Schedule, choices: Choices[Any]) -> dict[str, Any]:
    """The fields of a schedule besides its rows and what hangs on them; keys of conflicts are “head:start”."""
    return {
        each.name: choices.merged(f"head:{each.name}", *(getattr(side, each.name) for side in (base, mine, theirs)))
        for each in fields(Schedule)
        if each.name not in _OF_THEIR_OWN
    }


def merged_calendars(
    sides: tuple[Schedule, Schedule, Schedule],
    choices: Choices[WorkCalendar | None],
    activities: tuple[Activity, ...],
    default: Uid,
) -> tuple[WorkCalendar, ...]:
    """Those that either side has, as far as they were not taken out of both; what is used stays."""
    base, mine, theirs = (each.calendar_by_uid for each in sides)
    used = {each.calendar for each in activities} | {default}
    found = []
    for uid in dict.fromkeys([*base, *sorted({*mine, *theirs} - set(base), key=str)]):
        key = f"calendar:{uid}"
        merged = choices.merged(key, base.get(uid), mine.get(uid), theirs.get(uid))
        if merged is None and uid in used:
            merged = mine.get(uid) or theirs.get(uid) or base[uid]
        if merged is not None:
            found.append(merged)
    return tuple(found)
