"""Work that needs more of somebody than there is."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from plumbline.engine.calendars import WorkCalendar
from plumbline.engine.calendars.work_horizon import Allowance, to_datetime, to_minutes
from plumbline.engine.calendars.work_windows import WorkWindows
from plumbline.engine.facts import PlanFacts, ProjectFacts
from plumbline.engine.rules.most_units import (
    NO_MAX_UNITS,
    UNITS_CHOICES,
    UNITS_PARAMETER,
    most_units,
    units_are_unknown,
)
from plumbline.engine.rules.populations import NO_PLAN, incomplete_tasks, people_and_machines
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity, not_assessable
from plumbline.engine.schedule import Activity, Assignment, Resource, Schedule, Uid

RULE = Rule(
    title="Over-allocation",
    question="How many open activities need a person or machine that has too much to do at the time?",
    population="open activities with people or machines",
    statement="{share} open activities with people or machines ({percent}) {have} one with too much to do",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=10,
    severity=Severity.MINOR,
    why=(
        "Nobody works in two places at once. Where a plan needs it, one of the two activities will be late, and the "
        "links do not show which, nor what it delays."
    ),
    mend=(
        "Put the listed activities one after the other, give one to somebody else, or stretch both over a longer time. "
        "Let the planning tool level the plan and look at what that does to the finish."
    ),
    references=("GAO BP 3",),
    parameters=(("shortest_days", 1), ("tolerance_percent", 10), UNITS_PARAMETER),
    choices=(UNITS_CHOICES,),
)

_NO_WORK = not_assessable(
    "No work that is left is assigned to a person or machine, so nobody can have too much of it. "
    "Assign resources with their hours and deliver the plan again."
)


@dataclass(frozen=True, slots=True)
class _Stint:
    """The time between two instants (minutes) in which an activity takes so many millionths of a resource."""

    activity: Uid
    start: int
    finish: int
    millionths: int


@dataclass(frozen=True, slots=True)
class _Overload:
    """Where a resource has too much to do: spans in order, and its working minutes in all spans before each."""

    starts: list[int]
    finishes: list[int]
    before: list[int]
    windows: WorkWindows

    def minutes_up_to(self, instant: int) -> int:
        index = bisect_right(self.starts, instant) - 1
        if index < 0:
            return 0
        end = min(instant, self.finishes[index])
        return self.before[index] + self.windows.work_between(self.starts[index], end)

    def first_after(self, instant: int) -> int:
        """Where the overload begins that is going on at ``instant`` or comes next after it."""
        index = bisect_right(self.finishes, instant)
        return max(instant, self.starts[index])


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """Counts activities under way while the units asked of one of their resources exceed its ``max_units``.

    Where only some resources have ``max_units``, there is one of each of the others.
    Units are those of the assignment, else its work over the duration of its activity; they are spread evenly over the
    calculated dates from the data date on. An overload counts by the working days of the resource's calendar, else of
    the plan's. Each resource is swept once over its starts and finishes.
    """
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    stints = _stints(facts.plan)
    if not stints:
        return _NO_WORK
    if units_are_unknown(schedule, settings):
        return NO_MAX_UNITS
    most = 1 + settings.number("tolerance_percent") / 100
    found: dict[Uid, list[str]] = defaultdict(list)
    calendars = _Calendars(schedule)
    for resource in schedule.resources:
        of_resource = stints.get(resource.uid, [])
        calendar = calendars.of(resource)
        overload = _overload(of_resource, _millionths(most * most_units(resource)), calendars.windows_of(calendar))
        least = settings.number("shortest_days") * calendar.minutes_per_day
        for stint, minutes in _overloaded(of_resource, overload):
            if minutes >= least:
                found[stint.activity].append(_detail(resource, calendar, overload, stint, minutes))
    staffed = {stint.activity for each in stints.values() for stint in each}
    offenders = tuple(
        Offender.activity(each, ", ".join(found[each.uid])) for each in schedule.activities if each.uid in found
    )
    return Count(len(offenders), len(staffed), offenders)


def _stints(plan: PlanFacts) -> dict[Uid, list[_Stint]]:
    """By resource, what it has to do in the time to come."""
    schedule = plan.schedule
    people = {each.uid for each in people_and_machines(schedule)}
    open_tasks = {each.uid: each for each in incomplete_tasks(schedule)}
    from_now = to_minutes(schedule.data_date or schedule.start)
    stints: dict[Uid, list[_Stint]] = defaultdict(list)
    for each in schedule.assignments:
        activity = open_tasks.get(each.activity)
        if activity is None or each.resource is None or each.resource not in people:
            continue
        dates, share = plan.calculation.dates[activity.uid], _millionths(_units(each, activity))
        if share and dates.early_start and dates.early_finish:
            start, finish = max(from_now, to_minutes(dates.early_start)), to_minutes(dates.early_finish)
            if start < finish:
                stints[each.resource].append(_Stint(activity.uid, start, finish, share))
    return stints


def _units(assignment: Assignment, activity: Activity) -> Fraction:
    if assignment.units is not None:
        return Fraction(str(assignment.units))
    return Fraction(max(0, assignment.work), activity.duration) if activity.duration else Fraction(0)


def _millionths(units: Fraction) -> int:
    """Whole numbers, because sums of many different fractions become slow; cut off, so that thirds never exceed one."""
    return int(units * 1_000_000)


def _overload(stints: list[_Stint], most: int, windows: WorkWindows) -> _Overload:
    overload = _Overload([], [], [], windows)
    minutes = 0
    for start, finish in _spans_above(stints, most):
        overload.starts.append(start)
        overload.finishes.append(finish)
        overload.before.append(minutes)
        minutes += windows.work_between(start, finish)
    return overload


def _spans_above(stints: list[_Stint], most: int) -> Iterator[tuple[int, int]]:
    """The spans in which more than ``most`` is asked for."""
    starts = [(each.start, each.millionths) for each in stints]
    events = sorted(starts + [(each.finish, -each.millionths) for each in stints])
    asked, since = 0, None
    for instant, together in groupby(events, key=lambda each: each[0]):
        asked += sum(share for _, share in together)
        above = asked > most
        if above and since is None:
            since = instant
        elif not above and since is not None:
            yield since, instant
            since = None


def _overloaded(stints: list[_Stint], overload: _Overload) -> Iterator[tuple[_Stint, int]]:
    for stint in stints:
        minutes = overload.minutes_up_to(stint.finish) - overload.minutes_up_to(stint.start)
        if minutes > 0:
            yield stint, minutes


def _detail(resource: Resource, calendar: WorkCalendar, overload: _Overload, stint: _Stint, minutes: int) -> str:
    days = Fraction(minutes, calendar.minutes_per_day)
    since = to_datetime(overload.first_after(stint.start))
    return f"{resource.name} has too much to do on {float(days):.1f} days from {since:%Y-%m-%d} on"


class _Calendars:
    """The calendars of resources, each compiled once."""

    def __init__(self, schedule: Schedule) -> None:
        self._schedule = schedule
        self._allowance = Allowance()
        self._windows: dict[Uid, WorkWindows] = {}

    def of(self, resource: Resource) -> WorkCalendar:
        known = self._schedule.calendar_by_uid
        own = known.get(resource.calendar) if resource.calendar is not None else None
        return own or known[self._schedule.default_calendar]

    def windows_of(self, calendar: WorkCalendar) -> WorkWindows:
        if calendar.uid not in self._windows:
            self._windows[calendar.uid] = WorkWindows(calendar, self._allowance)
        return self._windows[calendar.uid]
