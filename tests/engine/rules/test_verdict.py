"""A count is compared exactly with its limit, and said in one sentence."""

from dataclasses import replace
from fractions import Fraction

import pytest

from plumbline.engine.catalogue import rules
from plumbline.engine.rules.rule import (
    Count,
    InvalidRuleSettings,
    LimitKind,
    Outcome,
    Rule,
    Severity,
    not_assessable,
)
from plumbline.engine.rules.verdict import RuleResult, verdict

AT_MOST_FIVE_PERCENT = Rule(
    title="Something",
    question="How many?",
    population="open activities",
    statement="{share} open activities ({percent}) {are} wrong",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=5,
    severity=Severity.MAJOR,
    why="Because.",
    mend="Mend it.",
    parameters=(("days", 44), ("links", "all")),
    choices=(("links", ("all", "none")),),
)
AT_LEAST_90_PERCENT = replace(AT_MOST_FIVE_PERCENT, limit_kind=LimitKind.AT_LEAST_PERCENT, limit=90)
AT_LEAST_A_RATIO = replace(
    AT_MOST_FIVE_PERCENT, limit_kind=LimitKind.AT_LEAST_RATIO, limit=0.95, statement="The index is {value}"
)
AT_MOST_NONE = replace(AT_MOST_FIVE_PERCENT, limit_kind=LimitKind.AT_MOST_COUNT, limit=0, statement="{share} are wrong")


def judged(rule: Rule, count: Count, limit: float | None = None) -> RuleResult:
    return verdict("something", "logic", rule, rule.settings(limit=limit), count)


@pytest.mark.parametrize(
    ("rule", "numerator", "denominator", "outcome"),
    [
        (AT_MOST_FIVE_PERCENT, 10, 200, Outcome.PASS),
        (AT_MOST_FIVE_PERCENT, 11, 200, Outcome.FAIL),
        (AT_MOST_FIVE_PERCENT, 15, 300, Outcome.PASS),
        (AT_MOST_FIVE_PERCENT, 16, 300, Outcome.FAIL),
        (AT_LEAST_90_PERCENT, 270, 300, Outcome.PASS),
        (AT_LEAST_90_PERCENT, 269, 300, Outcome.FAIL),
        (AT_LEAST_A_RATIO, 95, 100, Outcome.PASS),
        (AT_LEAST_A_RATIO, 94_999, 100_000, Outcome.FAIL),
        (AT_MOST_NONE, 0, 10, Outcome.PASS),
        (AT_MOST_NONE, 1, 10, Outcome.FAIL),
    ],
)
def test_a_limit_is_met_exactly_or_not(rule: Rule, numerator: int, denominator: int, outcome: Outcome) -> None:
    assert judged(rule, Count(numerator, denominator)).outcome is outcome


def test_one_of_three_hundred_is_not_rounded_to_none() -> None:
    result = judged(replace(AT_MOST_FIVE_PERCENT, limit=0), Count(1, 300))

    assert result.outcome is Outcome.FAIL
    assert result.sentence == "1 of 300 open activities (0.33 %) is wrong; the limit is 0 %."


def test_a_value_just_over_its_limit_is_not_shown_as_the_limit() -> None:
    result = judged(AT_MOST_FIVE_PERCENT, Count(50_001, 1_000_000))

    assert result.outcome is Outcome.FAIL
    assert "(5.0001 %)" in result.sentence


def test_a_value_takes_the_place_of_the_share() -> None:
    result = judged(AT_LEAST_A_RATIO, Count(240, 250, value=Fraction(24, 25)))

    assert (result.outcome, result.value, result.sentence) == (
        Outcome.PASS,
        0.96,
        "The index is 0.96; at least 0.95 is asked for.",
    )


def test_nothing_to_count_is_not_a_pass() -> None:
    result = judged(AT_MOST_FIVE_PERCENT, Count(0, 0))

    assert result.outcome is Outcome.NOT_ASSESSABLE
    assert result.value is None
    assert result.sentence == "There is nothing to assess: the plan has no open activities."


def test_what_cannot_be_assessed_says_why() -> None:
    result = judged(AT_MOST_FIVE_PERCENT, not_assessable("Set a baseline."))

    assert (result.outcome, result.sentence) == (Outcome.NOT_ASSESSABLE, "Set a baseline.")


def test_without_a_limit_nothing_fails() -> None:
    result = judged(replace(AT_MOST_FIVE_PERCENT, limit=None), Count(9, 10))

    assert result.outcome is Outcome.PASS
    assert result.sentence == "9 of 10 open activities (90 %) are wrong; no limit is set."


def test_a_standard_may_set_its_own_limit() -> None:
    assert judged(AT_MOST_FIVE_PERCENT, Count(9, 100), limit=10).outcome is Outcome.PASS


@pytest.mark.parametrize(
    ("name", "value", "complaint"),
    [
        ("dais", 3, "there is no parameter 'dais'; there are: days, links"),
        ("links", "some", "links is 'some', but must be one of: all, none"),
        ("days", "many", "days is 'many', but must be a number"),
        ("days", -1, "days is -1, but must be a number from 0 upwards"),
        ("days", float("nan"), "days is nan, but must be a number from 0 upwards"),
    ],
)
def test_an_impossible_parameter_is_named(name: str, value: float | str, complaint: str) -> None:
    with pytest.raises(InvalidRuleSettings, match=complaint):
        AT_MOST_FIVE_PERCENT.settings(parameters={name: value})


def test_every_rule_speaks_a_whole_sentence_for_one_and_for_many() -> None:
    for each in rules():
        for numerator in (1, 2):
            sentence = (
                each.rule.statement
                and verdict(each.name, each.family, each.rule, each.rule.settings(), Count(numerator, 40)).sentence
            )
            assert "{" not in sentence
            assert sentence.endswith(".")
