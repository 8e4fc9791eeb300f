"""Earned schedule on published series, at its edges, and what must hold for any project."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.earned_value.published import EARLY, EARLY_FIGURES, LATE, LATE_FIGURES, LATE_TSPI, PUBLIC, numbers
from plumbline.engine.earned_value import PeriodFigures, Series, analyse
from plumbline.engine.earned_value.earned_schedule import PlannedCurve, duration_with_rest_at
from plumbline.engine.earned_value.figure import Figure


def _rounded(period: PeriodFigures, *names: str) -> list[float]:
    return [float(period.period), *(round(period[name] or 0.0, 4) for name in names)]


def test_a_late_project_by_the_table_of_the_field() -> None:
    names = ("spi", "cpi", "earned_schedule", "sv_t", "spi_t", "ieac_t", "ieac_t_as_planned")
    assert [_rounded(each, *names) for each in analyse(LATE)] == numbers(LATE_FIGURES)


def test_how_well_time_has_to_be_used_until_the_planned_end() -> None:
    found = analyse(LATE)
    assert tuple(round(each["tspi"] or 0.0, 4) for each in found[:7]) == LATE_TSPI
    assert all(each["tspi"] is None for each in found[7:])
    assert found[7].reasons["tspi"] == "The planned duration is over."


def test_an_early_project_by_the_table_of_the_field() -> None:
    found = analyse(EARLY)
    assert [_rounded(each, "earned_schedule", "spi_t", "ieac_t") for each in found] == numbers(EARLY_FIGURES)
    assert round(found[-1]["spi"] or 0, 4) == 1.1111
    assert round(found[-1]["cpi"] or 0, 4) == 0.9901


def test_a_public_series_in_days() -> None:
    last = analyse(PUBLIC)[-1]
    assert _rounded(last, "earned_schedule", "spi_t", "sv_t", "ieac_t") == [5, 4.6571, 0.9314, -0.3429, 9.6627]


@pytest.mark.parametrize(("ev", "expected"), [(30, 3), (29, 1.95), (31, 3.0333), (0, 0), (100, 5), (120, 5)])
def test_on_a_plateau_the_end_of_it_is_earned(ev: float, expected: float) -> None:
    curve = PlannedCurve((0, 10, 30, 30, 60, 100), 100)
    assert round(curve.earned_schedule(ev).value or 0.0, 4) == expected


def test_a_plan_that_does_not_reach_its_budget_has_no_duration() -> None:
    curve = PlannedCurve((0, 10, 20), 100)
    assert curve.planned_duration.value is None
    assert curve.earned_schedule(15).value == 1.5
    assert "periods are missing" in curve.earned_schedule(30).reason


@pytest.mark.parametrize("values", [(), (5.0, 6.0), (0.0, 5.0, 4.0)])
def test_a_curve_begins_at_0_and_never_falls(values: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="planned"):
        PlannedCurve(values, 10)


def test_before_anything_is_planned_there_is_no_index() -> None:
    first = analyse(Series(pv=(0, 10), ev=(0,), ac=(0,)))[0]
    assert first["spi_t"] is None
    assert first["spi"] is None
    assert first["ieac_t"] is None


def test_without_a_budget_there_is_no_time_either() -> None:
    first = analyse(Series(pv=(0, 0), ev=(0, 0), ac=(1, 2)))[0]
    assert first["earned_schedule"] is None
    assert first.reasons["earned_schedule"] == "There is no budget at completion."


def test_once_all_is_earned_time_stands_still() -> None:
    after = analyse(Series(pv=(50, 100, 100, 100), ev=(40, 80, 100, 100), ac=(1, 2, 3, 4)))[-1]
    assert after["spi_t"] == pytest.approx(2 / 3)
    assert after["ieac_t"] == pytest.approx(3)


def test_the_rest_by_another_factor() -> None:
    assert duration_with_rest_at(Figure(8.0), Figure(4.0), 5.0, 0.8).value == 10
    with pytest.raises(ValueError, match="above 0"):
        duration_with_rest_at(Figure(8.0), Figure(4.0), 5.0, 0.0)


@st.composite
def finished_projects(draw: st.DrawFn) -> tuple[Series, int]:
    """A plan of up to twelve periods, and how it came to its end, earlier or later than planned."""
    steps = draw(st.lists(st.integers(1, 1000), min_size=1, max_size=12))
    planned = [float(sum(steps[: at + 1])) for at in range(len(steps))]
    bac, took = planned[-1], draw(st.integers(1, 20))
    shares = sorted(draw(st.lists(st.integers(0, 99), min_size=took - 1, max_size=took - 1)))
    earned = [bac * share / 100 for share in shares] + [bac]
    spent = draw(st.lists(st.integers(0, 1000), min_size=took, max_size=took))
    actual = [float(sum(spent[: at + 1]) + 1) for at in range(took)]
    planned += [bac] * max(0, took - len(planned))
    return Series(pv=tuple(planned), ev=tuple(earned), ac=tuple(actual)), len(steps)


@given(finished_projects())
def test_at_completion_time_is_planned_over_actual_duration(project: tuple[Series, int]) -> None:
    series, planned_duration = project
    last = analyse(series)[-1]
    assert last["spi_t"] == pytest.approx(planned_duration / last.period)
    assert last["ieac_t"] == pytest.approx(last.period)
    assert last["eac_cpi"] == last.standing.ac
    if last.period >= planned_duration:
        assert last["spi"] == 1


@given(finished_projects())
def test_what_is_earned_in_time_never_falls_while_value_does_not(project: tuple[Series, int]) -> None:
    found = [each["earned_schedule"] or 0.0 for each in analyse(project[0])]
    assert found == sorted(found)
    assert all(each["tcpi_eac"] == pytest.approx(each["cpi"]) for each in analyse(project[0]) if each["tcpi_eac"])


def test_a_period_of_which_nobody_said_anything_is_left_out() -> None:
    found = analyse(Series(pv=(10, 20, 30, 40), ev=(8, None, 25, 40), ac=(9, 20, None, 45)))
    assert [each.period for each in found] == [1, 3, 4]
    assert (found[1].period_ev, found[1].standing.ac, found[2].period_ev) == (None, None, 15)
    assert found[1]["spi_t"] == pytest.approx(2.5 / 3)
    assert found[2]["cpi_moving"] == pytest.approx((40 - 8) / (45 - 9))
