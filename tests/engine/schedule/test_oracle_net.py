"""The worked example of docs/methods/critical-path.md, with all its variants, in both dialects."""

from __future__ import annotations

import pytest

from engine.schedule.nets import (
    ORACLE_DURATIONS,
    ORACLE_LINKS,
    constraint,
    day,
    floats,
    free_floats,
    late_spans,
    net,
    spans,
)
from plumbline.engine.schedule import ConstraintKind, Dialect
from plumbline.engine.schedule.calculate import calculate

BOTH = pytest.mark.parametrize("dialect", list(Dialect))


@BOTH
def test_early_dates_of_the_oracle_net(dialect: Dialect):
    assert spans(calculate(net(ORACLE_DURATIONS, ORACLE_LINKS, dialect=dialect))) == {
        "A": (0, 3),
        "B": (3, 7),
        "C": (4, 6),
        "D": (6, 11),
        "E": (7, 8),
        "F": (11, 14),
        "G": (3, 9),
    }


@BOTH
def test_late_dates_of_the_oracle_net(dialect: Dialect):
    assert late_spans(calculate(net(ORACLE_DURATIONS, ORACLE_LINKS, dialect=dialect))) == {
        "A": (0, 3),
        "B": (4, 8),
        "C": (4, 6),
        "D": (6, 11),
        "E": (12, 13),
        "F": (11, 14),
        "G": (6, 12),
    }


@BOTH
def test_floats_and_finish_of_the_oracle_net(dialect: Dialect):
    calculation = calculate(net(ORACLE_DURATIONS, ORACLE_LINKS, dialect=dialect))
    assert floats(calculation) == {"A": 0, "B": 1, "C": 0, "D": 0, "E": 5, "F": 0, "G": 3}
    assert free_floats(calculation) == {"A": 0, "B": 0, "C": 0, "D": 0, "E": 5, "F": 0, "G": 3}
    assert (calculation.start, calculation.finish) == (day(0), day(14))


def test_critical_activities_driving_predecessors_and_longest_path_of_the_oracle_net():
    calculation = calculate(net(ORACLE_DURATIONS, ORACLE_LINKS))
    assert {uid for uid, dates in calculation.dates.items() if dates.critical} == {"A", "C", "D", "F"}
    assert calculation.longest_path == ("A", "C", "D", "F")
    assert {uid: dates.driving for uid, dates in calculation.dates.items()} == {
        "A": (),
        "B": ("A",),
        "C": ("A",),
        "D": ("C",),
        "E": ("B",),
        "F": ("D",),
        "G": ("A",),
    }


@BOTH
def test_start_no_earlier_than_moves_the_oracle_net(dialect: Dialect):
    changes = {"C": constraint(ConstraintKind.START_NO_EARLIER_THAN, 7)}
    calculation = calculate(net(ORACLE_DURATIONS, ORACLE_LINKS, dialect=dialect, changes=changes))
    assert calculation.finish == day(17)
    assert floats(calculation) == {"A": 3, "B": 4, "C": 0, "D": 0, "E": 8, "F": 0, "G": 6}
    assert calculation.longest_path == ("C", "D", "F")


def test_finish_no_later_than_makes_negative_float_and_moves_no_early_date():
    changes = {"F": constraint(ConstraintKind.FINISH_NO_LATER_THAN, 11)}
    calculation = calculate(net(ORACLE_DURATIONS, ORACLE_LINKS, changes=changes))
    assert calculation.finish == day(14)
    assert floats(calculation) == {"A": -3, "B": -2, "C": -3, "D": -3, "E": 2, "F": -3, "G": 0}


@BOTH
def test_a_huge_delay_of_a_critical_activity_moves_the_finish_by_as_much(dialect: Dialect):
    durations = {**ORACLE_DURATIONS, "A": 603}
    assert calculate(net(durations, ORACLE_LINKS, dialect=dialect)).finish == day(614)


@BOTH
def test_must_finish_by_starts_the_backward_pass(dialect: Dialect):
    schedule = net(ORACLE_DURATIONS, ORACLE_LINKS, dialect=dialect, must_finish_by=day(12))
    calculation = calculate(schedule)
    assert calculation.finish == day(14)
    assert floats(calculation) == {"A": -2, "B": -1, "C": -2, "D": -2, "E": 3, "F": -2, "G": 1}
