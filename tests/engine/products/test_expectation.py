"""How what was offered becomes expected, by the table of docs/methods/products.md, counted by hand."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from plumbline.engine.products import Level, Life, Step, drift, drift_by_year, level_on

OFFERED, EXPECTED = Level.OFFERED, Level.EXPECTED
ALERTS = Life((Step(OFFERED, date(2024, 2, 1)), Step(EXPECTED, date(2024, 12, 1))))  # 304 days
HOTLINE = Life((Step(OFFERED, date(2024, 5, 1)), Step(EXPECTED, date(2025, 5, 1))))  # 365 days
TOURS = Life((Step(OFFERED, date(2024, 6, 1)),), ended_on=date(2025, 9, 1))
MAPS = Life((Step(OFFERED, date(2025, 3, 1)),))
ALL = (ALERTS, HOTLINE, TOURS, MAPS)


@pytest.mark.parametrize(
    ("day", "total", "expected", "share", "days"),
    [
        (date(2024, 1, 1), 0, 0, None, None),
        (date(2024, 2, 1), 1, 0, Fraction(0), None),
        (date(2024, 12, 31), 3, 1, Fraction(1, 3), Fraction(304)),
        (date(2025, 8, 31), 4, 2, Fraction(1, 2), Fraction(669, 2)),
        (date(2025, 9, 1), 3, 2, Fraction(2, 3), Fraction(669, 2)),
    ],
)
def test_the_table_of_drift(
    day: date, total: int, expected: int, share: Fraction | None, days: Fraction | None
) -> None:
    found = drift(ALL, day)
    assert (found.total, found.expected, found.share, found.median_days) == (total, expected, share, days)


def test_each_year_ends_with_a_figure_and_so_does_the_last_day() -> None:
    found = drift_by_year(ALL, date(2025, 9, 1))
    assert [(each.on, each.expected, each.total) for each in found] == [
        (date(2024, 12, 31), 1, 3),
        (date(2025, 9, 1), 2, 3),
    ]
    assert drift_by_year(ALL, date(2023, 1, 1)) == ()


def test_what_is_not_expected_any_more_counts_as_offered() -> None:
    back = Life((*ALERTS.steps, Step(OFFERED, date(2025, 1, 10)), Step(EXPECTED, date(2025, 2, 1))))
    assert [level_on(back, date(2025, month, 15)) for month in (1, 2)] == [OFFERED, EXPECTED]
    assert drift([back], date(2025, 2, 15)).median_days == 366  # since it is expected without a break


def test_the_later_of_two_steps_of_a_day_counts() -> None:
    day = date(2024, 2, 1)
    assert level_on(Life((Step(OFFERED, day), Step(EXPECTED, day))), day) == EXPECTED


def test_a_life_is_in_the_order_of_its_days() -> None:
    with pytest.raises(ValueError, match="order of their days"):
        Life((Step(OFFERED, date(2024, 2, 2)), Step(EXPECTED, date(2024, 2, 1))))
    with pytest.raises(ValueError, match="begins with a step"):
        Life(())
