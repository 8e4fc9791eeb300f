"""Near-critical paths."""

from __future__ import annotations

from engine.schedule.nets import DAY, ORACLE_DURATIONS, ORACLE_LINKS, day, net
from plumbline.engine.schedule.float_paths import FloatPath, float_paths

ORACLE = net(ORACLE_DURATIONS, ORACLE_LINKS)


def test_the_first_path_is_the_longest_and_the_others_follow_by_how_soon_they_would_move_it():
    assert float_paths(ORACLE) == (
        FloatPath(("A", "C", "D", "F"), 0),
        FloatPath(("B",), 1 * DAY, "D"),
        FloatPath(("G",), 3 * DAY, "F"),
        FloatPath(("E",), 5 * DAY, "F"),
    )


def test_no_more_paths_are_given_than_asked_for():
    assert [each.activities for each in float_paths(ORACLE, 2)] == [("A", "C", "D", "F"), ("B",)]


def test_a_chain_that_meets_the_longest_path_is_one_path():
    plan = net({"A": 9, "B": 2, "C": 3, "D": 1}, "B-C FS, C-D FS, A-D FS")
    assert float_paths(plan)[1] == FloatPath(("B", "C"), 4 * DAY, "D")


def test_complete_work_is_on_no_path_but_the_longest():
    done = {"actual_start": day(0), "actual_finish": day(2), "remaining": 0}
    plan = net({"A": 9, "B": 2, "D": 1}, "B-D FS, A-D FS", changes={"B": done}, data_date=day(2))
    assert [each.activities for each in float_paths(plan)] == [("A", "D")]


def test_a_plan_without_links_has_the_work_that_ends_last_as_its_path():
    assert float_paths(net({"A": 2, "B": 3})) == (FloatPath(("B",), 0),)
