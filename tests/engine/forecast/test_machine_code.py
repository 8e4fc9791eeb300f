"""Machine code gives the same bytes as NumPy. Compiling takes seconds, so it is done once here."""

from __future__ import annotations

import pickle

import pytest

from engine.forecast.test_same_bytes import INPUTS, ONE_CALENDAR, PLAN
from engine.schedule.nets import DAY, START, constraint, net
from plumbline.engine.forecast import EstimateRule, RiskInputs, prepare, simulate
from plumbline.engine.schedule import ActivityKind, Constraint, ConstraintKind, Dialect

EVERYTHING = net(
    {"A": 8, "B": 3, "C": 2, "D": 5, "M": 0, "N": 0, "Late": 1},
    "A-B FS, A-C SS+1, B-D FF+1, C-D FS-1, D-M FS, A-N SS, B-Late FS",
    dialect=Dialect.MSP,
    changes={
        "A": {"actual_start": START, "remaining": 2 * DAY, "calendar": "office"},
        "B": constraint(ConstraintKind.FINISH_NO_LATER_THAN, 20),
        "C": {"calendar": "nights", **constraint(ConstraintKind.MUST_START_ON, 8)},
        "M": {"kind": ActivityKind.FINISH_MILESTONE},
        "N": {"kind": ActivityKind.START_MILESTONE},
        "Late": {"constraints": (Constraint(ConstraintKind.AS_LATE_AS_POSSIBLE),)},
    },
)
RULES = RiskInputs(rules=(EstimateRule(low_percent=50, high_percent=200),))


def test_machine_code_gives_the_same_bytes_as_numpy():
    pytest.importorskip("numba")
    for plan, inputs in ((PLAN, INPUTS), (EVERYTHING, RULES)):
        plain = simulate(plan, inputs, iterations=2_100, seed=3)
        assert pickle.dumps(simulate(plan, inputs, iterations=2_100, seed=3, compiled=True)) == pickle.dumps(plain)


def test_one_calendar_has_an_arithmetic_of_its_own_with_the_same_results(monkeypatch: pytest.MonkeyPatch):
    quickly = simulate(ONE_CALENDAR, INPUTS, iterations=500)
    monkeypatch.setattr(prepare, "shows_no_gap", lambda network, time: False)
    assert pickle.dumps(simulate(ONE_CALENDAR, INPUTS, iterations=500)) == pickle.dumps(quickly)
