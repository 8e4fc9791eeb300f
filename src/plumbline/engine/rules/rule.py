"""The shape of a rule and of what it finds.

A rule is a module ``rules/<family>/<defect>.py`` with two names: ``RULE``, its description, and
``check(facts, settings)``, which counts. The catalogue finds it by walking the folders.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from plumbline.engine.schedule import Activity, Link, Schedule, Uid


class Outcome(StrEnum):
    PASS = "pass"
    FAIL = "fail"
    NOT_ASSESSABLE = "not assessable"
    WAIVED = "waived"


class Severity(StrEnum):
    INFO = "info"
    MINOR = "minor"
    MAJOR = "major"


class LimitKind(StrEnum):
    """How a limit is compared. Percentages and ratios are compared exactly, never rounded first."""

    AT_MOST_PERCENT = "at most percent"
    AT_LEAST_PERCENT = "at least percent"
    AT_MOST_COUNT = "at most count"
    AT_LEAST_RATIO = "at least ratio"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What a rule is about. ``limit`` and ``severity`` are defaults; a standard may set its own.

    ``parameters`` are the further numbers and choices a standard may set, with their defaults.
    """

    title: str
    question: str
    limit_kind: LimitKind
    limit: float | None
    severity: Severity
    why: str
    mend: str
    references: tuple[str, ...] = ()
    parameters: tuple[tuple[str, float | str], ...] = ()


@dataclass(frozen=True, slots=True)
class RuleSettings:
    """A rule's limit, severity and parameters as the standard in force sets them."""

    limit: float | None
    severity: Severity
    parameters: dict[str, float | str]


@dataclass(frozen=True, slots=True)
class Offender:
    """An activity that breaks a rule; for a rule about links, the successor, with ``predecessor`` filled."""

    uid: Uid
    id: str
    name: str
    detail: str = ""
    predecessor: Uid | None = None

    @classmethod
    def activity(cls, activity: Activity, detail: str = "") -> Offender:
        return cls(activity.uid, activity.id, activity.name, detail)

    @classmethod
    def link(cls, link: Link, schedule: Schedule, detail: str) -> Offender:
        successor = schedule.activity_by_uid[link.successor]
        return cls(successor.uid, successor.id, successor.name, detail, link.predecessor)


@dataclass(frozen=True, slots=True)
class Count:
    """What a rule counted. ``denominator`` 0 or ``None`` with no ``value`` means there was nothing to assess.

    ``value`` replaces numerator over denominator where the measure is no plain share (an index, say).
    """

    numerator: int | float | None
    denominator: int | float | None
    offenders: tuple[Offender, ...] = ()
    value: Fraction | None = None
    reason: str = ""


def not_assessable(reason: str) -> Count:
    """Nothing to judge; ``reason`` tells the project manager what is missing."""
    return Count(None, None, reason=reason)
