"""Periods by which an organisation counts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from plumbline.office.people.fiscal_year import Span, period_of

CASES = [
    # the day, the month its year starts in, span, first, last, label
    ("2026-11-26", 1, "year", "2026-01-01", "2026-12-31", "2026"),
    ("2026-11-26", 1, "quarter", "2026-10-01", "2026-12-31", "Q4 2026"),
    ("2026-11-26", 1, "month", "2026-11-01", "2026-11-30", "November 2026"),
    ("2026-04-01", 4, "year", "2026-04-01", "2027-03-31", "FY 2026/27"),
    ("2026-03-31", 4, "year", "2025-04-01", "2026-03-31", "FY 2025/26"),
    ("2026-03-31", 4, "quarter", "2026-01-01", "2026-03-31", "Q4 FY 2025/26"),
    ("2026-04-01", 4, "quarter", "2026-04-01", "2026-06-30", "Q1 FY 2026/27"),
    ("2024-02-29", 4, "month", "2024-02-01", "2024-02-29", "February 2024"),
    ("2024-02-29", 3, "year", "2023-03-01", "2024-02-29", "FY 2023/24"),
    ("2024-02-29", 12, "quarter", "2023-12-01", "2024-02-29", "Q1 FY 2023/24"),
    ("2026-01-15", 11, "quarter", "2025-11-01", "2026-01-31", "Q1 FY 2025/26"),
    ("2026-10-01", 10, "year", "2026-10-01", "2027-09-30", "FY 2026/27"),
    ("1999-07-01", 7, "year", "1999-07-01", "2000-06-30", "FY 1999/00"),
]
days = some.dates(date(1990, 1, 1), date(2090, 12, 31))
months = some.integers(1, 12)
spans = some.sampled_from(Span)


@pytest.mark.parametrize(("day", "starts_in", "span", "first", "last", "label"), CASES)
def test_a_period_has_bounds_and_a_name(day: str, starts_in: int, span: str, first: str, last: str, label: str) -> None:
    period = period_of(date.fromisoformat(day), Span(span), starts_in)
    assert (str(period.first), str(period.last), period.label) == (first, last, label)


@given(days, spans, months)
def test_a_day_is_in_its_period_and_periods_follow_one_another(day: date, span: Span, starts_in: int) -> None:
    period = period_of(day, span, starts_in)
    assert period.first <= day <= period.last
    assert period.after.first == period.last + timedelta(days=1)
    assert period.after.before == period
    assert period == period_of(period.last, span, starts_in)


@given(days, months)
def test_four_quarters_with_names_of_their_own_make_a_year(day: date, starts_in: int) -> None:
    year = period_of(day, Span.YEAR, starts_in)
    quarters = [period_of(year.first, Span.QUARTER, starts_in)]
    while quarters[-1].last < year.last:
        quarters.append(quarters[-1].after)
    assert [each.label for each in quarters] == [f"Q{number} {year.label}" for number in (1, 2, 3, 4)]
    assert quarters[-1].last == year.last


def test_what_is_no_month_and_what_the_calendar_does_not_have_are_refused() -> None:
    with pytest.raises(ValueError, match="1 to 12"):
        period_of(date(2026, 1, 1), Span.YEAR, 13)
    with pytest.raises(OverflowError):
        period_of(date.max, Span.YEAR, 4)
    with pytest.raises(OverflowError):
        period_of(date.min, Span.YEAR, 4)
