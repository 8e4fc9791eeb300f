"""Level of effort, summaries, and MS Project's manual, inactive and external tasks."""

from __future__ import annotations

from typing import Any

import pytest

from engine.schedule.nets import day, days, floats, late_spans, net, spans
from plumbline.engine.schedule import ActivityKind, Dialect, InvalidSchedule
from plumbline.engine.schedule.calculate import LoopInSchedule, calculate

EFFORT = {"kind": ActivityKind.LEVEL_OF_EFFORT}
SUMMARY = {"kind": ActivityKind.SUMMARY}


def under(parent: str) -> dict[str, Any]:
    return {"parent": parent}


def test_level_of_effort_lies_between_the_work_it_serves():
    schedule = net({"A": 2, "B": 3, "C": 4, "L": 1}, "A-B FS, B-C FS, B-L SS, C-L FF", changes={"L": EFFORT})
    calculation = calculate(schedule)
    assert spans(calculation)["L"] == (2, 9)
    assert late_spans(calculation)["L"] == (2, 9)


def test_level_of_effort_drives_nothing():
    schedule = net({"A": 2, "L": 50, "B": 3}, "A-L SS, L-B FS, A-B FS", changes={"L": EFFORT})
    calculation = calculate(schedule)
    assert spans(calculation)["B"] == (2, 5)
    assert calculation.finish == day(5)
    assert "L" not in calculation.longest_path
    assert not calculation.dates["L"].critical


def test_level_of_effort_without_an_end_to_serve_lasts_as_planned():
    assert spans(calculate(net({"A": 2, "L": 3}, "A-L SS", changes={"L": EFFORT})))["L"] == (0, 3)


def test_a_summary_takes_its_dates_from_below():
    schedule = net(
        {"S": 0, "T": 0, "A": 2, "B": 3, "C": 9},
        "A-B FS",
        changes={"S": SUMMARY, "T": {**SUMMARY, **under("S")}, "A": under("T"), "B": under("S")},
    )
    calculation = calculate(schedule)
    assert spans(calculation)["S"] == (0, 5)
    assert spans(calculation)["T"] == (0, 2)
    assert floats(calculation)["S"] == 4


def test_a_summary_with_nothing_below_has_no_dates():
    dates = calculate(net({"S": 0, "A": 1}, changes={"S": SUMMARY})).dates["S"]
    assert (dates.early_start, dates.late_finish, dates.total_float) == (None, None, None)


def test_a_link_on_a_summary_holds_for_all_below_it():
    changes = {"S": SUMMARY, "A": under("S"), "B": under("S")}
    after = calculate(net({"S": 0, "A": 2, "B": 3, "C": 1}, "S-C FS", changes=changes))
    assert spans(after)["C"] == (3, 4)
    before = calculate(net({"S": 0, "A": 2, "B": 3, "C": 1}, "C-S FS+1", changes=changes))
    assert spans(before)["A"] == (2, 4)
    assert spans(before)["B"] == (2, 5)


def test_a_link_between_summaries_holds_for_all_below_both():
    changes = {"S": SUMMARY, "A": under("S"), "B": under("S"), "T": SUMMARY, "C": under("T"), "D": under("T")}
    durations = {"S": 0, "A": 2, "B": 3, "T": 0, "C": 1, "D": 2}
    calculation = calculate(net(durations, "S-T FS+1", changes=changes))
    assert spans(calculation)["T"] == (4, 6)
    assert floats(calculation) == {"S": 0, "A": 1, "B": 0, "T": 0, "C": 1, "D": 0}
    assert calculation.longest_path == ("B", "D")
    assert calculation.dates["D"].driving == ("B",)


def test_a_summary_that_waits_for_its_own_child_is_a_loop():
    with pytest.raises(LoopInSchedule):
        calculate(net({"S": 0, "A": 2}, "A-S FS", changes={"S": SUMMARY, "A": under("S")}))


def test_a_summary_under_itself_is_refused():
    changes = {"S": {**SUMMARY, **under("T")}, "T": {**SUMMARY, **under("S")}, "A": under("S")}
    with pytest.raises(InvalidSchedule, match="under itself"):
        net({"S": 0, "T": 0, "A": 2}, changes=changes)


def test_a_manual_task_stays_where_it_was_put_and_drives():
    manual = {"manual": True, "planned_start": day(1), "planned_finish": day(3)}
    calculation = calculate(net({"A": 4, "M": 2, "B": 1}, "A-M FS, M-B FS", dialect=Dialect.MSP, changes={"M": manual}))
    assert spans(calculation) == {"A": (0, 4), "M": (1, 3), "B": (3, 4)}


def test_an_inactive_task_drives_nothing_and_has_no_float():
    calculation = calculate(
        net({"A": 4, "I": 20, "B": 1}, "A-I FS, I-B FS, A-B FS", dialect=Dialect.MSP, changes={"I": {"active": False}})
    )
    assert spans(calculation) | {"I": ()} == {"A": (0, 4), "I": (), "B": (4, 5)}
    dates = calculation.dates["I"]
    assert (days(dates.early_start), dates.late_start, dates.total_float) == (4, None, None)
    assert calculation.finish == day(5)


def test_an_external_task_holds_its_dates_and_drives():
    external = {"external": True, "planned_start": day(2), "planned_finish": day(6)}
    calculation = calculate(net({"X": 4, "A": 1}, "X-A FS", changes={"X": external}))
    assert spans(calculation)["A"] == (6, 7)
    assert calculation.start == day(6)
