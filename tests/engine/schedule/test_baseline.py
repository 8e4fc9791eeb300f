"""One version of a plan as the baseline of another."""

from __future__ import annotations

from dataclasses import replace

from engine.schedule.nets import DAY, day, net
from plumbline.engine.schedule import Baseline, Schedule
from plumbline.engine.schedule.baseline import with_baseline
from plumbline.engine.schedule.calculate import ActivityDates, calculate

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
