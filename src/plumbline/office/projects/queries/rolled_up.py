"""What summaries take from the activities below them, as people see it: actual dates, baseline, share done."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from plumbline.engine.schedule import Schedule, Uid


@dataclass(slots=True)
class Span:
    """``work`` is minutes at completion, ``done`` those of them that are done."""

    start: datetime | None = None
    finish: datetime | None = None
    baseline_start: datetime | None = None
    baseline_finish: datetime | None = None
    work: float = 0.0
    done: float = 0.0

    @property
    def percent(self) -> float:
        return 100 * self.done / self.work if self.work else 0.0


def rolled_up(schedule: Schedule, spans: dict[Uid, Span]) -> dict[Uid, Span]:
    """The spans, where each summary that has something active below it spans that; a baseline of its own stays."""
    below: dict[Uid, list[Span]] = {}
    found = dict(spans)
    for activity in reversed(schedule.activities):
        parts = below.get(activity.uid, [])
        if activity.is_summary and parts:
            found[activity.uid] = _around(parts, spans[activity.uid])
        counts = bool(parts) if activity.is_summary else activity.active
        if counts and activity.parent is not None:
            below.setdefault(activity.parent, []).append(found[activity.uid])
    return found


def _around(parts: list[Span], own: Span) -> Span:
    return Span(
        start=_one(min, (each.start for each in parts)),
        finish=_one(max, (each.finish for each in parts)),
        baseline_start=_one(min, (each.baseline_start for each in parts)) or own.baseline_start,
        baseline_finish=_one(max, (each.baseline_finish for each in parts)) or own.baseline_finish,
        work=sum(each.work for each in parts),
        done=sum(each.done for each in parts),
    )


def _one(choose: Callable[[list[datetime]], datetime], moments: Iterable[datetime | None]) -> datetime | None:
    known = [each for each in moments if each]
    return choose(known) if known else None
