"""Links, lags, calendars and the edges of working time."""

from __future__ import annotations

from datetime import datetime

import pytest

from engine.schedule.nets import NIGHTS, OFFICE, day, early, free_floats, late, late_spans, net, spans
from plumbline.engine.calendars import ALWAYS
from plumbline.engine.schedule import ActivityKind, Dialect, LagCalendar, Link, LinkKind, Schedule, ScheduleOptions
from plumbline.engine.schedule.calculate import LoopInSchedule, calculate

MONDAY = datetime(2026, 3, 2, 8)
HOURS = 1 / 24


def office(durations: dict[str, float], text: str = "", **fields: object) -> Schedule:
    """A plan on the office calendar from Monday, 2 March 2026, 08:00."""
    return net(durations, text, **{"start": MONDAY, "default_calendar": OFFICE.uid, **fields})


@pytest.mark.parametrize(
    ("link", "span"),
    [
        ("A-B FS", (4, 6)),
        ("A-B FS+2", (6, 8)),
        ("A-B FS-1", (3, 5)),
        ("A-B SS", (0, 2)),
        ("A-B SS+3", (3, 5)),
        ("A-B FF", (2, 4)),
        ("A-B FF+1", (3, 5)),
        ("A-B SF+5", (3, 5)),
    ],
)
def test_each_kind_of_link_holds_its_ends(link: str, span: tuple[float, float]):
    assert spans(calculate(net({"A": 4, "B": 2}, link)))["B"] == span


@pytest.mark.parametrize(
    ("link", "span"),
    [("A-B FS", (4, 8)), ("A-B SS", (8, 12)), ("A-B FF", (6, 10)), ("A-B SF", (10, 14)), ("A-B FS+1", (3, 7))],
)
def test_each_kind_of_link_holds_late_dates_too(link: str, span: tuple[float, float]):
    """D may start no later than day 10, so B lies at 8-10 at the latest, and A as late as that allows."""
    calculation = calculate(net({"A": 4, "B": 2, "D": 4, "P": 14}, f"{link}, B-D FS"))
    assert late_spans(calculation)["B"] == (8, 10)
    assert late_spans(calculation)["A"] == span


def test_a_lead_before_the_data_date_is_cut_there():
    assert spans(calculate(net({"A": 1, "B": 2}, "A-B FS-5")))["B"] == (0, 2)


def test_work_goes_on_only_in_working_time():
    calculation = calculate(office({"A": 10 * HOURS, "B": 8 * HOURS}, "A-B FS"))
    assert early(calculation.dates["A"]) == ("2026-03-02 08:00", "2026-03-03 10:00")
    assert early(calculation.dates["B"]) == ("2026-03-03 10:00", "2026-03-04 10:00")


def test_a_finish_ends_a_window_and_the_next_start_begins_one():
    calculation = calculate(office({"A": 8 * HOURS, "B": 8 * HOURS}, "A-B FS"))
    assert early(calculation.dates["A"]) == ("2026-03-02 08:00", "2026-03-02 17:00")
    assert early(calculation.dates["B"]) == ("2026-03-03 08:00", "2026-03-03 17:00")
    assert late(calculation.dates["A"]) == ("2026-03-02 08:00", "2026-03-02 17:00")


def test_a_finish_milestone_stays_at_the_end_of_a_window_and_a_start_milestone_moves_on():
    milestones = {"M": {"kind": ActivityKind.FINISH_MILESTONE}, "N": {"kind": ActivityKind.START_MILESTONE}}
    calculation = calculate(office({"A": 8 * HOURS, "M": 0, "N": 0}, "A-M FS, A-N FS", changes=milestones))
    assert early(calculation.dates["M"]) == ("2026-03-02 17:00", "2026-03-02 17:00")
    assert early(calculation.dates["N"]) == ("2026-03-03 08:00", "2026-03-03 08:00")


@pytest.mark.parametrize(
    ("rule", "start"),
    [
        (LagCalendar.PREDECESSOR, "2026-03-04 16:00"),
        (LagCalendar.SUCCESSOR, "2026-03-03 08:00"),
        (LagCalendar.PROJECT, "2026-03-04 16:00"),
        (LagCalendar.ALWAYS, "2026-03-03 08:00"),
    ],
)
def test_the_lag_calendar_counts_the_lag(rule: LagCalendar, start: str):
    """A works in the office until Monday 16:00; B around the clock; the lag is 16 hours."""
    schedule = office(
        {"A": 7 * HOURS, "B": 1},
        "",
        changes={"B": {"calendar": ALWAYS.uid}},
        links=(Link("A", "B", LinkKind.FINISH_START, 960),),
        options=ScheduleOptions(lag_calendar=rule),
    )
    assert early(calculate(schedule).dates["B"])[0] == start


def test_an_elapsed_lag_and_an_elapsed_duration_count_around_the_clock():
    schedule = office(
        {"A": 8 * HOURS, "B": 1},
        changes={"B": {"elapsed": True}},
        links=(Link("A", "B", LinkKind.FINISH_START, 600, elapsed=True),),
        dialect=Dialect.MSP,
    )
    assert early(calculate(schedule).dates["B"]) == ("2026-03-03 03:00", "2026-03-04 03:00")


def test_float_is_counted_on_the_activity_s_own_calendar():
    schedule = net(
        {"A": 8 * HOURS, "B": 8 * HOURS, "C": 3},
        start=MONDAY,
        default_calendar=OFFICE.uid,
        changes={"B": {"calendar": NIGHTS.uid}, "C": {"calendar": ALWAYS.uid}},
    )
    dates = calculate(schedule).dates
    assert dates["A"].total_float == 2 * 480
    assert dates["B"].total_float == 2 * 480
    assert early(dates["B"]) == ("2026-03-02 22:00", "2026-03-03 06:00")
    assert dates["C"].total_float == 0


def test_night_work_has_its_late_finish_where_a_shift_ends():
    schedule = net(
        {"B": 8 * HOURS, "C": 2},
        start=MONDAY,
        default_calendar=NIGHTS.uid,
        changes={"C": {"calendar": ALWAYS.uid}},
    )
    assert late(calculate(schedule).dates["B"]) == ("2026-03-03 22:00", "2026-03-04 06:00")


def test_free_float_takes_the_tightest_successor():
    calculation = calculate(net({"A": 1, "B": 5, "C": 1, "D": 1}, "A-C FS, B-C FS, A-D FS+2"))
    assert free_floats(calculation) == {"A": 0, "B": 0, "C": 0, "D": 2}


def test_free_float_is_never_below_zero():
    late_b = {"B": {"manual": True, "planned_start": day(0), "planned_finish": day(1)}}
    for dialect in Dialect:
        assert free_floats(calculate(net({"A": 2, "B": 1}, "A-B FS", dialect=dialect, changes=late_b)))["A"] == 0


def test_a_loop_is_named_in_order():
    with pytest.raises(LoopInSchedule, match=r"B -> C -> D -> B") as raised:
        calculate(net({"A": 1, "B": 1, "C": 1, "D": 1, "E": 1}, "A-B FS, B-C FS, C-D SS, D-B FF, D-E FS"))
    assert raised.value.activities == ("B", "C", "D")


def test_an_activity_that_waits_for_itself_is_a_loop():
    with pytest.raises(LoopInSchedule, match="A -> A"):
        calculate(net({"A": 1}, "A-A FS"))
