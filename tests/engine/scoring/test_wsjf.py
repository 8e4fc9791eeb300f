"""Weighted shortest job first, with the example of FACTS 10 as oracle."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plumbline.engine.scoring import STEPS, Job, order_jobs

STEP = st.sampled_from(STEPS)


def test_the_example_goes_y_x_z() -> None:
    jobs = {"X": Job(8, 5, 3, 8), "Y": Job(13, 3, 2, 5), "Z": Job(5, 8, 5, 13)}
    assert [round(each.wsjf, 4) for each in jobs.values()] == [2.0, 3.6, 1.3846]
    assert list(order_jobs(jobs).ranks) == ["Y", "X", "Z"]


def test_columns_without_a_one_are_named() -> None:
    assert order_jobs({"X": Job(1, 2, 1, 3)}).without_a_one == ("urgency", "size")
    assert order_jobs({}).without_a_one == ()


def test_a_number_beside_the_scale_is_refused() -> None:
    with pytest.raises(ValueError, match="4 is not one of"):
        Job(4, 1, 1, 1)


@given(st.lists(st.builds(Job, STEP, STEP, STEP, STEP), max_size=12))
def test_equals_share_a_rank_and_a_better_job_never_stands_behind(jobs: list[Job]) -> None:
    named = {str(number): each for number, each in enumerate(jobs)}
    ranks = order_jobs(named).ranks
    for one, of_one in named.items():
        for other, of_other in named.items():
            same = of_one.cost_of_delay * of_other.size == of_other.cost_of_delay * of_one.size
            assert (ranks[one] == ranks[other]) == same
            assert ranks[one] <= ranks[other] or of_one.wsjf <= of_other.wsjf
