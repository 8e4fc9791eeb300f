"""Constraints, deadlines and the two dialects' ways with them."""

from __future__ import annotations

import pytest

from engine.schedule.nets import constraint, day, floats, late_spans, net, spans
from plumbline.engine.schedule import Constraint, ConstraintKind, Dialect, Schedule, ScheduleOptions
from plumbline.engine.schedule.calculate import calculate

CHAIN = {"A": 3, "B": 2, "C": 4}
CHAIN_LINKS = "A-B FS, B-C FS"
KIND = ConstraintKind


def chain(kind: ConstraintKind, date: float, dialect: Dialect = Dialect.P6, **fields: object) -> Schedule:
    return net(CHAIN, CHAIN_LINKS, dialect=dialect, changes={"B": constraint(kind, date)}, **fields)


def test_finish_no_earlier_than_moves_the_start_with_the_finish():
    assert spans(calculate(chain(KIND.FINISH_NO_EARLIER_THAN, 8)))["B"] == (6, 8)


def test_start_no_later_than_pulls_the_late_start():
    calculation = calculate(chain(KIND.START_NO_LATER_THAN, 1))
    assert spans(calculation)["B"] == (3, 5)
    assert late_spans(calculation)["B"] == (1, 3)
    assert floats(calculation) == {"A": -2, "B": -2, "C": 0}


def test_start_on_delays_the_early_and_pulls_the_late_start_but_keeps_the_logic():
    assert spans(calculate(chain(KIND.START_ON, 6)))["B"] == (6, 8)
    assert spans(calculate(chain(KIND.START_ON, 1)))["B"] == (3, 5)
    assert late_spans(calculate(chain(KIND.START_ON, 1)))["B"] == (1, 3)


def test_finish_on_does_the_same_to_the_finish():
    assert spans(calculate(chain(KIND.FINISH_ON, 8)))["B"] == (6, 8)
    assert late_spans(calculate(chain(KIND.FINISH_ON, 4)))["B"] == (2, 4)


@pytest.mark.parametrize("dialect", list(Dialect))
def test_a_mandatory_start_holds_against_the_logic_and_passes_on(dialect: Dialect):
    calculation = calculate(chain(KIND.MUST_START_ON, 1, dialect))
    assert spans(calculation) == {"A": (0, 3), "B": (1, 3), "C": (3, 7)}
    assert late_spans(calculation) == {"A": (-2, 1), "B": (1, 3), "C": (3, 7)}
    assert floats(calculation) == {"A": -2, "B": -2 if dialect is Dialect.MSP else 0, "C": 0}


@pytest.mark.parametrize("dialect", list(Dialect))
def test_a_mandatory_finish_holds_against_the_logic_and_passes_on(dialect: Dialect):
    calculation = calculate(chain(KIND.MUST_FINISH_ON, 4, dialect))
    assert spans(calculation) == {"A": (0, 3), "B": (2, 4), "C": (4, 8)}
    assert floats(calculation) == {"A": -1, "B": -1 if dialect is Dialect.MSP else 0, "C": 0}


def test_hard_limits_beat_links_in_ms_project_only():
    assert spans(calculate(chain(KIND.START_NO_LATER_THAN, 1, Dialect.MSP)))["B"] == (1, 3)
    assert spans(calculate(chain(KIND.FINISH_NO_LATER_THAN, 4, Dialect.MSP)))["B"] == (2, 4)
    assert spans(calculate(chain(KIND.FINISH_NO_LATER_THAN, 4, Dialect.P6)))["B"] == (3, 5)


def test_links_beat_constraints_where_they_need_not_be_honoured():
    options = ScheduleOptions(honour_constraints=False)
    for kind in (KIND.START_NO_LATER_THAN, KIND.MUST_START_ON):
        calculation = calculate(chain(kind, 1, Dialect.MSP, options=options))
        assert spans(calculation)["B"] == (3, 5)
        assert floats(calculation)["B"] == -2


def test_a_deadline_limits_the_late_finish_only():
    schedule = net(CHAIN, CHAIN_LINKS, dialect=Dialect.MSP, changes={"B": {"deadline": day(4)}})
    calculation = calculate(schedule)
    assert spans(calculation)["B"] == (3, 5)
    assert floats(calculation) == {"A": -1, "B": -1, "C": 0}


def test_two_constraints_hold_together():
    both = {
        "constraints": (
            Constraint(KIND.START_NO_EARLIER_THAN, day(5)),
            Constraint(KIND.FINISH_NO_LATER_THAN, day(6)),
        )
    }
    calculation = calculate(net(CHAIN, CHAIN_LINKS, changes={"B": both}))
    assert spans(calculation)["B"] == (5, 7)
    assert late_spans(calculation)["B"] == (4, 6)


LATE = {"constraints": (Constraint(KIND.AS_LATE_AS_POSSIBLE),)}
DIAMOND = {"A": 1, "B": 1, "C": 2, "D": 5, "E": 1}
DIAMOND_LINKS = "A-B FS, B-C FS, C-E FS, A-D FS, D-E FS"


def test_as_late_as_possible_in_p6_uses_free_float_only():
    calculation = calculate(net(DIAMOND, DIAMOND_LINKS, changes={"C": LATE}))
    assert spans(calculation) == {"A": (0, 1), "B": (1, 2), "C": (4, 6), "D": (1, 6), "E": (6, 7)}


def test_as_late_as_possible_in_p6_leaves_successors_where_they_are():
    calculation = calculate(net(DIAMOND, DIAMOND_LINKS, changes={"B": LATE}))
    assert spans(calculation)["B"] == (1, 2)


def test_as_late_as_possible_in_ms_project_schedules_at_late_dates():
    calculation = calculate(net(DIAMOND, DIAMOND_LINKS, dialect=Dialect.MSP, changes={"B": LATE}))
    assert spans(calculation) == {"A": (0, 1), "B": (3, 4), "C": (4, 6), "D": (1, 6), "E": (6, 7)}
    assert floats(calculation)["B"] == 0


def test_constraints_on_the_start_are_spent_once_work_has_begun():
    begun = {**constraint(KIND.START_NO_EARLIER_THAN, 9), "actual_start": day(0), "remaining": 1440}
    assert spans(calculate(net({"A": 2}, changes={"A": begun}, data_date=day(1))))["A"] == (1, 2)
