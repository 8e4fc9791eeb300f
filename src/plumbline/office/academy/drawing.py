"""A small plan of a lesson or a question as a picture, with the table behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from plumbline.engine.calendars import OutOfWorkingTime
from plumbline.engine.course.plans import plan_in
from plumbline.engine.schedule import Activity, InvalidSchedule, LinkKind, Schedule, Uid
from plumbline.engine.schedule.calculate import calculate
from plumbline.engine.schedule.calculation import ActivityDates


@dataclass(frozen=True, slots=True)
class Bar:
    """An activity as the picture needs it; ``after`` names its predecessors."""

    id: str
    title: str
    kind: str
    start: datetime | None
    finish: datetime | None
    critical: bool
    progress: float
    baseline_start: datetime | None
    baseline_finish: datetime | None
    after: str
    level: int = 0

    @property
    def name(self) -> str:
        return f"{self.id} {self.title}"


@dataclass(frozen=True, slots=True)
class Drawing:
    bars: tuple[Bar, ...]
    links: tuple[tuple[int, int], ...]
    data_date: datetime | None


@lru_cache(maxsize=512)
def drawing(table: str) -> Drawing:
    """By the dates that follow from its links; by those that are written where the links run in a circle."""
    schedule = plan_in(table)
    try:
        dates = calculate(schedule).dates
    except (InvalidSchedule, OutOfWorkingTime):
        dates = {}
    after = _after(schedule)
    place = {each.uid: number for number, each in enumerate(schedule.activities)}
    return Drawing(
        tuple(_bar(each, dates.get(each.uid), ", ".join(after.get(each.uid, ()))) for each in schedule.activities),
        tuple((place[each.predecessor], place[each.successor]) for each in schedule.links),
        schedule.data_date,
    )


def _after(schedule: Schedule) -> dict[Uid, list[str]]:
    found: dict[Uid, list[str]] = {}
    for link in schedule.links:
        named = schedule.activity_by_uid[link.predecessor].id
        kind = "" if link.kind is LinkKind.FINISH_START else f" ({link.kind})"
        found.setdefault(link.successor, []).append(f"{named}{kind}")
    return found


def _bar(activity: Activity, dates: ActivityDates | None, after: str) -> Bar:
    baseline = activity.baseline
    return Bar(
        id=activity.id,
        title=activity.name,
        kind="summary" if activity.is_summary else "milestone" if activity.is_milestone else "activity",
        start=activity.actual_start or (dates.early_start if dates else None) or activity.planned_start,
        finish=activity.actual_finish or (dates.early_finish if dates else None) or activity.planned_finish,
        critical=bool(dates and dates.critical),
        progress=activity.percent_complete / 100,
        baseline_start=baseline.start if baseline else None,
        baseline_finish=baseline.finish if baseline else None,
        after=after,
    )
