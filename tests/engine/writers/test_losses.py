"""What a format cannot hold is said: which kind, on which activity, and what stands in the file instead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from engine.small_project import sound_schedule
from engine.writers.one_activity import MONDAY, PLAIN, WEEK, plan
from plumbline.engine.calendars import CalendarException, WorkCalendar
from plumbline.engine.schedule import (
    ActivityKind,
    Assignment,
    Baseline,
    Constraint,
    ConstraintKind,
    CriticalBy,
    Dialect,
    LagCalendar,
    Resource,
    Schedule,
    ScheduleOptions,
)
from plumbline.engine.writers import write


def said(schedule: Schedule, format: str) -> str:
    return "\n".join(map(str, write(schedule, format).losses))


def test_a_plan_that_project_can_hold_loses_nothing():
    assert said(plan(), "mspdi") == ""


SNET, FNLT = (
    Constraint(kind, MONDAY) for kind in (ConstraintKind.START_NO_EARLIER_THAN, ConstraintKind.FINISH_NO_LATER_THAN)
)
OF_ACTIVITIES = {
    "Second constraint": {"constraints": (SNET, FNLT)},
    "Suspended or resumed": {"suspended": MONDAY},
    "Expected finish": {"expected_finish": MONDAY},
    "Dates asked for by links to other plans": {"external_early_start": MONDAY},
    "Task without duration": {"duration": 0, "remaining": 0},
    "Milestone that takes time": {"kind": ActivityKind.START_MILESTONE},
    "Baseline without dates": {"baseline": Baseline(duration=480)},
}
OF_PROJECT = {
    "Level of effort": {"kind": ActivityKind.LEVEL_OF_EFFORT},
    "Start milestone": {"kind": ActivityKind.START_MILESTONE, "duration": 0},
    "Start on or finish on": {"constraints": (Constraint(ConstraintKind.START_ON, MONDAY),)},
    "Percent complete": {"percent_complete": 33.3},
    "Activity ids that are not the numbers of rows": {"id": "A1000"},
    "Unique ids that are not whole numbers above 0": {"uid": "wbs-7"},
}
OF_TABLES = {
    "Inactive": {"active": False},
    "Scheduled by hand": {"manual": True},
    "Task of another plan": {"external": True},
    "Person who answers for an activity": {"responsible": "Ada"},
    "Progress without an actual start": {"percent_complete": 40.0},
    "100 % without an actual finish": {"percent_complete": 100.0, "actual_start": MONDAY},
    "Ids that are missing, not unique, or hold separators": {"id": "A;1"},
}
CASES = [
    *(("mspdi", what, fields) for what, fields in (OF_ACTIVITIES | OF_PROJECT).items()),
    *(("csv", what, fields) for what, fields in (OF_ACTIVITIES | OF_TABLES).items()),
]


@pytest.mark.parametrize(("format", "what", "fields"), CASES)
def test_what_an_activity_has_and_the_format_cannot_hold_is_said(format: str, what: str, fields: dict[str, object]):
    assert f"{what}: " not in said(plan(), format)
    assert f"{what}: " in said(plan(replace(PLAIN, **fields)), format)  # type: ignore[arg-type]


def test_a_loss_names_the_first_few_activities_and_counts_the_others():
    many = tuple(replace(PLAIN, uid=each, id=str(each), suspended=MONDAY) for each in range(1, 8))
    assert "Suspended or resumed: left out (7: 1, 2, 3, 4, 5 and 2 more)." in said(plan(activities=many), "mspdi")


@pytest.mark.parametrize("format", ["mspdi", "csv", "xlsx"])
def test_settings_of_p6_that_change_dates_are_said(format: str):
    options = ScheduleOptions(lag_calendar=LagCalendar.PREDECESSOR, critical_by=CriticalBy.LONGEST_PATH)
    losses = said(plan(dialect=Dialect.P6, options=options, must_finish_by=MONDAY), format)
    for what in ("Conventions of Primavera P6", "Calendar of lags", "Longest path", "must finish"):
        assert what in losses


def test_holidays_are_lost_in_a_table_but_not_in_project():
    holiday = CalendarException(date(2026, 4, 3), date(2026, 4, 3))
    schedule = plan(calendars=(WorkCalendar(uid=1, name="Site", week=WEEK, exceptions=(holiday,)),))
    assert said(schedule, "mspdi") == ""
    assert "Working times and holidays of a calendar: the nearest calendar a table can name (1: Site)" in said(
        schedule, "csv"
    )


def test_unequal_shares_of_work_are_said_and_equal_ones_are_not():
    crews = (Resource(1, "Diggers"), Resource(2, "Pavers"))
    equal = (Assignment(1, 1, 480), Assignment(1, 2, 480))
    unequal = (Assignment(1, 1, 480), Assignment(1, 2, 60))
    what = "Work and cost of each of several resources"
    assert what not in said(plan(resources=crews, assignments=equal), "csv")
    assert what in said(plan(resources=crews, assignments=unequal), "csv")


def test_who_works_without_anybody_answering_is_said():
    crew, work = (Resource(1, "Ann"),), (Assignment(1, 1),)
    assert "nobody answers" in said(plan(resources=crew, assignments=work), "csv")
    answered = plan(replace(PLAIN, responsible="Ann"), resources=crew, assignments=work)
    assert said(answered, "csv") == said(plan(), "csv")


def test_the_plan_document_never_loses_anything():
    assert said(sound_schedule(), "plan_document") == ""
