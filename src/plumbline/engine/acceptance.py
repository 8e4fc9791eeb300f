"""What a project hands over, what was agreed about it, and what shows that it is so, as the rules know it.

Sources of the terms and of every number: docs/methods/acceptance.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

EVIDENCE_DAYS = 30
"""How many calendar days evidence is believed where a standard says nothing of it."""


class Result(StrEnum):
    """How a criterion stands by its newest evidence. Only green is green.

    ``PENDING``: a test for it exists and did not run to an end. ``STALE``: the evidence is older than the last change
    of what it is for, or than the standard believes it. ``FLAKY``: the same revision passed and failed. ``UNTESTED``:
    there is no evidence at all.
    """

    GREEN = "green"
    RED = "red"
    PENDING = "pending"
    STALE = "stale"
    FLAKY = "flaky"
    UNTESTED = "untested"


class Check(StrEnum):
    """What can be seen of a deliverable without asking anybody; ``readiness`` says how."""

    HAS_OWNER = "has_owner"
    IN_PLAN = "in_plan"
    HAS_CRITERIA = "has_criteria"
    CRITERIA_AGREED = "criteria_agreed"
    CRITERIA_TESTABLE = "criteria_testable"
    ACCEPTOR_NAMED = "acceptor_named"
    REQUIREMENTS_COVERED = "requirements_covered"
    CRITERIA_GREEN = "criteria_green"
    EVIDENCE_FRESH = "evidence_fresh"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedPoint:
    """One point of a definition of ready or done. Without ``check`` a person answers it."""

    name: str
    question: str
    check: Check | None = None
    mandatory: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliverableFact:
    """Something that is handed over.

    ``wbs_key`` is the unique id of the element of the plan that it stands for, if any. ``started_on`` is what a tracker
    of work items says; what the plan says is read from the plan. ``requirements`` counts its requirements;
    ``bare_requirements`` those of them that have no criterion. ``ready`` and ``done`` are what people answered, by the
    name of the point.
    """

    key: str
    reference: str
    name: str
    wbs_key: str = ""
    has_owner: bool = False
    started_on: date | None = None
    requirements: int = 0
    bare_requirements: int = 0
    ready: Mapping[str, bool] = field(default_factory=dict)
    done: Mapping[str, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not 0 <= self.bare_requirements <= self.requirements:
            raise ValueError(f"{self.reference}: {self.bare_requirements} of {self.requirements} cannot be bare")


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionFact:
    """One condition of acceptance of the deliverable with the key ``deliverable``.

    ``requirement`` is the key of its requirement, empty for none. ``agreed_on`` is when the last voice agreed on the
    present text, ``None`` while one is missing. ``result`` does not know how long evidence is believed; ``believed``
    puts that there. ``evidence_on`` is the day of the oldest part of the evidence. ``green_on`` is when it was first
    shown to be met after the agreement. ``accepted`` is the last decision about the present text and
    ``accepted_at_once`` the first about any; ``None`` where nobody has decided yet.
    """

    key: str
    reference: str
    title: str
    deliverable: str
    requirement: str = ""
    agreed_on: date | None = None
    is_testable: bool = True
    has_acceptor: bool = True
    result: Result = Result.UNTESTED
    evidence_on: date | None = None
    green_on: date | None = None
    accepted: bool | None = None
    accepted_at_once: bool | None = None

    @property
    def is_agreed(self) -> bool:
        return self.agreed_on is not None

    @property
    def has_evidence(self) -> bool:
        """Of a test or of a person who looked, or by having been shown to those who accept it: then it is covered."""
        return self.result is not Result.UNTESTED or self.accepted is not None

    @property
    def is_met(self) -> bool:
        """Whoever accepts it may accept a gap, and then it is none."""
        return self.result is Result.GREEN or self.accepted is True


def is_too_old(evidence_on: date, today: date, days: int) -> bool:
    """Evidence is believed on its day and for ``days`` calendar days after it."""
    return today - evidence_on > timedelta(days=days)


def believed(criteria: Iterable[CriterionFact], today: date, days: int) -> tuple[CriterionFact, ...]:
    """As they stand today: what is green by evidence that is too old is stale."""
    return tuple(
        replace(each, result=Result.STALE)
        if each.result is Result.GREEN and each.evidence_on and is_too_old(each.evidence_on, today, days)
        else each
        for each in criteria
    )


@dataclass(frozen=True)
class AcceptanceFacts:
    """What a project hands over. What was dropped or withdrawn is not among it.

    ``ready`` and ``done`` are the definitions of the standard in force; the assessment puts them there.
    """

    deliverables: tuple[DeliverableFact, ...] = ()
    criteria: tuple[CriterionFact, ...] = ()
    ready: tuple[AskedPoint, ...] = ()
    done: tuple[AskedPoint, ...] = ()

    @cached_property
    def _by_deliverable(self) -> dict[str, list[CriterionFact]]:
        found: dict[str, list[CriterionFact]] = {}
        for each in self.criteria:
            found.setdefault(each.deliverable, []).append(each)
        return found

    def criteria_of(self, deliverable: DeliverableFact) -> list[CriterionFact]:
        return self._by_deliverable.get(deliverable.key, [])
