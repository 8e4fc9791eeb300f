"""Progress, data date, and what out-of-sequence work does under each rule."""

from __future__ import annotations

from typing import Any

import pytest

from engine.schedule.nets import DAY, day, floats, late_spans, net, spans
from plumbline.engine.schedule import Dialect, ProgressRule, ScheduleOptions
from plumbline.engine.schedule.calculate import calculate


def done(start: float, finish: float) -> dict[str, Any]:
    return {"actual_start": day(start), "actual_finish": day(finish), "remaining": 0}


def begun(start: float, remaining: float) -> dict[str, Any]:
    return {"actual_start": day(start), "remaining": round(remaining * DAY)}


def test_remaining_work_waits_for_the_data_date():
    schedule = net({"A": 4, "B": 3}, "A-B FS", changes={"A": begun(0, 2)}, data_date=day(5))
    assert spans(calculate(schedule)) == {"A": (5, 7), "B": (7, 10)}


def test_work_not_begun_waits_for_the_data_date():
    assert spans(calculate(net({"A": 4}, data_date=day(5)))) == {"A": (5, 9)}


def test_the_project_starts_with_its_first_actual_start():
    calculation = calculate(net({"A": 4, "B": 1}, changes={"A": done(1, 3)}, data_date=day(5)))
    assert (calculation.start, calculation.finish) == (day(1), day(6))


def test_complete_work_holds_nothing_back_and_has_no_float():
    schedule = net({"A": 4, "B": 3}, "A-B FS", changes={"A": done(0, 4)}, data_date=day(5))
    calculation = calculate(schedule)
    assert spans(calculation) == {"A": (5, 5), "B": (5, 8)}
    assert not calculation.dates["A"].critical
    assert floats(calculation)["A"] == 0
    assert calculation.dates["B"].driving == ()


def test_a_lag_after_complete_work_runs_from_its_actual_finish():
    schedule = net({"A": 4, "B": 3}, "A-B FS+3", changes={"A": done(0, 4)}, data_date=day(5))
    assert spans(calculate(schedule))["B"] == (7, 10)


def test_a_start_lag_loses_the_time_already_worked():
    schedule = net({"A": 4, "B": 3}, "A-B SS+3", changes={"A": begun(0, 2)}, data_date=day(5))
    assert spans(calculate(schedule))["B"] == (6, 9)


@pytest.mark.parametrize(
    ("rule", "span"),
    [
        (ProgressRule.RETAINED_LOGIC, (9, 11)),
        (ProgressRule.PROGRESS_OVERRIDE, (5, 7)),
        (ProgressRule.ACTUAL_DATES, (5, 7)),
    ],
)
def test_work_begun_out_of_sequence_follows_the_rule(rule: ProgressRule, span: tuple[float, float]):
    schedule = net(
        {"A": 4, "B": 3},
        "A-B FS",
        changes={"B": begun(4, 2)},
        data_date=day(5),
        options=ScheduleOptions(progress=rule),
    )
    assert spans(calculate(schedule))["B"] == span


def test_progress_override_frees_the_predecessor_too():
    schedule = net(
        {"A": 4, "B": 3, "C": 9},
        "A-B FS",
        changes={"B": begun(4, 2)},
        data_date=day(5),
        options=ScheduleOptions(progress=ProgressRule.PROGRESS_OVERRIDE),
    )
    assert late_spans(calculate(schedule))["A"] == (10, 14)


def test_under_actual_dates_a_start_link_counts_from_the_actual_start():
    schedule = net(
        {"A": 4, "B": 3},
        "A-B SS+7",
        changes={"A": begun(1, 2)},
        data_date=day(5),
        options=ScheduleOptions(progress=ProgressRule.ACTUAL_DATES),
    )
    assert spans(calculate(schedule))["B"] == (8, 11)


def test_suspended_work_goes_on_when_it_is_resumed():
    suspended = {**begun(0, 2), "suspended": day(1), "resumed": day(8)}
    assert spans(calculate(net({"A": 3}, changes={"A": suspended}, data_date=day(5))))["A"] == (8, 10)


def test_in_ms_project_a_started_task_stays_at_its_actual_start():
    schedule = net({"A": 4, "B": 3}, "A-B FS", dialect=Dialect.MSP, changes={"A": begun(1, 1)}, data_date=day(9))
    calculation = calculate(schedule)
    assert spans(calculation) == {"A": (1, 5), "B": (5, 8)}
    assert late_spans(calculation)["A"] == (1, 5)


def test_in_ms_project_work_not_begun_is_not_moved_to_the_status_date():
    assert spans(calculate(net({"A": 4}, dialect=Dialect.MSP, data_date=day(9))))["A"] == (0, 4)


def test_in_ms_project_complete_work_keeps_its_actual_dates():
    schedule = net({"A": 4, "B": 3}, "A-B FS", dialect=Dialect.MSP, changes={"A": done(2, 5)})
    calculation = calculate(schedule)
    assert spans(calculation) == {"A": (2, 5), "B": (5, 8)}
    assert late_spans(calculation)["A"] == (2, 5)


def test_total_float_of_started_work_is_its_finish_float():
    schedule = net({"A": 4, "B": 9}, changes={"A": begun(0, 2)}, data_date=day(1))
    assert floats(calculate(schedule)) == {"A": 7, "B": 0}
