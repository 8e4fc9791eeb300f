"""A resource-constrained project scheduling problem as a plan: the instances of the literature have no dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from plumbline.engine.calendars import WorkCalendar
from plumbline.engine.readers.limits import MAX_ACTIVITIES, MAX_ASSIGNMENTS, MAX_LINKS, MAX_RESOURCES, check_count
from plumbline.engine.schedule import (
    Activity,
    ActivityKind,
    Assignment,
    Dialect,
    Link,
    Resource,
    Schedule,
    ScheduleOptions,
    Uid,
)

MINUTES_PER_UNIT = 1_440
MAX_PERIODS = 73_000
START = datetime(2001, 1, 1)
_EVERY_DAY = WorkCalendar(
    uid=1, name="Units of time", week=(((0, MINUTES_PER_UNIT),),) * 7, minutes_per_day=MINUTES_PER_UNIT
)


@dataclass(frozen=True, slots=True)
class Job:
    """``duration`` in units of time; ``successors`` count from 1; ``requests`` one per resource, while it lasts."""

    duration: int
    successors: tuple[int, ...]
    requests: tuple[int, ...]


def plan_of(jobs: Sequence[Job], resources: Sequence[tuple[str, int]]) -> Schedule:
    """A unit of time becomes a day of 24 hours, so that dates count units from 1 January 2001.

    ``resources`` are names with capacities. Raises InvalidSchedule for a successor that is no job.
    """
    check_count("jobs", len(jobs), MAX_ACTIVITIES)
    check_count("resources", len(resources), MAX_RESOURCES)
    links = [Link(number, each) for number, job in enumerate(jobs, start=1) for each in job.successors]
    check_count("links", len(links), MAX_LINKS)
    with_predecessor = {each.successor for each in links}
    assignments = [
        Assignment(number, name, job.duration * request * MINUTES_PER_UNIT, units=float(request))
        for number, job in enumerate(jobs, start=1)
        for (name, _), request in zip(resources, job.requests, strict=True)
        if request
    ]
    check_count("assignments", len(assignments), MAX_ASSIGNMENTS)
    return Schedule(
        name="",
        dialect=Dialect.P6,
        start=START,
        data_date=START,
        calendars=(_EVERY_DAY,),
        default_calendar=_EVERY_DAY.uid,
        activities=tuple(_activity(number, job, with_predecessor) for number, job in enumerate(jobs, start=1)),
        links=tuple(links),
        resources=tuple(Resource(name, name, max_units=float(capacity)) for name, capacity in resources),
        assignments=tuple(assignments),
        options=ScheduleOptions(minutes_per_day=MINUTES_PER_UNIT),
    )


def _activity(number: int, job: Job, with_predecessor: set[Uid]) -> Activity:
    minutes = job.duration * MINUTES_PER_UNIT
    return Activity(
        uid=number,
        id=str(number),
        name=f"Job {number}",
        kind=_kind(job, number in with_predecessor),
        duration=minutes,
        remaining=minutes,
    )


def _kind(job: Job, has_predecessor: bool) -> ActivityKind:
    """A job without duration is where the network begins, or else where paths meet."""
    if job.duration:
        return ActivityKind.TASK
    return ActivityKind.FINISH_MILESTONE if has_predecessor else ActivityKind.START_MILESTONE
