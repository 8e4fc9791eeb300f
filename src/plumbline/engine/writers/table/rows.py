"""The rows of a plan as a table, cell by cell; how a cell is written is a matter of CSV and XLSX."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from plumbline.engine.readers.table.heads import COLUMNS, SETTINGS
from plumbline.engine.schedule import Activity, Baseline, Link, Schedule, Uid
from plumbline.engine.writers.one_line import one_line
from plumbline.engine.writers.outline import Line, outline_lines
from plumbline.engine.writers.table.amounts import duration, percent, work
from plumbline.engine.writers.table.calendars import nearest_calendars
from plumbline.engine.writers.table.identity import ids_by_uid
from plumbline.engine.writers.table.losses import UNFINISHED, note_losses
from plumbline.engine.writers.table.owners import Share, shares
from plumbline.engine.writers.table.predecessors import predecessors_cell
from plumbline.engine.writers.written import Loss, Losses

Cell = str | int | float | datetime | None

_WRITTEN = tuple(each for each in COLUMNS if each not in ("milestone", "wbs"))
_AS_SOON_AS_POSSIBLE = "as soon as possible"


@dataclass(frozen=True, slots=True)
class Table:
    """``settings`` stand above the ``heads``, a word and its value each."""

    settings: tuple[tuple[str, Cell], ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def table_of(schedule: Schedule, losses: Losses) -> Table:
    """One row for each activity, in outline order. What a table has no column for is added to ``losses``."""
    note_losses(schedule, losses)
    lines = list(outline_lines(schedule))
    links: dict[Uid, list[Link]] = defaultdict(list)
    for each in schedule.links:
        links[each.successor].append(each)
    ids = ids_by_uid((line.activity for line in lines), losses)
    context = _Context(
        ids=ids,
        known={name: name for name in ids.values()},
        links=links,
        calendars=nearest_calendars(schedule, losses),
        shares=shares(schedule, losses),
    )
    rows = (_cells(line, context) for line in lines)
    return Table(
        settings=_settings(schedule),
        heads=tuple(COLUMNS[each][0] for each in _WRITTEN),
        rows=tuple(tuple(row.get(each) for each in _WRITTEN) for row in rows),
    )


def losses_of(schedule: Schedule) -> tuple[Loss, ...]:
    """What a table has no column for."""
    losses = Losses()
    note_losses(schedule, losses)
    ids_by_uid((line.activity for line in outline_lines(schedule)), losses)
    nearest_calendars(schedule, losses)
    shares(schedule, losses)
    return losses.as_tuple()


@dataclass(frozen=True, slots=True)
class _Context:
    ids: Mapping[Uid, str]
    known: Mapping[str, Uid]
    links: Mapping[Uid, list[Link]]
    calendars: Mapping[Uid | None, str]
    shares: Mapping[Uid, Share]


def _settings(schedule: Schedule) -> tuple[tuple[str, Cell], ...]:
    given: dict[str, Cell] = {
        "name": one_line(schedule.name),
        "data_date": schedule.data_date,
        "start": schedule.start,
        "currency": one_line(schedule.currency),
    }
    return tuple((SETTINGS[name][0], value) for name, value in given.items() if value)


def _cells(line: Line, context: _Context) -> dict[str, Cell]:
    activity = line.activity
    share = context.shares[activity.uid]
    return {
        "id": context.ids[activity.uid],
        "name": one_line(activity.name),
        "type": "summary" if line.has_children else activity.kind.value,
        "level": line.depth,
        "calendar": context.calendars[activity.calendar],
        "duration": duration(activity.duration, activity.elapsed),
        "remaining": duration(activity.remaining, activity.elapsed),
        "start": activity.planned_start,
        "finish": activity.planned_finish,
        "predecessors": predecessors_cell(context.links.get(activity.uid, ()), context.ids, context.known),
        "percent": percent(_percent(activity)),
        "actual_start": _actual_start(activity),
        "actual_finish": activity.actual_finish,
        "deadline": activity.deadline,
        "owner": "; ".join(share.names),
        "work": work(share.work) if share.work else None,
        "cost": share.cost,
        **_constraint(activity),
        **_baseline(activity.baseline),
    }


def _percent(activity: Activity) -> float:
    """What is unfinished stays unfinished: 100 % alone would be taken for an end."""
    return activity.percent_complete if activity.is_complete else min(UNFINISHED, activity.percent_complete)


def _actual_start(activity: Activity) -> datetime | None:
    """Never after the finish, or the table would be refused."""
    if activity.actual_start and activity.actual_finish:
        return min(activity.actual_start, activity.actual_finish)
    return activity.actual_start


def _constraint(activity: Activity) -> dict[str, Cell]:
    """That nothing holds an activity is said, or its start would be taken to hold it."""
    first = activity.constraints[0] if activity.constraints else None
    if first is None:
        return {"constraint": None if activity.is_summary else _AS_SOON_AS_POSSIBLE}
    return {"constraint": first.kind.value, "constraint_date": first.date}


def _baseline(baseline: Baseline | None) -> dict[str, Cell]:
    if baseline is None or not (baseline.start or baseline.finish):
        return {}
    return {
        "baseline_start": baseline.start,
        "baseline_finish": baseline.finish,
        "baseline_duration": None if baseline.duration is None else duration(baseline.duration),
        "baseline_cost": baseline.cost,
    }
