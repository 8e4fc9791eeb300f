"""Three-way merge of plans, row by row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from plumbline.engine.editing.merging.head import merged_calendars, merged_head
from plumbline.engine.editing.merging.order import merged_order
from plumbline.engine.editing.merging.parts import as_they_were
from plumbline.engine.editing.merging.people import merged_resources
from plumbline.engine.editing.merging.renumber import renumbered
from plumbline.engine.editing.merging.sides import Side
from plumbline.engine.editing.merging.three_way import MINE, THEIRS, Choices
from plumbline.engine.editing.outline import children_of, fitting, in_outline_order
from plumbline.engine.editing.row_order import links_by_row, work_by_row
from plumbline.engine.schedule import Activity, Assignment, Link, Schedule, Uid

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Both sides changed the same thing in different ways. ``key`` is what a choice is given under.

    ``row`` is the uid, or ``None`` for a setting, a calendar or the order of rows. ``mine`` and ``theirs`` are both
    versions: the row (``None`` where it was removed), or the value.
    """

    key: str
    row: Uid | None
    mine: Any
    theirs: Any


@dataclass(frozen=True, slots=True)
class Merged:
    """``schedule`` has what was chosen, else mine. ``renumbered``: new rows of mine that got other uids."""

    schedule: Schedule
    conflicts: tuple[Conflict, ...]
    renumbered: Mapping[Uid, Uid] = field(default_factory=dict)


def merge(base: Schedule, mine: Schedule, theirs: Schedule, choices: Mapping[str, str] | None = None) -> Merged:
    """What both sides changed against ``base``, in one plan.

    A change of one side is taken; where both changed the same row, its links or its owners, that is a conflict, which
    ``choices`` (``mine`` or ``theirs`` by key) decides. New rows of both sides are kept. ``merge(b, m, b)`` is m.

    Source: docs/methods/editing.md.
    """
    mine, new_uids = renumbered(base, mine, theirs)
    return _Merge(Side(base), Side(mine), Side(theirs), Choices(choices or {})).merged(new_uids)


class _Merge:
    def __init__(self, base: Side, mine: Side, theirs: Side, choices: Choices[Any]) -> None:
        self.base, self.mine, self.theirs, self.choices = base, mine, theirs, choices
        self.sides = base, mine, theirs

    def merged(self, new_uids: Mapping[Uid, Uid]) -> Merged:
        rows = self._rows()
        order = merged_order(self.base.uids, self.mine.uids, self.theirs.uids, rows.keys(), self.choices)
        activities = self._in_outline([rows[uid] for uid in order])
        uids = [each.uid for each in activities]
        links = [each for uid in uids for each in self._links_to(uid, rows)]
        work = [each for uid in uids for each in self._work_on(uid)]
        base, mine, theirs = plans = tuple(each.schedule for each in self.sides)
        head = merged_head(base, mine, theirs, self.choices)
        calendars = merged_calendars((base, mine, theirs), self.choices, activities, head["default_calendar"])
        assignments = as_they_were(work, *(each.assignments for each in plans), by_row=all(map(work_by_row, plans)))
        resources = merged_resources(base, mine, theirs, assignments)
        schedule = Schedule(
            **head,
            calendars=as_they_were(calendars, base.calendars, mine.calendars, theirs.calendars),
            activities=activities,
            links=as_they_were(links, *(each.links for each in plans), by_row=all(map(links_by_row, plans))),
            resources=resources,
            assignments=assignments,
        )
        return Merged(schedule, tuple(self._conflicts()), new_uids)

    def _rows(self) -> dict[Uid, Activity]:
        """Every row that is kept, as it is kept."""
        used = {MINE: self.mine.uses_anew(self.base), THEIRS: self.theirs.uses_anew(self.base)}
        found: dict[Uid, Activity] = {}
        for uid in dict.fromkeys([*self.base.uids, *self.mine.uids, *self.theirs.uids]):
            base, mine, theirs = (each.row(uid) for each in self.sides)
            merged = self.choices.merged(_row(uid), base, mine, theirs)
            removed = (mine is None, theirs is None)
            if base is not None and merged is None and removed != (True, True):
                other = THEIRS if mine is None else MINE
                if uid in used[other] or self._hangs_on(uid, other):
                    merged = self.choices.between(_row(uid), mine, theirs)
            if merged is not None:
                found[uid] = merged
        return found

    def _hangs_on(self, uid: Uid, other: str) -> bool:
        """Whether the side that kept a row changed what leads to it or who works on it."""
        side = self.theirs if other == THEIRS else self.mine
        return side.links_to(uid) != self.base.links_to(uid) or side.work_on(uid) != self.base.work_on(uid)

    def _links_to(self, uid: Uid, kept: Mapping[Uid, Activity]) -> tuple[Link, ...]:
        return self._part(uid, *(self._links_of(side, uid, kept) for side in self.sides))

    def _links_of(self, side: Side, uid: Uid, kept: Mapping[Uid, Activity]) -> tuple[Link, ...]:
        """That a side lost links because it removed the row they come from says nothing about the links."""
        own = tuple(each for each in side.links_to(uid) if each.predecessor in kept)
        lost = (each for each in self.base.links_to(uid) if each.predecessor in kept and not side.row(each.predecessor))
        return (*own, *lost)

    def _work_on(self, uid: Uid) -> tuple[Assignment, ...]:
        return self._part(uid, *(each.work_on(uid) for each in self.sides))

    def _part(self, uid: Uid, base: tuple[T, ...], mine: tuple[T, ...], theirs: tuple[T, ...]) -> tuple[T, ...]:
        """What hangs on a row that only one side has is that side's."""
        if self.mine.row(uid) is None:
            return theirs
        if self.theirs.row(uid) is None:
            return mine
        merged: tuple[T, ...] = self.choices.merged(_row(uid), base, mine, theirs)
        return merged

    def _in_outline(self, rows: list[Activity]) -> tuple[Activity, ...]:
        """Each under a row that is kept, and none under itself."""
        kept = {each.uid: each for each in rows}
        placed = [
            replace(each, parent=parent) if each.parent != (parent := self._parent(each, kept)) else each
            for each in rows
        ]
        children = children_of(placed)
        reached = {each.uid for each in in_outline_order(children)}
        if len(reached) < len(placed):
            placed = [each if each.uid in reached else self._out_of_the_ring(each) for each in placed]
            children = children_of(placed)
            reached = {each.uid for each in in_outline_order(children)}
            placed = [each if each.uid in reached else replace(each, parent=None) for each in placed]
            children = children_of(placed)
        had_below = {each.parent for side in self.sides for each in side.schedule.activities}
        return tuple(fitting(each, bool(children.get(each.uid)), had_below) for each in in_outline_order(children))

    def _parent(self, activity: Activity, kept: Mapping[Uid, Activity]) -> Uid | None:
        """The nearest summary above that is still there."""
        parent = activity.parent
        while parent is not None and parent not in kept:
            gone = next((row for side in self.sides if (row := side.row(parent))), None)
            parent = gone.parent if gone else None
        return parent

    def _out_of_the_ring(self, activity: Activity) -> Activity:
        """Each side put the one under the other: one of them has to have its way."""
        mine, theirs = self.mine.row(activity.uid), self.theirs.row(activity.uid)
        chosen = self.choices.between(_row(activity.uid), mine, theirs) or activity
        return replace(activity, parent=chosen.parent)

    def _conflicts(self) -> Iterable[Conflict]:
        for key, (mine, theirs) in self.choices.asked.items():
            kind, _, _ = key.partition(":")
            if kind != "row":
                yield Conflict(key, None, mine, theirs)
        asked = self.choices.asked
        for uid in dict.fromkeys([*self.mine.uids, *self.theirs.uids, *self.base.uids]):
            if _row(uid) in asked:
                yield Conflict(_row(uid), uid, self.mine.row(uid), self.theirs.row(uid))


def _row(uid: Uid) -> str:
    return f"row:{uid}"
