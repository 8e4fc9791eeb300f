"""Distributions: their formulas, and that what is drawn of them follows them."""

from __future__ import annotations

import math

import numpy as np
import pytest

from plumbline.engine.forecast import Discrete, Distribution, InvalidEstimate, Lognormal, Shape, ThreePoint, Uniform
from plumbline.engine.forecast.inputs import from_history
from plumbline.engine.forecast.sampling import Sampler, random_bits

TRIANGLE = ThreePoint(2, 4, 12, Shape.TRIANGULAR)
PERT = ThreePoint(2, 4, 12)


def test_a_triangle_has_the_moments_and_quantiles_of_the_textbook():
    assert (TRIANGLE.mean, round(TRIANGLE.sd**2, 4), round(TRIANGLE.sd, 4)) == (6, 4.6667, 2.1602)
    quantiles = TRIANGLE.quantile(np.array([0.1, 0.5, 0.8, 0.9]))
    assert quantiles.round(4).tolist() == [3.4142, 5.6754, 8.0, 9.1716]
    assert round(ThreePoint(3, 5, 7, Shape.TRIANGULAR).sd ** 2, 4) == 0.6667


def test_beta_pert_has_its_own_variance_not_the_classic_shortcut():
    assert (PERT.mean, round(PERT.sd**2, 9), round(PERT.sd, 4)) == (5, 3, 1.7321)


def test_the_quantiles_of_beta_pert_integrate_to_its_mean_and_variance():
    values = PERT.quantile((np.arange(100_000) + 0.5) / 100_000)
    assert values.mean() == pytest.approx(5, abs=1e-5)
    assert values.var() == pytest.approx(3, abs=1e-4)
    assert PERT.quantile(np.array([0.0, 1.0])).tolist() == [2, 12]


def test_a_symmetric_beta_pert_reaches_its_middle_with_one_half():
    assert ThreePoint(0, 5, 10).quantile(np.array([0.5]))[0] == pytest.approx(5, abs=1e-7)


@pytest.mark.parametrize(
    "distribution",
    [
        TRIANGLE,
        PERT,
        ThreePoint(0, 0, 10),
        ThreePoint(0, 10, 10, Shape.TRIANGULAR),
        Uniform(3, 9),
        Lognormal(10, 3),
        Lognormal(10, 10),
        Discrete((1.0, 5.0, 7.0), (1, 2, 1)),
    ],
    ids=str,
)
def test_draws_have_the_mean_and_spread_of_their_distribution(distribution: Distribution):
    count = 200_000
    drawn = Sampler(distribution).draw(random_bits(7, 0, 0, 1, count)[0])
    assert abs(drawn.mean() - distribution.mean) < 3 * distribution.sd / math.sqrt(count)
    assert drawn.std() == pytest.approx(distribution.sd, rel=0.02)


def test_discrete_draws_are_nothing_but_the_values_given_in_the_shares_given():
    drawn = Sampler(Discrete((10.0, 0.0), (1, 3))).draw(random_bits(1, 0, 0, 1, 40_000)[0])
    assert set(drawn) == {0.0, 10.0}
    assert (drawn == 10).mean() == pytest.approx(0.25, abs=0.0065)


def test_what_happened_before_is_a_distribution_of_what_may_happen_now():
    assert from_history((0.9, 1.0, 1.6), planned=1000).values == (900, 1000, 1600)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: ThreePoint(5, 4, 6),
        lambda: ThreePoint(1, 2, math.inf),
        lambda: ThreePoint(1, math.nan, 3),
        lambda: Uniform(2, 1),
        lambda: Lognormal(0, 1),
        lambda: Lognormal(1, -1),
        lambda: Discrete(()),
        lambda: Discrete((1.0,), (0.0,)),
        lambda: Discrete((1.0, 2.0), (1.0,)),
    ],
)
def test_an_estimate_that_contradicts_itself_is_refused(wrong):
    with pytest.raises(InvalidEstimate):
        wrong()
