"""How good forecasts were, once there is an outcome."""

from __future__ import annotations

import pytest

from engine.earned_value.published import EARLY, LATE, PUBLIC
from plumbline.engine.earned_value import Series, analyse
from plumbline.engine.earned_value.accuracy import accuracies


def test_a_project_that_has_not_ended_has_no_accuracy() -> None:
    assert accuracies(analyse(PUBLIC)) == ()


def test_error_and_bias_are_shares_of_the_outcome() -> None:
    periods = analyse(Series(pv=(50, 100), ev=(50, 100), ac=(100, 160)))
    found = {each.name: each for each in accuracies(periods)}
    assert found["eac_budget"].outcome == 160
    assert found["eac_budget"].bias.value == pytest.approx((150 - 160) / 160)
    assert found["eac_cpi"].bias.value == pytest.approx((200 - 160) / 160)
    assert found["eac_cpi"].mean_error.value == pytest.approx(0.25)
    assert found["ieac_t"].bias.value == 0


def test_forecasts_of_a_late_project_were_too_early() -> None:
    found = {each.name: each for each in accuracies(analyse(LATE))}
    assert found["ieac_t"].outcome == 10
    assert found["ieac_t_as_planned"].bias.value is not None
    assert found["ieac_t_as_planned"].bias.value < (found["ieac_t"].bias.value or 0) < 0
    assert found["ieac_t"].forecasts == 9


def test_errors_have_no_sign_and_bias_has() -> None:
    for each in accuracies(analyse(EARLY)):
        assert abs(each.bias.value or 0) <= (each.mean_error.value or 0) + 1e-12


def test_a_project_of_one_period_had_no_forecast() -> None:
    found = accuracies(analyse(Series(pv=(10,), ev=(10,), ac=(11,))))
    assert all(each.forecasts == 0 and each.bias.value is None for each in found)


def test_what_was_spent_after_the_last_work_counts_to_the_cost() -> None:
    found = accuracies(analyse(Series(pv=(50, 100, 100), ev=(50, 100, 100), ac=(50, 100, 120))))
    assert found[0].outcome == 120
    assert found[-1].outcome == 2
