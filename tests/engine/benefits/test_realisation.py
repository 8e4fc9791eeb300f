"""Planned to date and the realisation rate, against the tables of docs/methods/benefits.md, worked by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from engine.benefits.tables import day, decimal, exact, points, table
from plumbline.engine.benefits import Kind, Point, Profile, planned_level, realised

PROFILES = {
    key: Profile(
        key=key,
        kind=Kind.NON_FINANCIAL,
        unit=unit,
        baseline=Decimal(baseline),
        baseline_on=date.fromisoformat(begun),
        points=points(between),
        target=Decimal(target),
        realised_on=date.fromisoformat(end),
    )
    for key, unit, baseline, begun, between, target, end in table(
        "key", "unit", "baseline", "on", "points", "target", "on"
    )
}
ROWS = table("key", "day", "measured", "planned level", "planned", "actual", "rate")


@pytest.mark.parametrize("row", ROWS, ids=" ".join)
def test_the_figures_are_those_worked_by_hand(row: list[str]) -> None:
    key, on, measured, level, planned, actual, rate = row
    moment = day(on)
    assert moment is not None
    found = realised(PROFILES[key], moment, decimal(measured))
    assert (found.planned_level, found.planned) == (exact(level), exact(planned))
    assert (found.actual, found.rate) == (exact(actual), exact(rate))


def test_there_are_enough_rows_to_mean_something() -> None:
    assert len(ROWS) == 13
    assert {row[0] for row in ROWS} == set(PROFILES)


def test_a_third_of_the_way_is_exact() -> None:
    third = replace(PROFILES["SAVE"], target=Decimal(100), realised_on=date(2026, 1, 4))
    assert planned_level(third, date(2026, 1, 2)) == Fraction(100, 3)


def test_a_target_that_is_the_baseline_is_refused() -> None:
    with pytest.raises(ValueError, match="SAVE: the target is the baseline"):
        replace(PROFILES["SAVE"], target=Decimal(0))


def test_a_realisation_before_the_baseline_is_refused() -> None:
    with pytest.raises(ValueError, match="not after 2026-01-01"):
        replace(PROFILES["SAVE"], realised_on=date(2026, 1, 1))


@pytest.mark.parametrize("on", [date(2026, 1, 1), date(2026, 12, 31)])
def test_points_lie_between_baseline_and_realisation(on: date) -> None:
    with pytest.raises(ValueError, match="the point on"):
        replace(PROFILES["SAVE"], points=(Point(on, Decimal(5)),))
