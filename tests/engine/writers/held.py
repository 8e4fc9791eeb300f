"""What of a plan each format can hold: the one list of what is left out when it is written and read again.

Plumbline's own document holds everything. The functions here take a plan down to what another format holds, so that
the plan before and the plan after can be compared as wholes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace

from plumbline.engine.calendars import WorkCalendar
from plumbline.engine.calendars.working_time import WorkingTime
from plumbline.engine.readers.table.standard_calendars import STANDARD
from plumbline.engine.schedule import (
    Activity,
    ActivityKind,
    Assignment,
    Baseline,
    Constraint,
    ConstraintKind,
    Dialect,
    LagCalendar,
    Resource,
    Schedule,
    ScheduleOptions,
    StoredDates,
    Uid,
)

MSPDI_LEAVES_OUT = (
    "unique ids that are not whole numbers above 0, which are numbered anew, and the order of links",
    "ids of activities that are not the numbers of rows: they are in the field WBS",
    "the id of the project, the date by which it must finish, and the conventions of P6",
    "hours per day of single calendars, and critical float that is not a number of whole days",
    "start milestones and level of effort: milestones and tasks; what has no duration is a milestone, what has is none",
    "the second constraint, and start on and finish on, which become must start on and must finish on",
    "suspension, splits, expected finish, dates asked for by other plans",
    "fractions of a percent, and what remains of a finished activity",
    "baselines without dates",
    "other kinds of resources than work, material and cost",
    "work of assignments of material and cost",
    # These are in the file, but are not read from it.
    "who answers for an activity, calendars, units and availability of resources, assignments to nobody",
)
TABLES_LEAVE_OUT = (
    "unique ids, the order of links, the id of the project, and every setting of the project",
    "calendars: each activity gets the nearest of the four a table can name",
    "the kind of what has no duration, which is a milestone, and of milestones that have one, which are tasks",
    "the second constraint, suspension, splits, expected finish, dates asked for by other plans",
    "dates and floats that the planning tool stored",
    "scheduling by hand, inactivity, tasks of other plans",
    "who answers for an activity without working on it, who then works on it; where nobody does, the first who works",
    "progress without an actual start, which gets the planned one; more than 99 % without an actual finish",
    "an actual start after the actual finish, and what remains of a finished activity",
    "baselines without dates; their duration, where it is missing, is the time between the dates",
    "all of resources but their names, so that work is by the calendar of the activity",
    "units; of several assignments of an activity all but their sums",
)


def held_by_mspdi(schedule: Schedule) -> Schedule:
    minutes_per_day = schedule.options.minutes_per_day
    days = round(schedule.options.critical_at_or_below / minutes_per_day)
    parents = {each.parent for each in schedule.activities}
    listed = {each.uid for each in schedule.resources}
    named = dict.fromkeys(each.resource for each in schedule.assignments if each.resource is not None)
    unlisted = tuple(Resource(uid, f"Resource {uid}") for uid in named if uid not in listed)
    resources = tuple(map(_resource_of_mspdi, (*schedule.resources, *unlisted)))
    kinds = {each.uid: each.kind for each in resources}
    return replace(
        _bare(schedule),
        calendars=tuple(replace(each, minutes_per_day=minutes_per_day) for each in schedule.calendars),
        activities=tuple(_activity_of_mspdi(each, each.uid in parents) for each in schedule.activities),
        resources=resources,
        assignments=tuple(
            replace(each, units=None, work=each.work if kinds[each.resource] == "work" else 0)
            for each in schedule.assignments
            if each.resource is not None
        ),
        options=ScheduleOptions(
            lag_calendar=LagCalendar.SUCCESSOR,
            critical_at_or_below=days * minutes_per_day,
            minutes_per_day=minutes_per_day,
        ),
    )


def _activity_of_mspdi(each: Activity, has_children: bool) -> Activity:
    relaxed = {
        ConstraintKind.START_ON: ConstraintKind.MUST_START_ON,
        ConstraintKind.FINISH_ON: ConstraintKind.MUST_FINISH_ON,
    }
    percent = 100.0 if each.percent_complete >= 100 else float(min(99, round(each.percent_complete)))
    kind = ActivityKind.TASK if each.duration else ActivityKind.FINISH_MILESTONE
    return replace(
        _without_what_neither_holds(each),
        id="",
        kind=ActivityKind.SUMMARY if each.is_summary or has_children else kind,
        percent_complete=100.0 if each.is_complete else percent,
        planned_start=each.planned_start or each.actual_start,
        planned_finish=each.planned_finish or each.actual_finish,
        constraints=tuple(Constraint(relaxed.get(one.kind, one.kind), _date(one)) for one in each.constraints[:1]),
        stored=each.stored or StoredDates(),
        follows_resources=each.follows_resources and not (each.is_summary or has_children),
    )


def _resource_of_mspdi(each: Resource) -> Resource:
    kind = each.kind if each.kind in ("work", "material", "cost") else "work"
    return replace(each, kind=kind, calendar=None, max_units=None)


def held_by_a_table(schedule: Schedule) -> Schedule:
    """Without calendars and assignments, for which see ``shares``."""
    parents = {each.parent for each in schedule.activities}
    return replace(
        _bare(schedule),
        calendars=(STANDARD,),
        default_calendar=STANDARD.uid,
        activities=tuple(_activity_of_a_table(each, each.uid in parents) for each in schedule.activities),
        resources=(),
        assignments=(),
        options=ScheduleOptions(lag_calendar=LagCalendar.SUCCESSOR),
    )


def _activity_of_a_table(each: Activity, has_children: bool) -> Activity:
    is_milestone = each.is_milestone or each.kind is ActivityKind.TASK
    if each.is_summary or has_children:
        kind = ActivityKind.SUMMARY
    elif is_milestone and each.duration:
        kind = ActivityKind.TASK
    else:
        kind = ActivityKind.FINISH_MILESTONE if each.kind is ActivityKind.TASK else each.kind
    percent = 100.0 if each.is_complete else round(min(99.0, each.percent_complete), 6)
    return replace(
        _without_what_neither_holds(each),
        id="",
        kind=kind,
        calendar=None,
        percent_complete=percent,
        actual_start=_first(each.actual_start or (each.planned_start if percent else None), each.actual_finish),
        constraints=tuple(Constraint(one.kind, _date(one)) for one in each.constraints[:1]),
        stored=None,
        budget=None,
        follows_resources=False,
        manual=False,
        active=True,
        external=False,
    )


def _first(start: object, finish: object) -> object:
    return min(start, finish) if start and finish else start  # type: ignore[type-var]


def shares(schedule: Schedule) -> dict[int, tuple[frozenset[str], int, float]]:
    """By place of the activity: who works on it or answers for it, the work of all in minutes, and the cost of all."""
    names = {each.uid: each.name for each in schedule.resources}
    found: dict[Uid, list[Assignment]] = defaultdict(list)
    for each in schedule.assignments:
        found[each.activity].append(each)
    return {
        place: (
            frozenset(names[one.resource] for one in found[each.uid] if one.resource in names)
            | owner_in_a_table(each.responsible),
            sum(one.work for one in found[each.uid]),
            each.budget if each.budget is not None else sum(one.cost for one in found[each.uid]),
        )
        for place, each in enumerate(schedule.activities)
    }


def owner_in_a_table(name: str) -> frozenset[str]:
    """A table separates owners by commas and semicolons, and takes some words for nobody."""
    plain = " ".join(name.replace(",", " ").replace(";", " ").partition("[")[0].split())
    return frozenset() if plain.lower() in ("", "-", "n/a", "none", "tbd") else frozenset({plain})


def _bare(schedule: Schedule) -> Schedule:
    return replace(schedule, dialect=Dialect.MSP, uid=None, id="", must_finish_by=None)


def _without_what_neither_holds(each: Activity) -> Activity:
    return replace(
        each,
        remaining=0 if each.is_complete else each.remaining,
        suspended=None,
        resumed=None,
        expected_finish=None,
        external_early_start=None,
        external_late_finish=None,
        baseline=_baseline(each.baseline),
        responsible="",
        interruption=0,
    )


def _baseline(baseline: Baseline | None) -> Baseline | None:
    if baseline is None or not (baseline.start or baseline.finish):
        return None
    return baseline


def with_baseline_durations(schedule: Schedule) -> Schedule:
    """As a table is read: the working time between the dates where no duration is given."""
    standard = WorkingTime(STANDARD)

    def whole(baseline: Baseline | None) -> Baseline | None:
        if baseline is None or baseline.duration is not None or not (baseline.start and baseline.finish):
            return baseline
        if baseline.finish < baseline.start:
            return baseline
        return replace(baseline, duration=standard.between(baseline.start, baseline.finish))

    return replace(
        schedule, activities=tuple(replace(each, baseline=whole(each.baseline)) for each in schedule.activities)
    )


def _date(constraint: Constraint) -> object:
    return None if constraint.kind is ConstraintKind.AS_LATE_AS_POSSIBLE else constraint.date


def by_place(schedule: Schedule) -> tuple[Schedule, Counter[object]]:
    """The plan with places instead of unique ids, and its links, whose order has no meaning."""
    activities: Mapping[Uid | None, int] = {each.uid: place for place, each in enumerate(schedule.activities)}
    calendars: Mapping[Uid | None, int] = {each.uid: place for place, each in enumerate(schedule.calendars)}
    resources: Mapping[Uid | None, int] = {each.uid: place for place, each in enumerate(schedule.resources)}
    links = Counter(
        (activities[each.predecessor], activities[each.successor], each.kind, each.lag, each.elapsed)
        for each in schedule.links
    )
    renumbered = replace(
        schedule,
        calendars=tuple(map(_calendar_by_place, schedule.calendars, range(len(calendars)))),
        default_calendar=calendars[schedule.default_calendar],
        activities=tuple(
            replace(
                each,
                uid=activities[each.uid],
                parent=None if each.parent is None else activities[each.parent],
                calendar=None if each.calendar is None else calendars[each.calendar],
            )
            for each in schedule.activities
        ),
        links=(),
        resources=tuple(replace(each, uid=resources[each.uid]) for each in schedule.resources),
        assignments=tuple(
            replace(each, activity=activities[each.activity], resource=resources.get(each.resource))
            for each in schedule.assignments
        ),
    )
    return renumbered, links  # type: ignore[return-value]


def _calendar_by_place(calendar: WorkCalendar, place: int) -> WorkCalendar:
    return replace(calendar, uid=place)
