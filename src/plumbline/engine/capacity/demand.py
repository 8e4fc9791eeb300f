"""What plans and promises ask of people, spread over working time without losing a minute."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np

from plumbline.engine.calendars import ALWAYS, WorkCalendar
from plumbline.engine.capacity.slots import Ints, Window, window
from plumbline.engine.capacity.supply import minutes_by_day, windows_on
from plumbline.engine.schedule import Activity, ActivityKind, Assignment, Schedule, Uid
from plumbline.engine.schedule.calculation import Calculation

_WORKS = frozenset({"work", "equipment"})


@dataclass(frozen=True, slots=True)
class Series:
    """Minutes of work by slot, from the slot with the number ``first`` on."""

    first: int
    minutes: Ints

    @property
    def total(self) -> int:
        return int(self.minutes.sum())


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceDemand:
    """What is left to be done by one resource of a plan; ``critical`` minutes of it lie on the critical path.

    ``without_work`` counts its open activities for which the plan says neither work nor units.
    """

    resource: Uid
    name: str
    max_units: float | None
    series: Series
    critical: int
    activities: int
    without_work: int


def plan_demand(schedule: Schedule, calculation: Calculation) -> tuple[ResourceDemand, ...]:
    """The remaining work of each resource that is a person or a machine, from the data date on.

    The work of an assignment is spread evenly over the working time between the calculated dates of its activity: by
    the resource's calendar where the activity follows its resources, else by the activity's own. Work that has no
    working time left, and work that should have ended before the data date, is asked for on the data date.
    The sum over the slots of a series is exactly the work that is left. Source: docs/methods/capacity.md.
    """
    from_now = schedule.data_date or schedule.start
    spreading = _Spreading(from_now, calculation)
    asked: dict[Uid, _Asked] = {}
    resources = {each.uid: each for each in schedule.resources if each.kind in _WORKS}
    for each in schedule.assignments:
        activity = schedule.activity_by_uid.get(each.activity)
        if activity is None or not _is_left(activity) or each.resource is None or each.resource not in resources:
            continue
        work, dates = work_left(each, activity), calculation.dates.get(activity.uid)
        kept = asked.setdefault(each.resource, _Asked([0] * spreading.of.count))
        kept.activities += 1
        kept.without_work += work is None
        if work and dates is not None:
            calendar = _calendar(schedule, activity, resources[each.resource].calendar)
            start, finish = dates.early_start or from_now, dates.early_finish or from_now
            spreading.spread(work, calendar, start, finish, kept.minutes)
            kept.critical += work if dates.critical else 0
    return tuple(
        ResourceDemand(
            resource=uid,
            name=resources[uid].name,
            max_units=resources[uid].max_units,
            series=Series(spreading.of.first, np.array(kept.minutes, dtype=np.int64)),
            critical=kept.critical,
            activities=kept.activities,
            without_work=kept.without_work,
        )
        for uid, kept in asked.items()
    )


def work_left(assignment: Assignment, activity: Activity) -> int | None:
    """Minutes of work that are left of an assignment: its work, else its units over the duration; else unknown."""
    left = activity.remaining if activity.is_started else activity.duration
    if assignment.work > 0:
        return assignment.work * left // activity.duration if activity.duration else assignment.work
    return round(assignment.units * left) if assignment.units and left else None


def promise(percent: int, first: date, last: date, calendar: WorkCalendar) -> Series:
    """A coarse request: ``percent`` of one full-time person from ``first`` to ``last``, by that calendar."""
    of = window(first, last)
    days = minutes_by_day(calendar, of)
    days[: first.toordinal() - int(of.starts[0])] = 0
    days[last.toordinal() + 1 - int(of.starts[0]) :] = 0
    together = np.cumsum(np.add.reduceat(days, (of.starts[:-1] - of.starts[0]).astype(np.intp))) * percent // 100
    return Series(of.first, np.diff(together, prepend=0))


def beyond(asked: Ints, planned: Ints) -> Ints:
    """What a promise asks beyond what the plan of the same project asks already, so that nothing counts twice."""
    more: Ints = np.maximum(asked - planned, 0)
    return more


def added(one: Series, other: Series) -> Series:
    """Both together."""
    first = min(one.first, other.first)
    stop = max(one.first + len(one.minutes), other.first + len(other.minutes))
    minutes = np.zeros(stop - first, dtype=np.int64)
    for each in (one, other):
        minutes[each.first - first : each.first - first + len(each.minutes)] += each.minutes
    return Series(first, minutes)


@dataclass(slots=True)
class _Asked:
    minutes: list[int]
    critical: int = 0
    activities: int = 0
    without_work: int = 0


def _is_left(activity: Activity) -> bool:
    kinds = (ActivityKind.TASK, ActivityKind.LEVEL_OF_EFFORT)
    return activity.kind in kinds and activity.active and not (activity.is_complete or activity.external)


def _calendar(schedule: Schedule, activity: Activity, of_resource: Uid | None) -> WorkCalendar:
    if activity.elapsed:
        return ALWAYS
    own = schedule.calendar_by_uid.get(of_resource) if of_resource is not None else None
    return own if own is not None and activity.follows_resources else schedule.calendar_of(activity)


class _Spreading:
    """Spreads work over the calendars of one plan, each counted once, into rows of one window.

    Assignments last for a few slots each, for which plain integers are ten times as fast as arrays.
    """

    def __init__(self, from_now: datetime, calculation: Calculation) -> None:
        self.of = window(from_now.date(), max(calculation.finish, from_now).date())
        self._from_now = from_now
        self._ends: list[int] = self.of.starts[1:].tolist()
        self._clocks: dict[Uid, _Clock] = {}

    def spread(self, work: int, calendar: WorkCalendar, start: datetime, finish: datetime, row: list[int]) -> None:
        start, finish = max(start, self._from_now), max(finish, self._from_now)
        slot, last = self._slot(start), self._slot(finish)
        if calendar.uid not in self._clocks:
            self._clocks[calendar.uid] = _Clock(calendar, self.of)
        clock = self._clocks[calendar.uid]
        begun = clock.worked_until(start)
        whole = clock.worked_until(finish) - begun
        told = 0
        if whole > 0:
            for number in range(slot, last):
                done = work * (clock.at_ends[number] - begun) // whole
                row[number] += done - told
                told = done
            slot = last
        row[slot] += work - told

    def _slot(self, moment: datetime) -> int:
        return min(bisect_right(self._ends, moment.toordinal()), len(self._ends) - 1)


class _Clock:
    """Working minutes of a calendar since the beginning of a window."""

    def __init__(self, calendar: WorkCalendar, of: Window) -> None:
        self._calendar = calendar
        self._first = int(of.starts[0])
        before = np.concatenate([[0], np.cumsum(minutes_by_day(calendar, of))])
        self._before: list[int] = before.tolist()
        self.at_ends: list[int] = before[of.starts[1:] - self._first].tolist()

    def worked_until(self, moment: datetime) -> int:
        """Beyond the window, all of it."""
        day = moment.toordinal() - self._first
        if not 0 <= day < len(self._before) - 1:
            return self._before[0 if day < 0 else -1]
        minute = moment.hour * 60 + moment.minute
        windows = windows_on(self._calendar, moment.date())
        return self._before[day] + sum(max(0, min(end, minute) - start) for start, end in windows)
