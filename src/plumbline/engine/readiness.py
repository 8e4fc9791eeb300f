"""Whether a deliverable is ready to be begun, and whether it is done, point by point of the standard's definitions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from plumbline.engine.acceptance import AskedPoint, Check, CriterionFact, DeliverableFact, Result
from plumbline.engine.facts import PlanFacts

Criteria = list[CriterionFact]


@dataclass(frozen=True, slots=True)
class PointStanding:
    """``met`` is ``None`` where nobody has answered, or it cannot be judged. ``why`` says what is missing."""

    point: AskedPoint
    met: bool | None
    why: str = ""

    @property
    def holds_up(self) -> bool:
        """Not known is not met: a mandatory point has to be answered."""
        return self.point.mandatory and self.met is not True


@dataclass(frozen=True, slots=True)
class Looked:
    """A deliverable with its criteria, and the newest plan where there is one."""

    deliverable: DeliverableFact
    criteria: Criteria
    plan: PlanFacts | None


def standings(points: Iterable[AskedPoint], looked: Looked, answers: Mapping[str, bool]) -> tuple[PointStanding, ...]:
    """Each point in its order. ``answers`` are those of people, by the name of the point."""
    return tuple(_standing(each, looked, answers) for each in points)


def _standing(point: AskedPoint, looked: Looked, answers: Mapping[str, bool]) -> PointStanding:
    if point.check is None:
        met = answers.get(point.name)
        return PointStanding(point, met, "" if met else "not answered" if met is None else "answered with no")
    missing = _MISSING[point.check](looked)
    return PointStanding(point, None if missing is None else not missing, missing or "")


def _owner(looked: Looked) -> str | None:
    return "" if looked.deliverable.has_owner else "no owner"


def _in_plan(looked: Looked) -> str | None:
    if not looked.deliverable.wbs_key:
        return "no element of the plan"
    if looked.plan is None:
        return None
    known = looked.deliverable.wbs_key in looked.plan.schedule.activity_by_uid
    return "" if known else "its element is not in the newest plan"


def _has_criteria(looked: Looked) -> str | None:
    return "" if looked.criteria else "no criterion"


def _requirements_covered(looked: Looked) -> str | None:
    open_ones = looked.deliverable.bare_requirements
    if not looked.deliverable.requirements:
        return "no requirement"
    return f"{open_ones} of {looked.deliverable.requirements} requirements without a criterion" if open_ones else ""


def _each(what: str, keeps: Callable[[CriterionFact], bool]) -> Callable[[Looked], str | None]:
    def missing(looked: Looked) -> str | None:
        if not looked.criteria:
            return "no criterion"
        return named(what, (each for each in looked.criteria if not keeps(each)))

    return missing


def named(what: str, criteria: Iterable[CriterionFact], most: int = 5) -> str:
    """“not agreed: AC-3, AC-4”; nothing where there are none."""
    references = [each.reference for each in criteria]
    more = f" and {len(references) - most} more" if len(references) > most else ""
    return f"{what}: {', '.join(references[:most])}{more}" if references else ""


_MISSING: dict[Check, Callable[[Looked], str | None]] = {
    Check.HAS_OWNER: _owner,
    Check.IN_PLAN: _in_plan,
    Check.HAS_CRITERIA: _has_criteria,
    Check.CRITERIA_AGREED: _each("not agreed", lambda each: each.is_agreed),
    Check.CRITERIA_TESTABLE: _each("cannot be tried", lambda each: each.is_testable),
    Check.ACCEPTOR_NAMED: _each("nobody to accept", lambda each: each.has_acceptor),
    Check.REQUIREMENTS_COVERED: _requirements_covered,
    Check.CRITERIA_GREEN: _each("not green", lambda each: each.is_met),
    Check.EVIDENCE_FRESH: _each(
        "without fresh evidence", lambda each: each.has_evidence and each.result is not Result.STALE
    ),
    Check.ACCEPTED: _each("not accepted", lambda each: each.accepted is True),
}
