"""A copy of a plan that was followed before, moved to a new start, without what happened in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from plumbline.engine.calendars import OutOfWorkingTime, WorkingTime
from plumbline.engine.schedule import Activity, Constraint, Schedule
from plumbline.engine.starts.start import CannotStart, Choice, Start, Way

_Moved = Callable[[datetime | None], datetime | None]


def _plan(start: Start) -> Schedule:
    """Dates keep their distance from the start of the plan in working time of its default calendar.

    What stood at the beginning of a working day stands at the beginning of one again, not at the end of the day before.
    """
    earlier = start.earlier
    assert earlier is not None
    keeps_owners = start.choices.get("owners", "") == "keep"
    try:
        moved = _mover(earlier, start.start)
        activities = tuple(_fresh(each, moved, keeps_owners) for each in earlier.activities if not each.external)
        must_finish = moved(earlier.must_finish_by)
    except OutOfWorkingTime as error:
        raise CannotStart(f"The dates of the earlier plan cannot be moved so far: {error}.", "start") from error
    kept = {each.uid for each in activities}
    return replace(
        earlier,
        name=start.name,
        start=start.start,
        data_date=None,
        must_finish_by=must_finish,
        uid=None,
        id="",
        activities=activities,
        links=tuple(each for each in earlier.links if each.predecessor in kept and each.successor in kept),
        resources=earlier.resources if keeps_owners else (),
        assignments=earlier.assignments if keeps_owners else (),
    )


def _mover(earlier: Schedule, start: datetime) -> _Moved:
    time = WorkingTime(earlier.calendar_by_uid[earlier.default_calendar])

    def moved(instant: datetime | None) -> datetime | None:
        if instant is None:
            return None
        there = time.add(start, time.between(earlier.start, instant))
        return time.next_work_start(there) if time.next_work_start(instant) == instant else there

    return moved


def _fresh(activity: Activity, moved: _Moved, keeps_owners: bool) -> Activity:
    """As it was before anything had happened: no progress, no baseline, nothing calculated."""
    return replace(
        activity,
        remaining=activity.duration,
        percent_complete=0.0,
        actual_start=None,
        actual_finish=None,
        suspended=None,
        resumed=None,
        expected_finish=None,
        external_early_start=None,
        external_late_finish=None,
        planned_start=moved(activity.planned_start),
        planned_finish=moved(activity.planned_finish),
        deadline=moved(activity.deadline),
        constraints=tuple(Constraint(each.kind, moved(each.date)) for each in activity.constraints),
        baseline=None,
        stored=None,
        responsible=activity.responsible if keeps_owners else "",
    )


WAY = Way(
    title="Copy of an earlier plan",
    summary="The plan of another project, moved to a new start on its own calendar, without its progress and baseline.",
    plan=_plan,
    needs=("earlier",),
    choices=(Choice(name="owners", label="Keep who does the work", kind="yes", example=""),),
    order=50,
)
