"""What a comparison consists of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from plumbline.engine.comparison.kinds import ChangeKind, How, SuspicionKind, Thing
from plumbline.engine.schedule import Activity, Link, Schedule, Uid


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that is not what it was.

    ``uid``, ``id`` and ``name`` are those of the later version, where the thing is in it. Of a link they are its
    successor's, and ``before`` and ``after`` are the links themselves; of an assignment ``uid`` and ``id`` are the
    activity's and ``name`` the resource's. A calendar's working time is compared in hours a month.
    """

    kind: ChangeKind
    how: How
    thing: Thing
    uid: Uid | None = None
    id: str = ""
    name: str = ""
    field: str = ""
    before: object = None
    after: object = None


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A change that makes the plan look better than it is. It asks a question; it does not prove an intent."""

    kind: SuspicionKind
    reason: str
    uid: Uid | None = None
    id: str = ""
    name: str = ""


@dataclass(frozen=True)
class Comparison:
    """Two versions of one plan. ``before`` goes by the unique ids of ``after``, so that both can be read together.

    ``finish_moved_by`` is working minutes on the later version's default calendar, positive when it slipped. What
    needs calculated dates is ``None``, and no suspicion is raised from it, where a version cannot be calculated.
    """

    before: Schedule
    after: Schedule
    changes: tuple[Change, ...]
    suspicions: tuple[Suspicion, ...]
    finish_before: datetime | None
    finish_after: datetime | None
    finish_moved_by: int | None

    @cached_property
    def added(self) -> tuple[Activity, ...]:
        """Activities that only the later version has, in its order."""
        return tuple(each for each in self.after.activities if each.uid not in self.before.activity_by_uid)

    @cached_property
    def removed(self) -> tuple[Activity, ...]:
        """Activities that only the earlier version has, in its order."""
        return tuple(each for each in self.before.activities if each.uid not in self.after.activity_by_uid)

    def of_kind(self, kind: ChangeKind) -> tuple[Change, ...]:
        return tuple(each for each in self.changes if each.kind is kind)

    @cached_property
    def links(self) -> tuple[tuple[Link | None, Link | None], ...]:
        """Each changed link as it was and as it is."""
        return tuple(
            (each.before, each.after)  # type: ignore[misc]
            for each in self.changes
            if each.thing is Thing.LINK
        )
