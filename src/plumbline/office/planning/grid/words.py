"""Cells of the grid as they are typed: what stands in a cell means the same when it is sent back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from plumbline.engine.calendars.work_calendar import MINUTES_PER_DAY
from plumbline.engine.schedule import ActivityKind, ConstraintKind, Link, LinkKind, Schedule, Uid
from plumbline.engine.writers.table.amounts import lag
from plumbline.engine.writers.table.predecessors import predecessors_cell

CONSTRAINTS = {
    ConstraintKind.START_NO_EARLIER_THAN: "SNET",
    ConstraintKind.FINISH_NO_EARLIER_THAN: "FNET",
    ConstraintKind.START_NO_LATER_THAN: "SNLT",
    ConstraintKind.FINISH_NO_LATER_THAN: "FNLT",
    ConstraintKind.MUST_START_ON: "MSO",
    ConstraintKind.MUST_FINISH_ON: "MFO",
    ConstraintKind.START_ON: "SO",
    ConstraintKind.FINISH_ON: "FO",
    ConstraintKind.AS_LATE_AS_POSSIBLE: "ALAP",
}
KINDS = {
    ActivityKind.TASK: "task",
    ActivityKind.START_MILESTONE: "milestone",
    ActivityKind.FINISH_MILESTONE: "milestone",
    ActivityKind.LEVEL_OF_EFFORT: "level of effort",
    ActivityKind.SUMMARY: "summary",
}


def duration(minutes: int, elapsed: bool, minutes_per_day: int) -> str:
    """``5d``, ``2.5d``, ``3h``, ``20m``; ``4ed`` around the clock. Exact, so that nothing changes when it is sent."""
    day, sign = (MINUTES_PER_DAY, "e") if elapsed else (minutes_per_day, "")
    if minutes % day == 0:
        return f"{minutes // day}{sign}d"
    if minutes * 10 % day == 0:
        return f"{minutes / day:g}{sign}d"
    return f"{minutes // 60}{sign}h" if minutes % 60 == 0 else f"{minutes}{sign}m"


def moment(instant: datetime | None) -> str | None:
    return instant.isoformat(timespec="minutes") if instant else None


class Labels:
    """What rows are called in cells: by their id, or by their uid where another row has the same id."""

    def __init__(self, schedule: Schedule) -> None:
        self.of: dict[Uid, str] = {}
        taken = {str(each.uid): each.uid for each in schedule.activities}
        taken |= {each.id: each.uid for each in reversed(schedule.activities) if each.id}
        for each in schedule.activities:
            self.of[each.uid] = each.id if taken.get(each.id) == each.uid else str(each.uid)
        self._known: Mapping[str, Uid] = {label: uid for uid, label in self.of.items()}
        self._ids = {label: label for label in self._known}

    def tie(self, link: Link, end: Uid) -> str:
        """One link as it stands in a cell, named by the row at its other end: ``12FS+2d``."""
        label, amount = self.of[end], lag(link.lag, link.elapsed)
        kind = "" if link.kind is LinkKind.FINISH_START and not amount else link.kind.value
        text = f"{label}{kind}{amount}"
        if not any(text[:stop] in self._known for stop in range(len(label) + 1, len(text) + 1)):
            return text
        named = Link(label, label, link.kind, link.lag, link.elapsed)
        return predecessors_cell([named], {label: label}, self._ids).rstrip(";")


def owner(names: list[str]) -> str:
    return "; ".join(dict.fromkeys(each for each in names if each))
