"""The same seed gives the same bytes, however many workers there are and whatever they run on."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor

import pytest

from engine.schedule.nets import DAY, NIGHTS, OFFICE, constraint, net
from plumbline.engine.forecast import (
    ActivityCost,
    Correlated,
    Driver,
    EstimateRule,
    Impact,
    RiskEvent,
    RiskInputs,
    ThreePoint,
    Uniform,
    simulate,
)
from plumbline.engine.forecast.simulate import MOST_ITERATIONS
from plumbline.engine.schedule import ConstraintKind
from plumbline.engine.stopping import Stopped

PLAN = net(
    {"A": 3, "B": 4, "C": 2, "D": 5, "E": 1, "F": 3, "G": 6},
    "A-B FS0, A-C FS+1, B-D SS+2, C-D FS0, B-E FS0, D-F FS0, E-F FF+1, A-G FS0, G-F FS-1",
    changes={
        "B": {"calendar": OFFICE.uid},
        "C": {"calendar": NIGHTS.uid},
        "E": constraint(ConstraintKind.START_NO_EARLIER_THAN, 9),
    },
)
ONE_CALENDAR = net({"A": 3, "B": 4, "C": 2}, "A-B FS, A-C SS+1", changes={"C": {"calendar": None}})
INPUTS = RiskInputs(
    rules=(EstimateRule(low_percent=80, high_percent=160),),
    estimates={"A": ThreePoint(2 * DAY, 3 * DAY, 6 * DAY)},
    events=(
        RiskEvent(id="R-1", name="Frost", probability=0.3, impacts=(Impact(activity="A", minutes=Uniform(0, DAY)),)),
    ),
    drivers=(Driver(name="Crew", factor=Uniform(0.9, 1.3), activities=("A", "B")),),
    correlated=(Correlated(activities=("B", "C"), coefficient=0.6),),
    costs={"A": ActivityCost(fixed=Uniform(10, 20), by_time=100)},
)


@pytest.mark.parametrize("plan", [PLAN, ONE_CALENDAR], ids=["several calendars", "one calendar"])
def test_one_two_and_four_workers_give_the_same_bytes(plan):
    alone = pickle.dumps(simulate(plan, INPUTS, iterations=9_001, seed=5))
    for workers in (2, 4):
        with ThreadPoolExecutor(workers) as pool:
            together = simulate(plan, INPUTS, iterations=9_001, seed=5, each=pool.map)
        assert pickle.dumps(together) == alone


def test_another_seed_gives_other_dates():
    assert simulate(PLAN, INPUTS, seed=1).finish.curve != simulate(PLAN, INPUTS, seed=2).finish.curve


def test_more_iterations_begin_with_the_same_ones():
    """A chunk hangs on the seed and its number only."""
    few, many = (simulate(PLAN, INPUTS, iterations=each) for each in (2_048, 2_049))
    assert abs((few.finish.p50 - many.finish.p50).total_seconds()) < 3_600


def test_what_runs_is_told_how_far_it_is_and_stops_when_told():
    told: list[tuple[int, int]] = []
    simulate(PLAN, INPUTS, iterations=5_000, going_on=lambda done, total: told.append((done, total)) or True)
    assert told == [(0, 5_000), (2_048, 5_000), (4_096, 5_000), (5_000, 5_000)]
    with pytest.raises(Stopped):
        simulate(PLAN, INPUTS, iterations=5_000, going_on=lambda done, total: done < 4_000)
    with pytest.raises(Stopped):
        simulate(PLAN, INPUTS, going_on=lambda done, total: False)


@pytest.mark.parametrize(
    "wrong", [{"iterations": 0}, {"iterations": MOST_ITERATIONS + 1}, {"seed": -1}, {"seed": 1 << 63}]
)
def test_numbers_that_cannot_be_run_are_refused(wrong):
    with pytest.raises(ValueError, match=r"lies between|whole number"):
        simulate(PLAN, INPUTS, **wrong)
