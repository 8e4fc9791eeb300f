"""A schedule from the rows of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from plumbline.engine.readers.limits import MAX_LINKS, check_count
from plumbline.engine.readers.plan_file import PlanFile, Problem, UnreadableSchedule
from plumbline.engine.readers.problems import Problems
from plumbline.engine.readers.table.activities import RowReader, is_as_soon_as_possible
from plumbline.engine.readers.table.cells import DAY_FINISH, Cell, TableRow, as_text
from plumbline.engine.readers.table.layout import Layout, layout_of
from plumbline.engine.readers.table.outline import in_order, outline_of
from plumbline.engine.readers.table.owners import names_in
from plumbline.engine.readers.table.predecessors import UnclearPredecessor, ties_in
from plumbline.engine.readers.table.standard_calendars import CALENDARS, STANDARD
from plumbline.engine.schedule import (
    Activity,
    Assignment,
    Constraint,
    ConstraintKind,
    Dialect,
    LagCalendar,
    Link,
    Resource,
    Schedule,
    ScheduleOptions,
    Uid,
)


def plan_of(rows: Iterable[tuple[int, Sequence[Cell]]], format_name: str, name: str) -> PlanFile:
    """``rows``: number and cells of each row; ``name`` is the plan's where the table gives none.

    Raises UnreadableSchedule with every cell that cannot be read.
    """
    problems = Problems()
    layout = layout_of(rows)
    uids = _uids(layout)
    layout.faults.raise_if_any()
    activities = _activities(layout, uids, problems)
    links = tuple(_links(layout, uids, activities))
    settings = layout.settings
    data_date, start = settings.instant("data_date", DAY_FINISH), settings.instant("start")
    resources, assignments = _assignments(layout.rows, uids)
    layout.faults.raise_if_any()
    if not layout.rows:
        raise UnreadableSchedule(Problem("There are no activities below the heads of the table. Add one row for each."))
    schedule = Schedule(
        name=settings.text("name") or name,
        dialect=Dialect.MSP,
        start=start or _earliest(activities),
        data_date=data_date,
        calendars=CALENDARS,
        default_calendar=STANDARD.uid,
        activities=tuple(_held_at_their_start(activities, links, _free_to_slide(layout, uids))),
        links=links,
        resources=resources,
        assignments=assignments,
        options=ScheduleOptions(lag_calendar=LagCalendar.SUCCESSOR),
        currency=settings.text("currency")[:10],
    )
    return PlanFile(format_name, (schedule,), problems.as_tuple())


def _activities(layout: Layout, uids: list[str], problems: Problems) -> list[Activity]:
    outline = outline_of(layout, uids)
    summaries = outline.summaries()
    taken = {each.uid for each in outline.added}
    for row, uid in zip(layout.rows, uids, strict=True):
        if uid in taken:
            row.fault("id", f"'{uid[:40]}' is how the WBS element is called; give the activity another id")
    layout.faults.raise_if_any()
    reader = RowReader(_percent_factor(layout.rows, problems), problems)
    read = (
        reader.read(row, uid, parent, uid in summaries)
        for row, uid, parent in zip(layout.rows, uids, outline.parents, strict=True)
    )
    return in_order([*outline.added, *read])


def _free_to_slide(layout: Layout, uids: list[str]) -> set[Uid]:
    """Activities of which the table says that nothing holds them."""
    rows = zip(layout.rows, uids, strict=True)
    return {uid for row, uid in rows if is_as_soon_as_possible(row.text("constraint"))}


def _held_at_their_start(activities: list[Activity], links: tuple[Link, ...], free: set[Uid]) -> Iterator[Activity]:
    """What nothing comes before keeps the start it was given; it would slide to the start of the project."""
    not_held = free | {each.successor for each in links}
    for each in activities:
        start = each.planned_start
        if start is None or each.uid in not_held or each.constraints or each.is_summary or each.is_started:
            yield each
        else:
            yield replace(each, constraints=(Constraint(ConstraintKind.START_NO_EARLIER_THAN, start),))


def _uids(layout: Layout) -> list[str]:
    """The id column, or the number of the row among the activities, as the links name it."""
    seen: dict[str, int] = {}
    uids = []
    for number, row in enumerate(layout.rows, start=1):
        uid = row.text("id") or str(number)
        if uid in seen:
            row.fault("id", f"'{uid[:40]}' is the id of row {seen[uid]} too; give each activity an id of its own")
        seen.setdefault(uid, row.line)
        uids.append(uid)
    return uids


def _percent_factor(rows: list[TableRow], problems: Problems) -> float:
    """Spreadsheets keep 50 % as 0.5: where nothing is above 1, the column is meant as a share."""
    written = [row.text("percent") for row in rows]
    numbers = [row.number("percent") or 0.0 for row in rows]
    if not numbers or max(numbers) > 1 or max(numbers) <= 0 or any("%" in each for each in written):
        return 1.0
    problems.add("shares", "No percent complete is above 1, so 1 was read as 100 %.", "percent complete")
    return 100.0


def _links(layout: Layout, uids: list[str], activities: list[Activity]) -> Iterator[Link]:
    known: dict[str, Uid] = {uid: uid for uid in uids}
    by_uid = {each.uid: each for each in activities}
    count = 0
    for row, uid in zip(layout.rows, uids, strict=True):
        try:
            for tie in ties_in(as_text(row.cell("predecessors")), known):
                count += 1
                check_count("links", count, MAX_LINKS)
                yield tie.to(uid, by_uid[tie.predecessor])
        except UnclearPredecessor as error:
            row.fault("predecessors", str(error))


def _earliest(activities: list[Activity]) -> datetime:
    starts = [start for each in activities if (start := each.planned_start or each.actual_start)]
    if not starts:
        raise UnreadableSchedule(
            Problem(
                "No activity has a start, so the plan hangs in the air. Add a start column, or a line above the heads: "
                "project start, 2026-03-02."
            )
        )
    return min(starts)


def _assignments(rows: list[TableRow], uids: list[str]) -> tuple[tuple[Resource, ...], tuple[Assignment, ...]]:
    """Work and cost of a row are shared equally by its owners."""
    resources: dict[str, Resource] = {}
    assignments: list[Assignment] = []
    for row, uid in zip(rows, uids, strict=True):
        names = names_in(row.text("owner"))
        work = row.minutes("work", "h")
        minutes = work[0] if work else 0
        cost = row.number("cost") or 0.0
        for name in names:
            resources.setdefault(name, Resource(name, name))
        takers: list[Uid | None] = [*names] or ([None] if minutes or cost else [])
        assignments.extend(Assignment(uid, taker, round(minutes / len(takers)), cost / len(takers)) for taker in takers)
    return tuple(resources.values()), tuple(assignments)
