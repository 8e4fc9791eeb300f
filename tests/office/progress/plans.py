"""A house in three activities and a milestone."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from plumbline.engine.readers.table.standard_calendars import CALENDARS, STANDARD
from plumbline.engine.schedule import (
    Activity,
    ActivityKind,
    Assignment,
    Dialect,
    Link,
    Resource,
    Schedule,
    ScheduleOptions,
)

MONDAY = datetime(2026, 3, 2)
DAY = 480


def task(uid: int, name: str, days: int, **more: object) -> Activity:
    given = {"duration": days * DAY, "remaining": days * DAY, **more}
    return Activity(uid=uid, id=f"A{uid}", name=name, **given)  # type: ignore[arg-type]


def plan() -> Schedule:
    return plan_begun_on(MONDAY)


def plan_begun_on(monday: datetime) -> Schedule:
    """Walls, Roof, Windows, each five days after the other, then Open; nobody answers for Windows."""
    return Schedule(
        name="House",
        dialect=Dialect.MSP,
        start=monday.replace(hour=8),
        data_date=monday.replace(hour=8),
        calendars=CALENDARS,
        default_calendar=STANDARD.uid,
        activities=(
            Activity(uid=1, id="A1", name="House", kind=ActivityKind.SUMMARY),
            task(2, "Walls", 5, parent=1, responsible="Lena Trestle"),
            task(3, "Roof", 5, parent=1, responsible="lena  trestle"),
            task(4, "Windows", 5, parent=1),
            task(5, "Open", 0, parent=1, kind=ActivityKind.FINISH_MILESTONE, responsible="Paint Ltd"),
        ),
        links=(Link(2, 3), Link(3, 4), Link(4, 5)),
        resources=(Resource(1, "B. Gantry"), Resource(2, "Concrete", kind="material")),
        assignments=(Assignment(3, 1, work=5 * DAY), Assignment(3, 2, work=0)),
        options=ScheduleOptions(),
    )


def with_walls(**changed: object) -> Schedule:
    return with_activity(2, **changed)


def with_activity(uid: int, **changed: object) -> Schedule:
    made = plan()
    rows = tuple(replace(each, **changed) if each.uid == uid else each for each in made.activities)  # type: ignore[arg-type]
    return replace(made, activities=rows)


def without(uid: int) -> Schedule:
    made = plan()
    return replace(
        made,
        activities=tuple(each for each in made.activities if each.uid != uid),
        links=tuple(each for each in made.links if uid not in (each.predecessor, each.successor)),
        assignments=tuple(each for each in made.assignments if each.activity != uid),
    )
