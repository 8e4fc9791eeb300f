"""What the criteria of a project are covered by: the figures above its trace matrix.

Every formula, with a table worked out by hand: docs/methods/acceptance-coverage.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from statistics import median

DAY = 86_400


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """One criterion that is not withdrawn.

    ``requirement`` is the key of its requirement, empty for none. ``tests`` counts the automated tests that are for it.
    ``agreed_at`` is when the last voice agreed on the present text, ``green_at`` when that text was first met.
    ``first_pass`` is whether it was accepted at its first showing, ``None`` for one that was never shown.
    """

    requirement: str = ""
    tests: int = 0
    is_stale: bool = False
    agreed_at: datetime | None = None
    green_at: datetime | None = None
    first_pass: bool | None = None


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
    """The figures. ``lead_days`` is in calendar days with fractions, ``None`` where nothing became green."""

    acceptance: Share
    requirements: Share
    first_pass: Share
    pending: Share
    flaky: Share
    stale: int
    lead_days: float | None


def coverage(criteria: Sequence[Covered], requirements: Sequence[str], tests: Sequence[Tried]) -> Coverage:
    """``requirements`` are the keys of those that are not dropped, with criteria or without.

    - acceptance coverage: criteria with at least one automated test / criteria
    - requirement coverage: requirements with a criterion, all of whose criteria have a test / requirements
    - first-pass acceptance: criteria accepted at their first showing / criteria ever shown
    - pending: tests that are pending or undefined / tests
    - flaky rate: tests with mixed results on the same revision / tests
    - lead time: median of first green less agreed, of those that became green after they were agreed on

    Raises ``ValueError`` for a criterion of a requirement that is not among them. Source of the figures: the practice
    of acceptance test-driven development; no recognised body fixes them.
    """
    known = set(requirements)
    if strangers := {each.requirement for each in criteria if each.requirement} - known:
        raise ValueError(f"criteria of unknown requirements: {', '.join(sorted(strangers))}")
    having = {each.requirement for each in criteria if each.requirement}
    lacking = {each.requirement for each in criteria if not each.tests}
    shown = [each.first_pass for each in criteria if each.first_pass is not None]
    return Coverage(
        acceptance=Share(sum(each.tests > 0 for each in criteria), len(criteria)),
        requirements=Share(len(having - lacking), len(known)),
        first_pass=Share(sum(shown), len(shown)),
        pending=Share(sum(each.is_silent for each in tests), len(tests)),
        flaky=Share(sum(each.is_flaky for each in tests), len(tests)),
        stale=sum(each.is_stale for each in criteria),
        lead_days=_lead_days(criteria),
    )


def _lead_days(criteria: Sequence[Covered]) -> float | None:
    took = [
        (each.green_at - each.agreed_at).total_seconds() / DAY
        for each in criteria
        if each.green_at is not None and each.agreed_at is not None and each.green_at >= each.agreed_at
    ]
    return median(took) if took else None
