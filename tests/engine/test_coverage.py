"""What is covered of what was agreed, against the table in docs/methods/acceptance.md, worked out by hand."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plumbline.engine.acceptance import AcceptanceFacts, CriterionFact, DeliverableFact, Result
from plumbline.engine.coverage import Share, Tried, coverage
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.metrics import (
    acceptance_coverage,
    agreed_to_green_days,
    first_pass_acceptance,
    requirement_coverage,
)

AGREED = date(2026, 3, 2)


def criterion(number: int = 1, **said: object) -> CriterionFact:
    given_ = {"key": str(number), "reference": f"AC-{number}", "title": "It is so", "deliverable": "1"}
    return CriterionFact(**(given_ | said))  # type: ignore[arg-type]


def after(days: int) -> date:
    return AGREED + timedelta(days=days)


CRITERIA = [
    criterion(1, requirement="1", result=Result.GREEN, agreed_on=AGREED, green_on=after(4), accepted_at_once=True),
    criterion(2, requirement="1", result=Result.STALE, agreed_on=AGREED, green_on=after(1), accepted_at_once=False),
    criterion(3, requirement="2", result=Result.RED, agreed_on=AGREED, green_on=after(-1), accepted_at_once=True),
    criterion(4, requirement="2"),
    criterion(5, accepted=True, agreed_on=AGREED),
]
TESTS = [Tried(), Tried(), Tried(is_flaky=True), Tried(), Tried(is_silent=True), Tried(), Tried()]


def test_the_figures_are_those_of_the_table() -> None:
    found = coverage(CRITERIA, 3, TESTS)
    assert found.acceptance == Share(4, 5)
    assert found.requirements == Share(2, 3)
    assert found.evidenced == Share(1, 3)
    assert found.first_pass == Share(2, 3)
    assert found.pending == Share(1, 7)
    assert found.flaky == Share(1, 7)
    assert found.stale == 1
    assert found.lead_days == 2.5


def test_of_nothing_there_is_no_figure() -> None:
    found = coverage([], 0, [])
    shares = (found.acceptance, found.requirements, found.evidenced, found.first_pass, found.pending, found.flaky)
    assert {each.percent for each in shares} == {None}
    assert found.lead_days is None
    assert found.stale == 0


def test_what_was_green_before_it_was_agreed_on_has_no_lead_time() -> None:
    early = criterion(agreed_on=AGREED, green_on=after(-3))
    assert coverage([early], 0, []).lead_days is None
    assert coverage([early, criterion(2, agreed_on=AGREED, green_on=AGREED)], 0, []).lead_days == 0


@pytest.mark.parametrize("result", [each for each in Result if each is not Result.UNTESTED])
def test_evidence_of_any_colour_covers(result: Result) -> None:
    assert coverage([criterion(result=result)], 0, []).acceptance == Share(1, 1)


def test_criteria_of_more_requirements_than_there_are_are_refused() -> None:
    with pytest.raises(ValueError, match="1 of 0"):
        coverage([criterion(requirement="9")], 0, [])


ONE = st.tuples(
    st.integers(0, 4),
    st.sampled_from(list(Result)),
    st.sampled_from([None, True, False]),
    st.sampled_from([None, True, False]),
    st.sampled_from([None, 0, 3, 9]),
    st.sampled_from([None, 0, 3, 9]),
)
"""Its requirement, none for 0; its result; two decisions; and the days on which it was agreed and green."""


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ONE, max_size=8))
def test_metrics_say_the_same_as_the_matrix(
    world: list[tuple[int, Result, bool | None, bool | None, Any, Any]],
) -> None:
    criteria = [
        criterion(
            number,
            requirement=str(of or ""),
            result=result,
            accepted=accepted,
            accepted_at_once=at_once,
            agreed_on=None if agreed is None else after(agreed),
            green_on=None if green is None else after(green),
        )
        for number, (of, result, accepted, at_once, agreed, green) in enumerate(world)
    ]
    matrix = coverage(criteria, 4, [])
    deliverable = DeliverableFact(key="1", reference="D-1", name="Lock", requirements=4)
    facts = ProjectFacts(as_of=datetime(2026, 3, 2, 12), acceptance=AcceptanceFacts((deliverable,), tuple(criteria)))
    for metric, share in (
        (acceptance_coverage, matrix.acceptance),
        (requirement_coverage, matrix.requirements),
        (first_pass_acceptance, matrix.first_pass),
    ):
        assert metric.measure(facts).value == (None if share.exact is None else float(100 * share.exact))
    assert agreed_to_green_days.measure(facts).value == matrix.lead_days
    assert matrix.evidenced.count <= matrix.requirements.count


@pytest.mark.parametrize(
    ("count", "of", "printed"), [(1, 1000, 1), (999, 1000, 99), (1, 8, 13), (0, 3, 0), (3, 3, 100)]
)
def test_a_share_is_never_printed_as_all_or_nothing_unless_it_is(count: int, of: int, printed: int) -> None:
    assert Share(count, of).percent == printed
    assert Share(count, of).exact == Fraction(count, of)


def test_more_than_all_is_no_share() -> None:
    with pytest.raises(ValueError, match="4 of 3"):
        Share(4, 3)
