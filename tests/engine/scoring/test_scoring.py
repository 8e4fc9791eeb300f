"""A weighted score, worked by hand, and what holds for any."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plumbline.engine.scoring import Measure, RankRange, rank_ranges, score

VALUE, EFFORT = Measure(3, 1, 5), Measure(1, 0, 10)
MEASURES = {"value": VALUE, "effort": EFFORT}
POINTS = st.fixed_dictionaries({}, optional={"value": st.floats(1, 5), "effort": st.floats(0, 10)})


def test_a_score_is_the_weighted_mean_of_the_shares_of_each_scale() -> None:
    # value 4 of 1..5 is 3/4, effort 5 of 0..10 is 1/2: (3 * 0.75 + 1 * 0.5) / 4 = 0.6875
    found = score(MEASURES, {"value": 4, "effort": 5})
    assert (found.low, found.high, found.is_whole) == (68.75, 68.75, True)


def test_missing_points_make_it_a_range() -> None:
    # value alone: 2.25 / 4 = 56.25 at least, and one quarter more at most
    found = score(MEASURES, {"value": 4})
    assert (found.low, found.high, found.missing) == (56.25, 81.25, ("effort",))
    assert found.middle == 68.75


def test_who_does_not_reach_the_least_is_knocked_out_whatever_the_score() -> None:
    measures = {"value": VALUE, "safety": Measure(1, 1, 5, least=3)}
    assert score(measures, {"value": 5, "safety": 2}).knocked_out == ("safety",)
    assert score(measures, {"value": 5, "safety": 3}).knocked_out == ()
    assert score(measures, {"value": 5}).knocked_out == ()


def test_a_rank_that_hangs_on_a_weight_is_told_with_its_range() -> None:
    # Equal weights: steady 55, one-sided 52. With value +20 %: 55 against (1.2 + 0.04) / 2.2 = 56.4.
    measures = {"value": Measure(1, 0, 1), "effort": Measure(1, 0, 1)}
    requests = {
        "steady": {"value": 0.55, "effort": 0.55},
        "one-sided": {"value": 1, "effort": 0.04},
        "poor": {"value": 0, "effort": 0},
    }
    assert rank_ranges(measures, requests) == {
        "steady": RankRange(1, 1, 2),
        "one-sided": RankRange(2, 1, 2),
        "poor": RankRange(3, 3, 3),
    }


def test_equals_share_a_rank_and_the_next_is_counted_on() -> None:
    requests = {"a": {"value": 4, "effort": 5}, "b": {"value": 4, "effort": 5}, "c": {"value": 1, "effort": 0}}
    assert [each.rank for each in rank_ranges(MEASURES, requests).values()] == [1, 1, 3]


def test_what_makes_no_sense_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one criterion"):
        score({}, {})
    with pytest.raises(ValueError, match="above zero"):
        Measure(0, 1, 5)
    with pytest.raises(ValueError, match="above its lowest"):
        Measure(1, 5, 5)
    with pytest.raises(ValueError, match="beside the scale"):
        score(MEASURES, {"value": 6})
    with pytest.raises(ValueError, match="between 0 and 1"):
        rank_ranges(MEASURES, {}, swing=1)


@given(POINTS)
def test_a_score_lies_between_0_and_100_and_is_one_number_when_whole(points: dict[str, float]) -> None:
    found = score(MEASURES, points)
    assert -1e-9 <= found.low <= found.high <= 100 + 1e-9
    if found.is_whole:
        assert found.low == pytest.approx(found.high)


@given(POINTS, st.floats(1, 5), st.floats(0, 10))
def test_whatever_is_filled_in_later_stays_within_the_range(
    points: dict[str, float], value: float, effort: float
) -> None:
    before, after = score(MEASURES, points), score(MEASURES, {"value": value, "effort": effort} | points)
    assert before.low - 1e-9 <= after.low <= after.high <= before.high + 1e-9


@given(POINTS, st.floats(0.01, 100))
def test_only_the_proportions_of_weights_count(points: dict[str, float], factor: float) -> None:
    scaled = {name: Measure(each.weight * factor, each.lowest, each.highest) for name, each in MEASURES.items()}
    assert score(scaled, points).low == pytest.approx(score(MEASURES, points).low)


@given(st.dictionaries(st.text(max_size=3), POINTS, max_size=6))
def test_a_rank_lies_within_its_range(requests: dict[str, dict[str, float]]) -> None:
    found = rank_ranges(MEASURES, requests)
    assert all(1 <= each.best <= each.rank <= each.worst <= len(requests) for each in found.values())
