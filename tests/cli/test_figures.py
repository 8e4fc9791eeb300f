"""Numbers as a person reads them."""

from __future__ import annotations

import pytest

from plumbline.cli.wording import count, first_sentence
from plumbline.engine.rules.figures import limit_words, measured, short
from plumbline.engine.rules.rule import LimitKind


@pytest.mark.parametrize(
    ("kind", "numbers", "words"),
    [
        (LimitKind.AT_MOST_PERCENT, (6, 40, 15.0, 5), "6 of 40, 15.0 %"),
        (LimitKind.AT_MOST_PERCENT, (1, 3000, 100 / 3000, 0), "1 of 3,000, 0.03 %"),
        (LimitKind.AT_MOST_PERCENT, (501, 10000, 5.01, 5), "501 of 10,000, 5.01 %"),
        (LimitKind.AT_LEAST_PERCENT, (270, 300, 90.0, 90), "270 of 300, 90.0 %"),
        (LimitKind.AT_MOST_COUNT, (3, 40, 3, 0), "3 of 40"),
        (LimitKind.AT_LEAST_RATIO, (71, 80, 0.8875, 0.95), "0.89 (71 of 80)"),
        (LimitKind.AT_LEAST_RATIO, (949, 1000, 0.949, 0.95), "0.949 (949 of 1,000)"),
        (LimitKind.NONE, (12, 40, 30.0, None), "12 of 40, 30.0 %"),
    ],
)
def test_a_measure_never_looks_equal_to_a_limit_it_misses(
    kind: LimitKind, numbers: tuple[float, float, float, float | None], words: str
) -> None:
    assert measured(kind, *numbers) == words


def test_limits_are_said_in_words() -> None:
    assert limit_words(LimitKind.AT_MOST_PERCENT, 5.0) == "at most 5 %"
    assert limit_words(LimitKind.AT_LEAST_RATIO, 0.95) == "at least 0.95"
    assert limit_words(LimitKind.AT_MOST_PERCENT, None) == "no limit"


def test_whole_numbers_have_no_decimals() -> None:
    assert [short(each) for each in (3.0, 1234, 0.5, 53.6232, -2.0)] == ["3", "1,234", "0.5", "53.62", "-2"]


def test_one_is_singular() -> None:
    assert [count(0, "finding"), count(1, "finding"), count(2, "activity", "activities")] == [
        "0 findings",
        "1 finding",
        "2 activities",
    ]


def test_the_first_sentence_ends_at_its_point() -> None:
    assert first_sentence("A float of 2.5 days. Look for the successor.") == "A float of 2.5 days."
