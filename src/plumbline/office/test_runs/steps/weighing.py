"""What a criterion stands by: its tests, or what a person saw. Why by these rules: docs/methods/test-evidence.md."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from plumbline.office.test_runs.models import ManualEvidence, Outcome
from plumbline.office.test_runs.models.runs import GREEN, RED


@dataclass(frozen=True, slots=True)
class Said:
    """By one test, when it ran last."""

    status: str
    is_flaky: bool
    run: int | None
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Weighed:
    """``manual`` is set where what a person saw counts. ``latest_run`` is of the tests, whether they count or not."""

    outcome: Outcome
    manual: ManualEvidence | None
    latest_run: int | None
    latest_at: datetime | None
    oldest_at: datetime | None


def weighed(said: Sequence[Said], seen: ManualEvidence | None) -> Weighed:
    """``seen`` is the last that a person saw and nobody withdrew."""
    ran = [(each.at, each.run) for each in said if each.at is not None]
    latest_at, latest_run = max(ran, default=(None, None), key=lambda each: (each[0], each[1] or 0))
    outcome = outcome_of(said)
    if seen is not None and _counts(seen, outcome, latest_at):
        found = Outcome.GREEN if seen.has_passed else Outcome.RED
        return Weighed(found, seen, latest_run, seen.looked_at, seen.looked_at)
    return Weighed(outcome, None, latest_run, latest_at, min((at for at, _ in ran), default=None))


def outcome_of(said: Iterable[Said]) -> Outcome:
    """Red where a test fails whenever it is run; flaky where one cannot be believed; green where all passed."""
    found = list(said)
    if not found:
        return Outcome.UNTESTED
    if any(each.status in RED and not each.is_flaky for each in found):
        return Outcome.RED
    if any(each.is_flaky for each in found):
        return Outcome.FLAKY
    return Outcome.GREEN if all(each.status in GREEN for each in found) else Outcome.PENDING


def _counts(seen: ManualEvidence, tests: Outcome, latest_at: datetime | None) -> bool:
    """Where no test spoke; where a person saw it fail, until a person looks again; else where it is the newer."""
    if tests in (Outcome.UNTESTED, Outcome.PENDING) or latest_at is None:
        return True
    return not seen.has_passed or seen.looked_at >= latest_at
