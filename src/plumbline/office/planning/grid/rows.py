"""The plan of a draft as the rows of the grid: plain values, each as it is typed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from plumbline.engine.schedule import Activity, Baseline, Link, Schedule, Uid
from plumbline.engine.schedule.calculation import ActivityDates
from plumbline.engine.writers.table.amounts import lag
from plumbline.office.planning.grid import words
from plumbline.office.planning.kept import KeptPlan
from plumbline.office.projects.queries.rolled_up import Span, rolled_up

Row = dict[str, Any]
NO_DATES = ActivityDates()
NO_BASELINE = Baseline()


@dataclass(frozen=True)
class Beside:
    """What rows show that the draft does not hold. ``baseline`` of ``None``: each plan's own one counts."""

    baseline: Mapping[Uid, Baseline] | None = None
    criteria: Mapping[str, int] = field(default_factory=dict)


Made = tuple[Activity, ActivityDates, Span, list[Link], str, int, int]


@dataclass(frozen=True)
class Grid:
    """``rows`` by uid as text, in the order of the plan; ``made`` is what each of them was made of."""

    schedule: Schedule
    labels: words.Labels
    rows: Mapping[str, Row]
    made: Mapping[Uid, Made]


def rows_of(plan: KeptPlan, beside: Beside) -> Mapping[str, Row]:
    """By uid as text, in the order of the plan. Dates are empty where the plan cannot be calculated."""
    return grid_of(plan, beside).rows


def grid_of(plan: KeptPlan, beside: Beside, earlier: Grid | None = None) -> Grid:
    """A row that is made of the same as in ``earlier`` is that very row: most are, from one edit to the next."""
    schedule, labels = plan.schedule, words.Labels(plan.schedule)
    made, rows = _made(plan, beside), dict[str, Row]()
    known = earlier.made if earlier and _speak_alike(earlier, schedule, labels) else {}
    for each in schedule.activities:
        uid = str(each.uid)
        if earlier is not None and known.get(each.uid) == made[each.uid]:
            rows[uid] = earlier.rows[uid]
        else:
            rows[uid] = _row(schedule, labels, made[each.uid])
    return Grid(schedule, labels, rows, made)


def _speak_alike(earlier: Grid, schedule: Schedule, labels: words.Labels) -> bool:
    """Rows name one another by their labels, and count days by their calendars."""
    was = earlier.schedule
    return (
        earlier.labels.of == labels.of
        and was.calendars == schedule.calendars
        and was.default_calendar == schedule.default_calendar
    )


def _made(plan: KeptPlan, beside: Beside) -> dict[Uid, Made]:
    schedule = plan.schedule
    dates = plan.calculation.dates if plan.calculation else {}
    own = {each.uid: _span(each, dates.get(each.uid, NO_DATES), beside) for each in schedule.activities}
    spans, owners = rolled_up(schedule, own), _owners(schedule)
    into: dict[Uid, list[Link]] = defaultdict(list)
    for link in schedule.links:
        into[link.successor].append(link)
    level: dict[Uid | None, int] = {None: 0}
    found: dict[Uid, Made] = {}
    for each in schedule.activities:
        level[each.uid] = level.get(each.parent, 0) + 1
        found[each.uid] = (
            each,
            dates.get(each.uid, NO_DATES),
            spans[each.uid],
            into.get(each.uid, []),
            words.owner(owners.get(each.uid, [])) or each.responsible,
            level[each.uid],
            beside.criteria.get(str(each.uid), 0),
        )
    return found


def _row(schedule: Schedule, labels: words.Labels, made: Made) -> Row:
    activity, calculated, span, ties, owner, level, criteria = made
    return _own(schedule, activity, span, calculated) | {
        "level": level,
        "owner": owner,
        "predecessors": "; ".join(labels.tie(link, link.predecessor) for link in ties),
        "links": [_link(link) for link in ties],
        "driving": [str(uid) for uid in calculated.driving],
        "criteria": criteria,
    }


def successors_of(schedule: Schedule, uid: Uid) -> str:
    """What follows a row, as it is typed into its cell."""
    labels = words.Labels(schedule)
    return "; ".join(labels.tie(each, each.successor) for each in schedule.links if each.predecessor == uid)


def _span(each: Activity, dates: ActivityDates, beside: Beside) -> Span:
    """Its own; a summary has only what was promised of it."""
    promised = (beside.baseline.get(each.uid) if beside.baseline is not None else each.baseline) or NO_BASELINE
    if each.is_summary:
        return Span(baseline_start=promised.start, baseline_finish=promised.finish)
    return Span(
        start=each.actual_start or dates.early_start,
        finish=each.actual_finish or dates.early_finish,
        baseline_start=promised.start,
        baseline_finish=promised.finish,
        work=each.duration,
        done=each.duration * (1.0 if each.is_complete else each.percent_complete / 100),
    )


def _own(schedule: Schedule, each: Activity, span: Span, calculated: ActivityDates) -> Row:
    per_day = schedule.calendar_of(each).minutes_per_day
    constraint = each.constraints[0] if each.constraints else None
    total = None if each.is_complete or each.is_summary else calculated.total_float
    percent = span.percent if each.is_summary else 100.0 if each.is_complete else each.percent_complete
    return {
        "uid": str(each.uid),
        "id": each.id,
        "name": each.name,
        "level": 1,
        "parent": None if each.parent is None else str(each.parent),
        "kind": words.KINDS[each.kind],
        "duration": "" if each.is_summary else words.duration(each.duration, each.elapsed, per_day),
        "remaining": "" if each.is_summary else words.duration(each.remaining, each.elapsed, per_day),
        "percent": round(percent, 1),
        "start": words.moment(span.start),
        "finish": words.moment(span.finish),
        "actual_start": words.moment(each.actual_start),
        "actual_finish": words.moment(each.actual_finish),
        "deadline": words.moment(each.deadline),
        "constraint": words.CONSTRAINTS[constraint.kind] if constraint else "",
        "constraint_date": words.moment(constraint.date) if constraint else None,
        "calendar": "" if each.calendar is None else str(each.calendar),
        "float": None if total is None else round(total / (1440 if each.elapsed else per_day), 2),
        "critical": calculated.critical and not each.is_summary and not each.is_complete,
        "baseline_start": words.moment(span.baseline_start),
        "baseline_finish": words.moment(span.baseline_finish),
    }


def _owners(schedule: Schedule) -> dict[Uid, list[str]]:
    names = {each.uid: each.name for each in schedule.resources}
    found: dict[Uid, list[str]] = defaultdict(list)
    for each in schedule.assignments:
        if each.resource is not None and each.resource in names:
            found[each.activity].append(names[each.resource])
    return found


def _link(link: Link) -> list[str]:
    return [str(link.predecessor), link.kind.value, lag(link.lag, link.elapsed)]
