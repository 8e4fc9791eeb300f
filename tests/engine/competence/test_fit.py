"""Gap, coverage and fit, against tables that were worked out by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plumbline.engine.competence import (
    AGE_LIMITS,
    Evidence,
    Said,
    fit_of,
    gap,
    may_lead,
    may_say_of_oneself,
    required_for,
    standing_on,
)

LEVELS = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 5))
DAY = date(2026, 6, 1)


@pytest.mark.parametrize(("required", "assessed", "missing"), [(3, 1, 2), (3, 3, 0), (3, 5, 0), (0, 0, 0), (5, 0, 5)])
def test_a_gap_is_what_is_missing_and_never_less_than_nothing(required: int, assessed: int, missing: int) -> None:
    assert gap(required, assessed) == missing


@pytest.mark.parametrize(
    ("required", "assessed", "coverage", "share"),
    [
        ({"time": 4, "risk": 3}, {"time": 4, "risk": 3}, 1, 1),
        ({"time": 4, "risk": 3}, {"time": 2, "risk": 5}, 0.5, 5 / 7),
        ({"time": 4, "risk": 3, "scope": 1}, {"time": 3}, 0, 3 / 8),
        ({"time": 4, "risk": 0}, {"time": 4}, 1, 1),
        ({"time": 2}, {"risk": 5}, 0, 0),
    ],
)
def test_coverage_and_fit_of_a_table(
    required: dict[str, int], assessed: dict[str, int], coverage: float, share: float
) -> None:
    found = fit_of(required, assessed)
    assert (found.coverage, found.share) == (coverage, pytest.approx(share))


def test_where_nothing_is_asked_there_is_no_figure() -> None:
    assert (fit_of({}, {"time": 3}).coverage, fit_of({"time": 0}, {}).share) == (None, None)


def test_what_is_unknown_is_named_and_counts_as_nothing() -> None:
    found = fit_of({"time": 4, "risk": 3}, {"risk": 3})
    assert (found.unknown, found.gaps) == (("time",), {"time": 4, "risk": 0})


@given(LEVELS, LEVELS)
def test_figures_stay_within_bounds_and_are_whole_only_without_a_gap(
    required: dict[str, int], assessed: dict[str, int]
) -> None:
    found = fit_of(required, assessed)
    if found.coverage is not None and found.share is not None:
        assert 0 <= found.coverage <= 1
        assert 0 <= found.share <= 1
        assert (found.coverage == 1) == (found.share == 1) == found.is_met


@given(LEVELS, LEVELS, st.sampled_from("abcdef"))
def test_whoever_learns_never_fits_worse(required: dict[str, int], assessed: dict[str, int], name: str) -> None:
    before, after = fit_of(required, assessed), fit_of(required, assessed | {name: assessed.get(name, 0) + 1})
    assert (after.share or 0) >= (before.share or 0)


@pytest.mark.parametrize(
    ("level", "smaller", "larger"), [(0, 0, 0), (1, 1, 2), (2, 1, 3), (3, 2, 4), (4, 3, 4), (5, 4, 5)]
)
def test_a_class_asks_a_level_more_or_less_but_for_no_expert(level: int, smaller: int, larger: int) -> None:
    assert (required_for(level, -1), required_for(level, 0), required_for(level, 1)) == (smaller, level, larger)


def test_the_largest_class_is_met_with_all_below_it() -> None:
    asked = [{"time": 2}, {"time": 3}, {"time": 4}]
    assert [may_lead(asked, {"time": level}).largest for level in (1, 2, 3, 4, 5)] == [None, 0, 1, 2, 2]
    assert may_lead([{"time": 2}, {"risk": 1}, {"time": 2}], {"time": 3}).largest == 0
    assert may_lead([{}, {}, {}], {"time": 5}).largest is None


def test_reasons_are_the_levels_that_each_class_misses() -> None:
    """The table of docs/methods/parity.md: small, medium and large ask for time 2, 3, 4 and risk 1, 2, 3."""
    asked = [{"time": 2, "risk": 1}, {"time": 3, "risk": 2}, {"time": 4, "risk": 3}]
    found = may_lead(asked, {"time": 2, "risk": 3})
    assert (found.largest, found.short) == (0, ({}, {"time": 1}, {"time": 2}))
    assert found.next_short == {"time": 1}
    assert may_lead(asked, {"time": 4, "risk": 3}).next_short == {}
    assert may_lead(asked, {}).next_short == {"time": 2, "risk": 1}
    assert may_lead([{}, {"time": 1}], {"time": 1}).short == (None, {})


@given(LEVELS, LEVELS, st.sampled_from("abcdef"))
def test_whoever_learns_never_leads_less(asked: dict[str, int], levels: dict[str, int], name: str) -> None:
    classes = [asked, {each: min(5, level + 1) for each, level in asked.items()}]
    more = levels | {name: levels.get(name, 0) + 1}
    before, after = may_lead(classes, levels).largest, may_lead(classes, more).largest
    assert (-1 if after is None else after) >= (-1 if before is None else before)


def test_nobody_calls_themselves_a_practitioner() -> None:
    assert [may_say_of_oneself(level) for level in range(-1, 7)] == [False, True, True, True, True, False, False, False]


def test_the_word_of_others_counts_before_ones_own_and_the_latest_before_an_earlier() -> None:
    own, other = Said(3, DAY, by_oneself=True), Said(2, DAY - timedelta(days=400))
    assert standing_on(DAY, [own]).level == 3  # type: ignore[union-attr]
    assert standing_on(DAY, [other, own]).level == 2  # type: ignore[union-attr]
    assert standing_on(DAY, [other, Said(1, DAY), own]).level == 1  # type: ignore[union-attr]
    assert standing_on(DAY - timedelta(days=500), [other, own]) is None


def test_of_two_on_one_day_the_later_counts() -> None:
    assert standing_on(DAY, [Said(1, DAY), Said(3, DAY)]).level == 3  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", AGE_LIMITS)
def test_a_practitioner_counts_as_working_once_the_last_evidence_is_aged(kind: str) -> None:
    shown = Evidence(kind, DAY)
    last = DAY + timedelta(days=AGE_LIMITS[kind])
    for day, level in ((DAY, 5), (last, 5), (last + timedelta(days=1), 3)):
        found = standing_on(day, [Said(5, DAY)], [shown])
        assert found is not None
        assert (found.level, found.is_held_back, found.said.level) == (level, level == 3, 5)


def test_evidence_of_a_later_day_does_not_count_yet() -> None:
    found = standing_on(DAY, [Said(4, DAY)], [Evidence("test", DAY + timedelta(days=1))])
    assert found is not None
    assert found.is_held_back


def test_a_project_that_runs_shows_it_from_its_first_day_on_and_ages_from_its_last() -> None:
    led = Evidence("project", DAY, since=DAY - timedelta(days=300))
    limit = timedelta(days=AGE_LIMITS["project"])
    days = (DAY - timedelta(days=301), DAY - timedelta(days=300), DAY, DAY + limit, DAY + limit + timedelta(days=1))
    assert [led.counts_on(day) for day in days] == [False, True, True, True, False]


def test_up_to_working_no_evidence_is_needed() -> None:
    assert standing_on(DAY, [Said(3, DAY)]).is_held_back is False  # type: ignore[union-attr]


def test_a_level_beyond_the_scale_is_refused() -> None:
    with pytest.raises(ValueError, match="lies between"):
        Said(6, DAY)
