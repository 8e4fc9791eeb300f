"""Variances, indices and estimates at completion, on the worked examples of the field."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plumbline.engine.earned_value import FAMILY, Standing
from plumbline.engine.earned_value.at_completion import (
    BY_NAME,
    estimate_to_complete,
    to_complete_index,
    variance_at_completion,
)

A = Standing(bac=100_000, pv=55_000, ev=50_000, ac=45_000)
B = Standing(bac=100_000, pv=40_000, ev=35_000, ac=45_000)
C = Standing(bac=500, pv=310, ev=260, ac=300)

MONEY = st.integers(1, 10**9).map(float)


def _four(value: float | None) -> float:
    assert value is not None
    return round(value, 4)


@pytest.mark.parametrize(
    ("standing", "cv", "sv", "cpi", "spi"),
    [(A, 5000, -5000, 1.1111, 0.9091), (B, -10000, -5000, 0.7778, 0.8750), (C, -40, -50, 0.8667, 0.8387)],
)
def test_variances_and_indices(standing: Standing, cv: float, sv: float, cpi: float, spi: float) -> None:
    assert (standing.cv, standing.sv) == (cv, sv)
    assert (_four(standing.cpi.value), _four(standing.spi.value)) == (cpi, spi)


def test_variances_in_per_cent_are_of_what_was_earned_and_of_what_was_planned() -> None:
    assert _four(C.cv_percent.value) == -15.3846
    assert _four(C.sv_percent.value) == -16.1290
    assert (C.percent_complete.value, C.percent_spent.value) == (52, 60)


@pytest.mark.parametrize(
    ("standing", "budget", "cpi", "cpi_spi", "weighted"),
    [
        (A, 95_000, 90_000, 94_500, 91_698.1132),
        (B, 110_000, 128_571.4286, 140_510.2041, 126_533.1010),
        (C, 540, 576.9231, 630.1775, 578.7213),
    ],
)
def test_each_estimate_assumes_another_rest(
    standing: Standing, budget: float, cpi: float, cpi_spi: float, weighted: float
) -> None:
    found = {each.name: _four(each.at_completion(standing).value) for each in FAMILY}
    expected = {"budget": budget, "cpi": cpi, "cpi_spi": cpi_spi, "weighted": weighted}
    assert found == expected


@pytest.mark.parametrize(
    ("standing", "etc", "vac", "tcpi_bac", "tcpi_eac"),
    [
        (A, 45_000, 10_000, 0.9091, 1.1111),
        (B, 83_571.4286, -28_571.4286, 1.1818, 0.7778),
        (C, 276.9231, -76.9231, 1.2, 0.8667),
    ],
)
def test_what_is_still_to_come(standing: Standing, etc: float, vac: float, tcpi_bac: float, tcpi_eac: float) -> None:
    eac = BY_NAME["cpi"].at_completion(standing)
    assert _four(estimate_to_complete(standing, eac).value) == etc
    assert _four(variance_at_completion(standing, eac).value) == vac
    assert _four(to_complete_index(standing, standing.bac).value) == tcpi_bac
    assert _four(to_complete_index(standing, eac.value).value) == tcpi_eac


@given(bac=MONEY, done=st.floats(0.01, 0.99), ac=MONEY, pv=MONEY)
def test_to_reach_the_estimate_by_cpi_takes_the_cpi(bac: float, done: float, ac: float, pv: float) -> None:
    standing = Standing(pv=pv, ev=bac * done, ac=ac, bac=bac)
    eac = BY_NAME["cpi"].at_completion(standing).value
    assert to_complete_index(standing, eac).value == pytest.approx(standing.cpi.value)


def test_nothing_planned_is_no_schedule_index_and_never_0() -> None:
    standing = Standing(pv=0, ev=10, ac=10, bac=100)
    assert standing.spi == (None, "Nothing was planned by then.")
    assert standing.sv_percent.value is None
    assert BY_NAME["cpi_spi"].at_completion(standing).value is None
    assert BY_NAME["weighted"].at_completion(standing).value is None


def test_nothing_spent_is_no_cost_index() -> None:
    standing = Standing(pv=10, ev=10, ac=0, bac=100)
    assert standing.cpi == (None, "Nothing was spent by then.")
    assert BY_NAME["cpi"].at_completion(standing).value is None
    assert BY_NAME["budget"].at_completion(standing).value == 90


def test_nothing_earned_is_no_estimate_by_cost() -> None:
    standing = Standing(pv=10, ev=0, ac=10, bac=100)
    assert standing.cpi.value == 0
    assert BY_NAME["cpi"].at_completion(standing) == (None, "Nothing was earned by then.")
    assert standing.cv_percent.value is None


def test_a_budget_that_is_spent_while_work_remains_cannot_be_kept() -> None:
    found = to_complete_index(Standing(pv=90, ev=80, ac=100, bac=100), 100)
    assert found.value is None
    assert found.reason.startswith("Not achievable")


def test_without_a_budget_nothing_is_said_about_the_end() -> None:
    standing = Standing(pv=10, ev=5, ac=5)
    assert all(each.at_completion(standing).value is None for each in FAMILY)
    assert to_complete_index(standing, 50).value is None
    assert standing.percent_complete.value is None


def test_level_of_effort_is_taken_off_both_sides_of_the_index() -> None:
    standing = Standing(pv=100, ev=70, ac=80, bac=200, loe_pv=40)
    assert standing.spi.value == 0.7
    assert standing.spi_without_loe.value == 0.5
    assert standing.loe_share.value == 0.4


def test_where_all_is_level_of_effort_nothing_can_slip() -> None:
    assert Standing(pv=10, ev=10, ac=10, loe_pv=10).spi_without_loe.value is None


@pytest.mark.parametrize("wrong", [{"pv": -1.0}, {"ev": -1.0}, {"bac": -1.0}, {"ac": float("nan")}])
def test_what_cannot_be_is_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="value"):
        Standing(**{"pv": 1.0, "ev": 1.0, "ac": 1.0, "bac": 1.0, **wrong})


def test_without_the_actual_cost_time_is_known_and_cost_is_not() -> None:
    standing = Standing(pv=10, ev=5, ac=None, bac=100)
    assert standing.spi.value == 0.5
    assert standing.cv is None
    unknown = (standing.cpi, standing.cv_percent, standing.percent_spent, to_complete_index(standing, 100))
    assert {each.reason for each in unknown} == {"The actual cost by then is not known."}
    assert all(each.at_completion(standing).value is None for each in FAMILY)
