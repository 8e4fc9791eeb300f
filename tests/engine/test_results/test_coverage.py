"""The figures above a trace matrix, against the table in docs/methods/acceptance-coverage.md, worked out by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest

from plumbline.engine.test_results.coverage import Covered, Share, Tried, coverage

AGREED = datetime(2026, 3, 2, 12, tzinfo=UTC)


def after(days: float) -> datetime:
    return AGREED + timedelta(days=days)


CRITERIA = [
    Covered(requirement="REQ-1", tests=2, agreed_at=AGREED, green_at=after(4), first_pass=True),
    Covered(requirement="REQ-1", tests=1, agreed_at=AGREED, green_at=after(1.5), is_stale=True, first_pass=False),
    Covered(requirement="REQ-2", tests=1, agreed_at=AGREED, green_at=after(-1), first_pass=True),
    Covered(requirement="REQ-2"),
    Covered(tests=3, agreed_at=AGREED),
]
TESTS = [Tried(), Tried(), Tried(is_flaky=True), Tried(), Tried(is_silent=True), Tried(), Tried()]


def test_the_figures_are_those_of_the_table() -> None:
    found = coverage(CRITERIA, ["REQ-1", "REQ-2", "REQ-3"], TESTS)
    assert found.acceptance == Share(4, 5)
    assert found.requirements == Share(1, 3)
    assert found.first_pass == Share(2, 3)
    assert found.pending == Share(1, 7)
    assert found.flaky == Share(1, 7)
    assert found.stale == 1
    assert found.lead_days == 2.75


def test_of_nothing_there_is_no_figure() -> None:
    found = coverage([], [], [])
    assert {each.percent for each in (found.acceptance, found.requirements, found.first_pass, found.flaky)} == {None}
    assert found.lead_days is None
    assert found.stale == 0


def test_what_was_green_before_it_was_agreed_on_has_no_lead_time() -> None:
    early = Covered(agreed_at=AGREED, green_at=after(-3))
    assert coverage([early], [], []).lead_days is None
    assert coverage([early, Covered(agreed_at=AGREED, green_at=AGREED)], [], []).lead_days == 0


def test_one_criterion_without_a_test_leaves_its_requirement_uncovered() -> None:
    both = [Covered(requirement="REQ-1", tests=1), Covered(requirement="REQ-1")]
    assert coverage(both, ["REQ-1"], []).requirements == Share(0, 1)
    assert coverage(both[:1], ["REQ-1"], []).requirements == Share(1, 1)


def test_a_criterion_of_a_requirement_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="REQ-9"):
        coverage([Covered(requirement="REQ-9")], ["REQ-1"], [])


@pytest.mark.parametrize(
    ("count", "of", "printed"), [(1, 1000, 1), (999, 1000, 99), (1, 8, 13), (0, 3, 0), (3, 3, 100)]
)
def test_a_share_is_never_printed_as_all_or_nothing_unless_it_is(count: int, of: int, printed: int) -> None:
    assert Share(count, of).percent == printed
    assert Share(count, of).exact == Fraction(count, of)


def test_more_than_all_is_no_share() -> None:
    with pytest.raises(ValueError, match="4 of 3"):
        Share(4, 3)
