"""What each side says of each row: the row itself, what leads to it, who works on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from plumbline.engine.schedule import Activity, Assignment, Link, Schedule, Uid

T = TypeVar("T")


@dataclass(frozen=True)
class Side:
    schedule: Schedule

    def row(self, uid: Uid) -> Activity | None:
        return self.schedule.activity_by_uid.get(uid)

    def links_to(self, uid: Uid) -> tuple[Link, ...]:
        return self._links.get(uid, ())

    def work_on(self, uid: Uid) -> tuple[Assignment, ...]:
        return self._work.get(uid, ())

    @cached_property
    def uids(self) -> list[Uid]:
        return [each.uid for each in self.schedule.activities]

    @cached_property
    def _links(self) -> dict[Uid, tuple[Link, ...]]:
        return _grouped(self.schedule.links, lambda each: each.successor)

    @cached_property
    def _work(self) -> dict[Uid, tuple[Assignment, ...]]:
        return _grouped(self.schedule.assignments, lambda each: each.activity)

    def uses_anew(self, base: Side) -> set[Uid]:
        """Rows of the base that this side put something under, or links from, which the base does not."""
        were = {each.uid: each.parent for each in base.schedule.activities}
        above = {
            each.parent
            for each in self.schedule.activities
            if each.parent is not None and were.get(each.uid) != each.parent
        }
        known = set(base.schedule.links)
        return above | {each.predecessor for each in self.schedule.links if each not in known}


def _grouped(parts: Iterable[T], row: Callable[[T], Uid]) -> dict[Uid, tuple[T, ...]]:
    found: dict[Uid, list[T]] = {}
    for each in parts:
        found.setdefault(row(each), []).append(each)
    return {uid: tuple(each) for uid, each in found.items()}
