"""Two versions of one plan: what changed, and one as the other's baseline."""

from __future__ import annotations

from dataclasses import replace

from engine.schedule.nets import DAY, OFFICE, day, links, net
from plumbline.engine.schedule import Baseline, Dialect, Schedule
from plumbline.engine.schedule.baseline import with_baseline
from plumbline.engine.schedule.calculate import ActivityDates, calculate
from plumbline.engine.schedule.comparison import Comparison, compare

BEFORE = net({"A": 2, "B": 3}, "A-B FS")


def renumbered(schedule: Schedule) -> Schedule:
    """The same plan as a copy made in P6 has it: new unique ids, the same activity ids."""
    return replace(
        schedule,
        activities=tuple(replace(each, uid=f"new {each.uid}") for each in schedule.activities),
        links=tuple(
            replace(each, predecessor=f"new {each.predecessor}", successor=f"new {each.successor}")
            for each in schedule.links
        ),
    )


def differences(comparison: Comparison) -> list[object]:
    links_changed = comparison.links_added + comparison.links_removed
    return [*comparison.added, *comparison.removed, *comparison.changed, *links_changed]


def test_a_plan_compared_with_itself_shows_no_change():
    comparison = compare(BEFORE, BEFORE)
    assert differences(comparison) == []
    assert comparison.finish_moved_by == 0


def test_added_and_removed_activities_and_links_are_listed():
    comparison = compare(BEFORE, net({"A": 2, "C": 3}, "A-C FS"))
    assert [each.uid for each in comparison.added] == ["C"]
    assert [each.uid for each in comparison.removed] == ["B"]
    assert comparison.links_added == links("A-C FS")
    assert comparison.links_removed == links("A-B FS")


def test_a_changed_field_is_listed_with_both_values():
    after = net({"A": 2, "B": 3}, "A-B FS", changes={"B": {"name": "Better"}})
    changes = compare(BEFORE, after).changed
    assert [(each.activity.uid, each.field, each.before, each.after) for each in changes] == [
        ("B", "name", "B", "Better")
    ]


def test_a_changed_lag_is_one_link_removed_and_one_added():
    comparison = compare(BEFORE, net({"A": 2, "B": 3}, "A-B FS+1"))
    assert (comparison.links_removed, comparison.links_added) == (links("A-B FS"), links("A-B FS+1"))


def test_a_second_equal_link_counts():
    assert compare(BEFORE, net({"A": 2, "B": 3}, "A-B FS, A-B FS")).links_added == links("A-B FS")


def test_the_finish_moves_in_working_minutes():
    assert compare(BEFORE, net({"A": 2, "B": 4}, "A-B FS")).finish_moved_by == DAY
    assert compare(net({"A": 2, "B": 4}, "A-B FS"), BEFORE).finish_moved_by == -DAY
    monday = day(4)
    slow = net({"A": 1 / 3}, start=monday, default_calendar=OFFICE.uid)
    slower = net({"A": 2 / 3}, start=monday, default_calendar=OFFICE.uid)
    assert compare(slow, slower).finish_moved_by == 480


def test_calculations_at_hand_are_used():
    other = calculate(net({"A": 9}))
    assert compare(BEFORE, BEFORE, calculate(BEFORE), other).finish_after == day(9)


def test_a_copied_p6_project_is_recognised_by_its_activity_ids():
    comparison = compare(BEFORE, renumbered(BEFORE))
    assert differences(comparison) == []


def test_row_numbers_of_ms_project_say_nothing():
    before = net({"A": 2}, dialect=Dialect.MSP)
    comparison = compare(before, renumbered(before))
    assert ([each.uid for each in comparison.added], [each.uid for each in comparison.removed]) == (["new A"], ["A"])


def test_a_baseline_takes_planned_dates_duration_and_budget():
    planned = {"A": {"planned_start": day(1), "planned_finish": day(4), "budget": 7.5}}
    schedule = with_baseline(BEFORE, net({"A": 3}, changes=planned))
    assert schedule.activity_by_uid["A"].baseline == Baseline(day(1), day(4), 3 * DAY, 7.5)


def test_actual_dates_of_the_baseline_win_and_missing_ones_are_calculated():
    actual = {"A": {"actual_start": day(1), "planned_start": day(0), "planned_finish": day(2), "remaining": DAY}}
    schedule = with_baseline(BEFORE, net({"A": 2, "B": 3}, "A-B FS", changes=actual, data_date=day(2)))
    assert schedule.activity_by_uid["A"].baseline == Baseline(day(1), day(2), 2 * DAY)
    assert schedule.activity_by_uid["B"].baseline == Baseline(day(3), day(6), 3 * DAY)


def test_an_activity_the_baseline_does_not_have_gets_none():
    with_old = net({"A": 2, "B": 3}, changes={"B": {"baseline": Baseline(day(0))}})
    assert with_baseline(with_old, net({"A": 2})).activity_by_uid["B"].baseline is None


def test_a_baseline_takes_the_dates_it_is_given_and_calculates_nothing() -> None:
    loop = net({"A": 2, "B": 3}, "A-B FS, B-A FS")
    given = {"A": ActivityDates(early_start=day(7), early_finish=day(9))}
    promised = with_baseline(BEFORE, loop, given).activity_by_uid
    assert promised["A"].baseline == Baseline(day(7), day(9), 2 * DAY)
    assert promised["B"].baseline == Baseline(duration=3 * DAY)


def test_a_baseline_of_a_copied_project_is_matched_by_activity_id():
    assert with_baseline(renumbered(BEFORE), BEFORE).activity_by_uid["new A"].baseline is not None


def test_a_baseline_changes_no_date():
    assert calculate(with_baseline(BEFORE, net({"A": 50}))) == calculate(BEFORE)
