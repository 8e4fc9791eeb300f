"""Rows of a new plan, numbered as they come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from plumbline.engine.editing import empty_plan
from plumbline.engine.readers.limits import shortened
from plumbline.engine.schedule import Activity, ActivityKind, Link, LinkKind, Schedule

A_DAY = 480


class Rows:
    """Activities and links in the order in which they are written down. Numbers are text, as a table has them."""

    def __init__(self) -> None:
        self._activities: list[Activity] = []
        self._links: list[Link] = []

    def summary(self, name: str, under: str | None = None) -> str:
        return self._add(name, under, ActivityKind.SUMMARY, 0)

    def work(self, name: str, days: float, under: str | None = None, after: Iterable[str] = ()) -> str:
        return self._linked(self._add(name, under, ActivityKind.TASK, round(days * A_DAY)), after)

    def milestone(self, name: str, under: str | None = None, after: Iterable[str] = ()) -> str:
        return self._linked(self._add(name, under, ActivityKind.FINISH_MILESTONE, 0), after)

    def start_milestone(self, name: str) -> str:
        return self._add(name, None, ActivityKind.START_MILESTONE, 0)

    def promise(self, uid: str, deadline: datetime) -> None:
        at = int(uid) - 1
        self._activities[at] = replace(self._activities[at], deadline=deadline)

    def plan(self, name: str, start: datetime) -> Schedule:
        return replace(empty_plan(name, start), activities=tuple(self._activities), links=tuple(self._links))

    def _add(self, name: str, under: str | None, kind: ActivityKind, minutes: int) -> str:
        uid = str(len(self._activities) + 1)
        self._activities.append(
            Activity(
                uid=uid,
                id=uid,
                name=shortened(name),
                kind=kind,
                parent=under,
                duration=minutes,
                remaining=minutes,
            )
        )
        return uid

    def _linked(self, uid: str, after: Iterable[str]) -> str:
        self._links.extend(Link(each, uid, LinkKind.FINISH_START) for each in after)
        return uid
