"""Plans that are tied to each other, and what plans outside the file ask for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.schedule.nets import day, net
from plumbline.engine.schedule import CriticalBy, InvalidSchedule, Link, ScheduleOptions
from plumbline.engine.schedule.calculate import LoopInSchedule, calculate, calculate_together

BUILDERS = net({"A": 3, "B": 4}, "A-B FS0")
FITTERS = net({"C": 2, "D": 5}, "C-D FS0")


def test_work_waits_for_that_of_another_project():
    builders, fitters = calculate_together((BUILDERS, FITTERS), [Link("B", "C")])
    assert builders.finish == day(7)
    assert fitters.dates["C"].early_start == day(7)
    assert fitters.finish == day(14)


def test_a_project_floats_towards_its_own_finish_and_to_what_other_projects_need():
    builders, fitters = calculate_together((BUILDERS, FITTERS), [Link("A", "D")])
    assert builders.dates["A"].total_float == 0
    assert fitters.dates["C"].total_float == 1 * 1440
    assert fitters.finish == day(8)


def test_the_longest_path_begins_in_the_project_that_holds_the_other_up():
    _, fitters = calculate_together((BUILDERS, FITTERS), [Link("B", "C")])
    assert fitters.longest_path == ("A", "B", "C", "D")


def test_projects_without_links_between_them_are_calculated_as_if_alone():
    assert calculate_together((BUILDERS, FITTERS)) == (calculate(BUILDERS), calculate(FITTERS))


def test_a_loop_through_two_projects_is_named():
    with pytest.raises(LoopInSchedule, match="A -> B -> C -> D -> A"):
        calculate_together((BUILDERS, FITTERS), [Link("B", "C"), Link("D", "A")])


def test_a_link_to_an_activity_in_no_project_is_refused():
    with pytest.raises(InvalidSchedule, match="activity Z, which is in none of them"):
        calculate_together((BUILDERS, FITTERS), [Link("Z", "C")])


def test_a_plan_outside_the_file_holds_the_start_up_and_the_late_finish_down():
    held = net({"A": 3, "B": 4}, "A-B FS0", changes={"A": {"external_early_start": day(2)}})
    assert calculate(held).dates["A"].early_start == day(2)
    awaited = net({"A": 3, "B": 4}, "A-B FS0", changes={"A": {"external_late_finish": day(1)}})
    assert calculate(awaited).dates["A"].total_float == -2 * 1440


def test_where_the_plan_says_so_the_longest_path_is_critical_whatever_the_float():
    plan = net({"A": 3, "B": 4, "C": 1}, "A-B FS0", must_finish_by=day(10))
    by_path = replace(plan, options=ScheduleOptions(critical_by=CriticalBy.LONGEST_PATH))
    assert [uid for uid, each in calculate(plan).dates.items() if each.critical] == []
    assert [uid for uid, each in calculate(by_path).dates.items() if each.critical] == ["A", "B"]


def test_an_expected_finish_sets_the_work_that_is_left():
    plan = net({"A": 3, "B": 4}, "A-B FS0", changes={"A": {"expected_finish": day(5)}})
    dates = calculate(plan).dates
    assert (dates["A"].early_start, dates["A"].early_finish) == (day(0), day(5))
    assert dates["B"].early_start == day(5)


def test_an_expected_finish_that_has_passed_leaves_no_work():
    plan = net({"A": 3, "B": 4}, "A-B FS0", changes={"B": {"expected_finish": day(1)}})
    dates = calculate(plan).dates
    assert (dates["B"].early_start, dates["B"].early_finish) == (day(3), day(3))
