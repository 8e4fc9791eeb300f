"""What is covered of what was agreed: the one place in which these figures are counted, for metrics and matrix alike.

Covered means that the next link of the trace is there: a requirement is covered by a criterion, a criterion by
evidence. Every formula with its source, and a table worked out by hand: docs/methods/acceptance.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median

from plumbline.engine.acceptance import CriterionFact, Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """One automated test, by its latest run: ``is_silent`` if it is pending or undefined, ``is_flaky`` if the same
    revision passed and failed."""

    is_silent: bool = False
    is_flaky: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    count: int
    of: int

    def __post_init__(self) -> None:
        if not 0 <= self.count <= self.of:
            raise ValueError(f"{self.count} of {self.of} is no share")

    @property
    def exact(self) -> Fraction | None:
        """From 0 to 1; ``None`` of nothing, which is neither all nor none."""
        return Fraction(self.count, self.of) if self.of else None

    @property
    def percent(self) -> int | None:
        """Rounded for printing, half up; never 100 where one is missing, nor 0 where there is one."""
        if not self.of:
            return None
        rounded = (200 * self.count + self.of) // (2 * self.of)
        if 0 < self.count < self.of:
            return min(max(rounded, 1), 99)
        return rounded


@dataclass(frozen=True, slots=True)
class Coverage:
    """The figures above a trace matrix.

    ``evidenced`` are requirements all of whose criteria are covered, and that have one. ``lead_days`` is in calendar
    days, ``None`` where nothing became green.
    """

    acceptance: Share
    requirements: Share
    evidenced: Share
    first_pass: Share
    pending: Share
    flaky: Share
    stale: int
    lead_days: float | None


def coverage(criteria: Sequence[CriterionFact], requirements: int, tests: Sequence[Tried]) -> Coverage:
    """``requirements`` is how many are not dropped, with criteria or without.

    - pending: tests that are pending or undefined / tests
    - flaky rate: tests with mixed results on the same revision / tests
    - the others: the functions below

    Raises ``ValueError`` where criteria are for more requirements than there are.
    """
    return Coverage(
        acceptance=acceptance_coverage(criteria),
        requirements=requirement_coverage(criteria, requirements),
        evidenced=evidenced_requirements(criteria, requirements),
        first_pass=first_pass_acceptance(criteria),
        pending=Share(sum(each.is_silent for each in tests), len(tests)),
        flaky=Share(sum(each.is_flaky for each in tests), len(tests)),
        stale=sum(each.result is Result.STALE for each in criteria),
        lead_days=agreed_to_green_days(criteria),
    )


def acceptance_coverage(criteria: Sequence[CriterionFact]) -> Share:
    """Criteria with evidence of any colour / criteria. Evidence is a test, a look of a person, or a decision."""
    return Share(sum(each.has_evidence for each in criteria), len(criteria))


def requirement_coverage(criteria: Iterable[CriterionFact], requirements: int) -> Share:
    """Requirements with at least one criterion / requirements."""
    return Share(len({each.requirement for each in criteria if each.requirement}), requirements)


def evidenced_requirements(criteria: Sequence[CriterionFact], requirements: int) -> Share:
    """Requirements with at least one criterion, all of whose criteria are covered / requirements."""
    having = {each.requirement for each in criteria if each.requirement}
    lacking = {each.requirement for each in criteria if not each.has_evidence}
    return Share(len(having - lacking), requirements)


def first_pass_acceptance(criteria: Iterable[CriterionFact]) -> Share:
    """Criteria accepted at their first showing / criteria ever shown."""
    shown = [each.accepted_at_once for each in criteria if each.accepted_at_once is not None]
    return Share(sum(shown), len(shown))


def agreed_to_green_days(criteria: Iterable[CriterionFact]) -> float | None:
    """Median of the calendar days from agreement to first green, of those that became green after they were agreed."""
    took = [
        (each.green_on - each.agreed_on).days
        for each in criteria
        if each.green_on is not None and each.agreed_on is not None and each.green_on >= each.agreed_on
    ]
    return float(median(took)) if took else None
