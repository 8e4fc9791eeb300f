"""Work that goes on when those assigned to it work."""

from __future__ import annotations

from datetime import datetime

from engine.schedule.nets import NIGHTS, OFFICE
from plumbline.engine.calendars import ALWAYS, WorkCalendar
from plumbline.engine.schedule import Activity, Assignment, Dialect, Resource, Schedule, Uid
from plumbline.engine.schedule.calculate import ActivityDates, calculate

MONDAY = datetime(2026, 1, 5, 8)
MORNINGS = WorkCalendar(uid="mornings", name="Mornings", week=(((480, 720),),) * 7, minutes_per_day=240)


def at(day: int, hour: int) -> datetime:
    return datetime(2026, 1, 5 + day, hour)


def found(
    *assigned: Assignment, calendar: Uid | None = None, dialect: Dialect = Dialect.MSP, interruption: int = 0
) -> dict[Uid, ActivityDates]:
    """The dates of eight hours of work by those ``assigned``, and of the milestone after forty hours beside it."""
    work = Activity(
        uid="A",
        id="A",
        name="A",
        duration=480,
        remaining=480,
        calendar=calendar,
        follows_resources=True,
        interruption=interruption,
    )
    long = Activity(uid="L", id="L", name="L", duration=2400, remaining=2400)
    schedule = Schedule(
        name="An example",
        dialect=dialect,
        start=MONDAY,
        calendars=(OFFICE, NIGHTS, ALWAYS, MORNINGS),
        default_calendar=OFFICE.uid,
        activities=(work, long),
        links=(),
        resources=(
            Resource("guard", "Guard", calendar=NIGHTS.uid),
            Resource("pump", "Pump", calendar=ALWAYS.uid),
            Resource("cook", "Cook", calendar=MORNINGS.uid),
            Resource("clerk", "Clerk"),
        ),
        assignments=assigned,
    )
    return dict(calculate(schedule).dates)


def test_work_by_night_is_done_by_night():
    dates = found(Assignment("A", "guard"))["A"]
    assert (dates.early_start, dates.early_finish) == (at(0, 22), at(1, 6))


def test_its_float_is_counted_on_its_own_calendar_all_the_same():
    """The guard could end on Friday at six at the latest, three working days of the office after Tuesday."""
    dates = found(Assignment("A", "guard"))["A"]
    assert dates.late_finish == at(4, 6)
    assert dates.total_float == 3 * 480


def test_a_resource_without_a_calendar_works_by_that_of_the_activity():
    dates = found(Assignment("A", "clerk"))["A"]
    assert (dates.early_start, dates.early_finish) == (at(0, 8), at(0, 17))


def test_work_of_several_is_done_when_the_last_of_them_has_done_theirs():
    """The pump runs eight hours from eight in the morning, the guard the night after."""
    dates = found(Assignment("A", "pump", work=480, units=1.0), Assignment("A", "guard", work=480, units=1.0))["A"]
    assert (dates.early_start, dates.early_finish) == (at(0, 8), at(1, 6))


def test_half_of_somebody_takes_twice_as_long():
    pump = Assignment("A", "pump", work=480, units=0.5)
    dates = found(pump, Assignment("A", "cook", work=60, units=1.0))["A"]
    assert dates.early_finish == at(1, 0)


def test_in_ms_project_the_calendar_of_the_task_holds_as_well():
    dates = found(Assignment("A", "cook"), calendar=OFFICE.uid)["A"]
    assert dates.early_finish == at(1, 12)
    weekend = found(Assignment("A", "pump"), calendar=MORNINGS.uid)["A"]
    assert weekend.early_finish == at(1, 12)


def test_in_p6_that_of_the_resource_holds_alone():
    dates = found(Assignment("A", "pump"), calendar=MORNINGS.uid, dialect=Dialect.P6)["A"]
    assert dates.early_finish == at(0, 16)


def test_where_task_and_resource_never_work_together_the_task_decides():
    dates = found(Assignment("A", "guard"), calendar=MORNINGS.uid)["A"]
    assert dates.early_finish == at(1, 12)


def test_a_split_lasts_as_long_as_its_parts_and_the_time_between():
    dates = found(Assignment("A", "clerk"), interruption=960)["A"]
    assert (dates.early_start, dates.early_finish) == (at(0, 8), at(2, 17))
    assert dates.total_float == 2 * 480
