"""Rules are sorted under the practices they name, and a practice is never better than what is known of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.small_project import DATA_DATE, facts_on, sound_schedule
from plumbline.engine import catalogue
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.practices import PRACTICES, PracticeResult, by_practice, practices_of, rules_of
from plumbline.engine.rules.rule import Outcome
from plumbline.engine.rules.verdict import RuleResult


def results_on(facts: ProjectFacts) -> list[RuleResult]:
    return [each.judge(facts) for each in catalogue.rules()]


def practice(number: int, results: list[RuleResult]) -> PracticeResult:
    return next(each for each in by_practice(results) if each.practice.number == number)


def sound() -> list[RuleResult]:
    return results_on(facts_on(DATA_DATE, sound_schedule()))


def with_outcome(outcome: Outcome, rule: str = "leads") -> list[RuleResult]:
    """All rules of the second practice have passed but one."""
    of_practice = {each.name for each in rules_of(PRACTICES[1])}
    return [
        replace(each, outcome=outcome if each.rule == rule else Outcome.PASS)
        for each in sound()
        if each.rule in of_practice
    ]


def test_there_are_ten_practices_in_order() -> None:
    assert [each.number for each in PRACTICES] == list(range(1, 11))


def test_a_rule_that_names_a_practice_names_one_that_there_is() -> None:
    numbers = {each.number for each in PRACTICES}
    for each in catalogue.rules():
        named = [reference for reference in each.rule.references if reference.startswith("GAO")]
        assert len(practices_of(each.rule)) == len(named), each.name
        assert set(practices_of(each.rule)) <= numbers, each.name


def test_each_practice_has_rules_that_serve_it() -> None:
    assert [each.number for each in PRACTICES if not rules_of(each)] == []


def test_a_result_stands_under_each_practice_that_its_rule_names() -> None:
    (leads,) = [each for each in sound() if each.rule == "leads"]
    assert [each.practice.number for each in by_practice([leads]) if each.results] == [2]


@pytest.mark.parametrize(
    ("outcome", "status"),
    [
        (Outcome.PASS, Outcome.PASS),
        (Outcome.WAIVED, Outcome.WAIVED),
        (Outcome.NOT_ASSESSABLE, Outcome.NOT_ASSESSABLE),
        (Outcome.FAIL, Outcome.FAIL),
    ],
)
def test_a_practice_is_as_the_worst_of_its_rules(outcome: Outcome, status: Outcome) -> None:
    assert practice(2, with_outcome(outcome)).status is status


def test_a_failure_is_worse_than_what_is_not_known() -> None:
    results = with_outcome(Outcome.FAIL)
    unknown = [replace(each, outcome=Outcome.NOT_ASSESSABLE) if each.rule == "lags" else each for each in results]
    assert practice(2, unknown).status is Outcome.FAIL


def test_a_practice_without_a_rule_is_not_assessable_and_says_so() -> None:
    risk = practice(8, [each for each in sound() if each.rule != "commitments_not_realistic"])
    assert risk.status is Outcome.NOT_ASSESSABLE
    assert risk.sentence.startswith("No rule looks at it. Human judgement stays: whether the risks are known")


def test_without_results_no_practice_passes() -> None:
    assert {each.status for each in by_practice([])} == {Outcome.NOT_ASSESSABLE}


def test_what_is_left_to_people_is_always_said() -> None:
    results = with_outcome(Outcome.FAIL)
    said = practice(2, results).sentence
    assert said.startswith(
        f"Of {len(results)} rules: {len(results) - 1} passed, 1 failed. Human judgement stays: whether"
    )
    for each in by_practice(sound()):
        assert each.practice.judgement in each.sentence
