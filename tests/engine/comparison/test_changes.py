"""What changed between two versions of a plan, record by record."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from engine.comparison.versions import compared, renumbered, rows
from engine.schedule.nets import DAY, OFFICE, constraint, day, links, net
from plumbline.engine.calendars import ALWAYS, CalendarException, WorkCalendar
from plumbline.engine.comparison import ChangeKind, How, Thing, compare
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
    ScheduleOptions,
)
from plumbline.engine.schedule.calculate import calculate

BEFORE = net({"A": 2, "B": 3}, "A-B FS")


def test_a_plan_compared_with_itself_shows_no_change():
    comparison = compared(BEFORE, BEFORE)
    assert (comparison.changes, comparison.suspicions) == ((), ())
    assert comparison.finish_moved_by == 0


def test_added_and_removed_activities_and_links_are_listed():
    comparison = compared(BEFORE, net({"A": 2, "C": 3}, "A-C FS"))
    found = [(each.how, each.id) for each in comparison.of_kind(ChangeKind.ACTIVITIES)]
    assert found == [(How.ADDED, "C"), (How.REMOVED, "B")]
    assert ([each.uid for each in comparison.added], [each.uid for each in comparison.removed]) == (["C"], ["B"])
    assert comparison.links == ((None, *links("A-C FS")), (*links("A-B FS"), None))


def test_a_changed_lag_or_kind_is_one_changed_link():
    comparison = compared(BEFORE, net({"A": 2, "B": 3}, "A-B FS+1"))
    (change,) = comparison.changes
    assert (change.how, change.thing, change.field, change.uid) == (How.CHANGED, Thing.LINK, "lag", "B")
    assert (change.before, change.after) == (*links("A-B FS"), *links("A-B FS+1"))
    (change,) = compared(BEFORE, net({"A": 2, "B": 3}, "A-B SS")).changes
    assert (change.how, change.field) == (How.CHANGED, "kind")


def test_of_several_links_those_of_one_kind_are_the_same_link():
    before, after = (net({"A": 2, "B": 3}, text) for text in ("A-B SS, A-B FF", "A-B FF+1, A-B FS"))
    assert compared(before, after).links == (
        (*links("A-B FF"), *links("A-B FF+1")),
        (*links("A-B SS"), *links("A-B FS")),
    )


def test_a_second_equal_link_counts():
    assert compared(BEFORE, net({"A": 2, "B": 3}, "A-B FS, A-B FS")).links == ((None, *links("A-B FS")),)


def test_fields_of_activities_are_grouped_by_what_they_are_about():
    changed = {
        "name": "Better",
        "calendar": OFFICE.uid,
        "budget": 5.0,
        "planned_start": day(3),
        "kind": ActivityKind.FINISH_MILESTONE,
        **constraint(ConstraintKind.FINISH_ON, 9),
    }
    comparison = compared(BEFORE, net({"A": 2, "B": 4}, "A-B FS", changes={"B": changed}))
    assert rows(comparison, ChangeKind.DURATIONS) == [("B", "duration", 3 * DAY, 4 * DAY)]
    assert rows(comparison, ChangeKind.CONSTRAINTS) == [
        ("B", "constraints", (), (Constraint(ConstraintKind.FINISH_ON, day(9)),))
    ]
    assert rows(comparison, ChangeKind.CALENDARS) == [("B", "calendar", None, "office")]
    assert rows(comparison, ChangeKind.BUDGET) == [("B", "budget", None, 5.0)]
    assert rows(comparison, ChangeKind.PLANNED_DATES) == [("B", "planned_start", None, day(3))]
    assert [each[:2] for each in rows(comparison, ChangeKind.DESCRIPTIONS)] == [("B", "name"), ("B", "kind")]
    assert not comparison.of_kind(ChangeKind.PROGRESS), "the remaining duration of work not begun is its duration"


def test_a_first_actual_date_is_progress_and_another_one_a_rewriting():
    started = {"A": {"actual_start": day(0), "remaining": DAY, "percent_complete": 50.0}}
    before = net({"A": 2}, changes=started, data_date=day(1))
    comparison = compared(net({"A": 2}), before)
    assert [each[1] for each in rows(comparison, ChangeKind.PROGRESS)] == [
        "data_date",
        "remaining",
        "percent_complete",
        "actual_start",
    ]
    assert not comparison.of_kind(ChangeKind.ACTUAL_DATES)
    moved = net({"A": 2}, changes={"A": started["A"] | {"actual_start": day(-1)}}, data_date=day(1))
    assert rows(compared(before, moved), ChangeKind.ACTUAL_DATES) == [("A", "actual_start", day(0), day(-1))]


@pytest.mark.parametrize("kind", [ActivityKind.SUMMARY, ActivityKind.LEVEL_OF_EFFORT])
def test_what_a_tool_takes_from_other_activities_is_no_change(kind: ActivityKind):
    before, after = (
        net({"S": length}, changes={"S": {"kind": kind, "planned_finish": day(length), "name": name}})
        for length, name in ((2, "S"), (3, "Summary"))
    )
    assert [each.field for each in compared(before, after).changes] == ["name"]


def test_each_date_of_a_baseline_is_compared():
    before = net({"A": 2}, changes={"A": {"baseline": Baseline(day(0), day(2), cost=7.0)}})
    after = net({"A": 2}, changes={"A": {"baseline": Baseline(day(0), day(5), cost=7.0)}})
    assert rows(compared(before, after), ChangeKind.BASELINE) == [("A", "baseline_finish", day(2), day(5))]


def test_a_move_in_the_outline_is_listed():
    plan = [{"kind": ActivityKind.SUMMARY}, {"kind": ActivityKind.SUMMARY}]
    before, after = (
        net({"S": 0, "T": 0, "A": 2}, changes={"S": plan[0], "T": plan[1], "A": {"parent": parent}})
        for parent in ("S", "T")
    )
    assert rows(compared(before, after), ChangeKind.OUTLINE) == [("A", "parent", "S", "T")]


def test_a_calendar_says_how_many_hours_a_month_it_has_now():
    six_days = WorkCalendar(uid="office", name="Office", week=(*OFFICE.week[:5], OFFICE.week[0], ()))
    calendars = {"calendars": (ALWAYS, OFFICE)}
    before = net({"A": 2}, **calendars)
    after = net({"A": 2}, calendars=(ALWAYS, six_days))
    (change,) = compared(before, after).of_kind(ChangeKind.CALENDARS)
    assert (change.thing, change.name, change.field) == (Thing.CALENDAR, "Office", "working_time")
    # 261 and 313 days of eight hours in the 365 from Thursday 1 January 2026 on, in twelve months of 30.4375 days
    assert (change.before, change.after) == (round(261 * 8 / 365 * 30.4375, 2), round(313 * 8 / 365 * 30.4375, 2))


def test_a_holiday_more_is_less_working_time():
    closed = replace(OFFICE, exceptions=(CalendarException(day(4).date(), day(4).date()),))
    comparison = compared(net({"A": 2}), net({"A": 2}, calendars=(ALWAYS, closed), default_calendar=ALWAYS.uid))
    found = {(each.name, each.how): each for each in comparison.of_kind(ChangeKind.CALENDARS)}
    change = found["Office", How.CHANGED]
    assert isinstance(change.before, float)
    assert isinstance(change.after, float)
    assert change.after < change.before
    assert ("Nights", How.REMOVED) in found


def test_resources_and_assignments_are_compared():
    crane, crew = Resource("r1", "Crane", max_units=1.0), Resource("r2", "Crew")
    before = net({"A": 2}, resources=(crane,), assignments=(Assignment("A", "r1", work=480),))
    after = net(
        {"A": 2},
        resources=(replace(crane, max_units=2.0), crew),
        assignments=(Assignment("A", "r1", work=960, cost=5.0), Assignment("A", "r2", units=0.5)),
    )
    found = [
        (each.thing, each.how, each.name, each.field, each.before, each.after)
        for each in compared(before, after).of_kind(ChangeKind.RESOURCES)
    ]
    assert found == [
        (Thing.RESOURCE, How.CHANGED, "Crane", "max_units", 1.0, 2.0),
        (Thing.RESOURCE, How.ADDED, "Crew", "resource", None, None),
        (Thing.ASSIGNMENT, How.CHANGED, "Crane", "work", 480, 960),
        (Thing.ASSIGNMENT, How.CHANGED, "Crane", "cost", 0.0, 5.0),
        (Thing.ASSIGNMENT, How.ADDED, "Crew", "assignment", None, None),
    ]
    gone = [(each.thing, each.how) for each in compared(after, before).changes if each.how is How.REMOVED]
    assert gone == [(Thing.RESOURCE, How.REMOVED), (Thing.ASSIGNMENT, How.REMOVED)]


def test_two_assignments_of_one_resource_to_one_activity_count_as_their_sum():
    crane = (Resource("r1", "Crane"),)
    split = (Assignment("A", "r1", work=100), Assignment("A", "r1", work=380))
    before = net({"A": 2}, resources=crane, assignments=(Assignment("A", "r1", work=480),))
    assert compared(before, net({"A": 2}, resources=crane, assignments=split)).changes == ()


def test_settings_of_the_plan_are_compared():
    after = replace(BEFORE, options=ScheduleOptions(lag_calendar=LagCalendar.ALWAYS), must_finish_by=day(9))
    assert [(each.field, each.before, each.after) for each in compared(BEFORE, after).of_kind(ChangeKind.SETTINGS)] == [
        ("must_finish_by", None, day(9)),
        ("lag_calendar", LagCalendar.PREDECESSOR, LagCalendar.ALWAYS),
    ]


def test_the_finish_moves_in_working_minutes():
    assert compared(BEFORE, net({"A": 2, "B": 4}, "A-B FS")).finish_moved_by == DAY
    assert compared(net({"A": 2, "B": 4}, "A-B FS"), BEFORE).finish_moved_by == -DAY
    monday = datetime(2026, 1, 5)
    slow, slower = (net({"A": each}, start=monday, default_calendar=OFFICE.uid) for each in (1 / 3, 2 / 3))
    assert compared(slow, slower).finish_moved_by == 480


def test_a_version_that_cannot_be_calculated_is_compared_without_its_finish():
    comparison = compare(BEFORE, net({"A": 2, "B": 4}, "A-B FS, B-A FS"), calculate(BEFORE), None)
    assert (comparison.finish_before, comparison.finish_after, comparison.finish_moved_by) == (day(5), None, None)
    assert len(comparison.changes) == 2


def test_a_copied_p6_project_is_recognised_by_its_activity_ids():
    comparison = compared(BEFORE, renumbered(BEFORE))
    assert comparison.changes == ()
    assert comparison.before.activity_by_uid.keys() == {"new A", "new B"}


def test_calendars_and_resources_with_new_unique_ids_are_recognised_by_their_names():
    def plan(number: str) -> tuple[WorkCalendar, Resource, Assignment, Activity]:
        activity = Activity(uid="A", id="A", name="A", duration=60, remaining=60, calendar=number)
        return replace(OFFICE, uid=number), Resource(number, "Crane"), Assignment("A", number), activity

    before, after = (
        replace(
            BEFORE,
            calendars=(ALWAYS, calendar),
            resources=(crane,),
            assignments=(assignment,),
            activities=(activity,),
            links=(),
        )
        for calendar, crane, assignment, activity in (plan("1"), plan("2"))
    )
    assert compared(before, after).changes == ()


def test_row_numbers_of_ms_project_say_nothing():
    before = net({"A": 2}, dialect=Dialect.MSP)
    comparison = compared(before, renumbered(before))
    assert ([each.uid for each in comparison.added], [each.uid for each in comparison.removed]) == (["new A"], ["A"])
    moved = replace(before, activities=(replace(before.activities[0], id="7"),))
    assert compared(before, moved).changes == ()
