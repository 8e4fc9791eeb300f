"""Simulated networks against answers in closed form: within three standard errors of them."""

from __future__ import annotations

import math
from datetime import datetime

import numpy as np
import pytest

from engine.schedule.nets import DAY, START, day, net
from plumbline.engine.forecast import Correlated, Driver, Forecast, Lognormal, RiskInputs, Shape, ThreePoint, simulate
from plumbline.engine.schedule import Schedule

ITERATIONS = 20_000


def triangle(low: float, mode: float, high: float) -> ThreePoint:
    """In days."""
    return ThreePoint(low * DAY, mode * DAY, high * DAY, Shape.TRIANGULAR)


FIRST, SECOND = triangle(2, 4, 12), triangle(3, 5, 7)
SERIAL = net({"A": 4, "B": 5}, "A-B FS")
ESTIMATES = {"A": FIRST, "B": SECOND}


def in_days(moment: datetime) -> float:
    return (moment - START).total_seconds() / 86_400


def within(found: float, expected: float, deviation: float, errors: float = 3) -> bool:
    """Whether a mean of so many draws is what it should be."""
    return abs(found - expected) <= errors * deviation / math.sqrt(ITERATIONS)


def mean_of(forecast: Forecast) -> float:
    return in_days(forecast.finish.deterministic) + forecast.finish.mean_minutes / DAY


@pytest.mark.parametrize(("rho", "deviation"), [(0.0, 2.3094), (0.5, 2.6641), (1.0, 2.9767)])
def test_two_in_a_row_have_the_sum_of_means_and_the_spread_of_their_correlation(rho: float, deviation: float):
    together = (Correlated(activities=("A", "B"), coefficient=rho),) if rho else ()
    found = simulate(SERIAL, RiskInputs(estimates=ESTIMATES, correlated=together), iterations=ITERATIONS)
    assert within(mean_of(found), 11, deviation)
    # A copula of normal variables gives a correlation of the durations a little below the coefficient.
    assert found.finish.sd_minutes / DAY == pytest.approx(deviation, rel=0.02)


def test_quantiles_of_two_in_a_row_and_the_chance_of_the_plan():
    found = simulate(SERIAL, RiskInputs(estimates=ESTIMATES), iterations=ITERATIONS)
    assert in_days(found.finish.deterministic) == 9
    for level, expected in {10: 8.18, 50: 10.73, 80: 13.08, 90: 14.30}.items():
        share = level / 100
        density = _density(found, share)
        error = 3 * math.sqrt(share * (1 - share) / ITERATIONS) / density + 0.005
        assert abs(in_days(found.finish.quantiles[level]) - expected) <= error
    assert within(found.finish.chance_of_deterministic, 0.211, math.sqrt(0.211 * 0.789), 3.3)
    assert found.finish.contingency_minutes == pytest.approx(4.08 * DAY, abs=0.05 * DAY)


def _density(found: Forecast, share: float) -> float:
    """How steep the S-curve is, in shares per day."""
    at = round(share * 200)
    return 0.05 / (in_days(found.finish.curve[at + 5]) - in_days(found.finish.curve[at - 5]))


def test_indices_of_two_in_a_row():
    found = {each.uid: each for each in simulate(SERIAL, RiskInputs(estimates=ESTIMATES), iterations=50_000).activities}
    assert (found["A"].criticality, found["B"].criticality) == (1, 1)
    assert found["A"].sensitivity == pytest.approx(0.9354, abs=0.01)
    assert found["B"].sensitivity == pytest.approx(0.3536, abs=0.01)
    assert found["A"].cruciality == pytest.approx(0.9354, abs=0.01)
    assert found["B"].cruciality == pytest.approx(0.3536, abs=0.02)


@pytest.mark.parametrize(("side_by_side", "chance"), [(1, 0.55), (2, 0.3025), (3, 0.1664)])
def test_where_paths_merge_the_chance_is_the_product(side_by_side: int, chance: float):
    names = [f"T{number}" for number in range(side_by_side)]
    plan = net(dict.fromkeys(names, 6))
    found = simulate(plan, RiskInputs(estimates=dict.fromkeys(names, FIRST)), iterations=ITERATIONS)
    assert within(found.finish.chance_of_deterministic, chance, math.sqrt(chance * (1 - chance)), 3.2)


def test_a_merge_of_chains_has_the_distribution_of_the_largest():
    """A then B beside C: the chance of any day is that of A + B times that of C."""
    plan = net({"A": 4, "B": 5, "C": 9, "End": 1}, "A-B FS, B-End FS, C-End FS")
    found = simulate(
        plan, RiskInputs(estimates={**ESTIMATES, "C": triangle(6, 9, 15)}, by=(day(12), day(14))), iterations=ITERATIONS
    )
    grid = (np.arange(4_000) + 0.5) / 4_000
    first, second = FIRST.quantile(grid) / DAY, SECOND.quantile(grid) / DAY
    beside = triangle(6, 9, 15).quantile(grid) / DAY
    for finish in (12, 14):
        chain = np.searchsorted(np.sort(first), finish - 1 - second) / 4_000
        expected = float(chain.mean() * (beside <= finish - 1).mean())
        assert within(found.finish.chances[day(finish)], expected, math.sqrt(expected * (1 - expected)), 3.2)
    risk = {each.uid: each for each in found.activities}
    assert risk["A"].criticality + risk["C"].criticality == pytest.approx(1, abs=0.001)


def test_a_driver_moves_all_its_activities_together():
    """With one lognormal factor for everything the finish is lognormal itself."""
    plan = net({"A": 10, "B": 20}, "A-B FS")
    driver = Driver(name="Ground", factor=Lognormal(1.1, 0.2), activities=("A", "B"))
    found = simulate(plan, RiskInputs(drivers=(driver,)), iterations=ITERATIONS)
    assert within(mean_of(found), 33, 6)
    assert found.finish.sd_minutes / DAY == pytest.approx(6, rel=0.03)
    (bar,) = [each for each in found.tornado if each.kind == "driver"]
    assert bar.correlation == pytest.approx(1, abs=1e-4)
    assert bar.finish_low < found.finish.p50 < bar.finish_high


def test_a_lag_and_a_start_to_start_link_hold_in_every_iteration():
    plan: Schedule = net({"A": 4, "B": 5}, "A-B SS+2")
    found = simulate(plan, RiskInputs(estimates={"B": SECOND}), iterations=ITERATIONS)
    assert within(mean_of(found), 7, SECOND.sd / DAY)
    assert {each.uid: each.criticality for each in found.activities} == {"A": 1.0, "B": 1.0}
