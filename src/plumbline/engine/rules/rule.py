"""The shape of a rule and of what it finds.

A rule is a module ``rules/<family>/<defect>.py`` with two names: ``RULE``, its description, and
``check(facts, settings)``, which counts. The catalogue finds it by walking the folders.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from plumbline.engine.schedule import Activity, Link, Resource, Schedule, Uid


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


class InvalidRuleSettings(ValueError):
    """A standard sets something that a rule does not have, or a value that it cannot work with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What a rule is about. ``limit`` and ``severity`` are defaults; a standard may set its own.

    ``population`` names what is counted ("open activities"). ``statement`` is the result in one sentence
    without its full stop; it may use ``{share}`` (11 of 200), ``{percent}``, ``{value}``, ``{numerator}``,
    ``{denominator}``, ``{named}`` (the first of the offenders), the rule's parameters by name, and the verbs
    ``{have}``, ``{are}``, which follow the numerator.
    ``parameters`` are the further numbers and choices a standard may set, with their defaults;
    ``choices`` lists the words that a parameter may take.
    ``cadences`` are parameters that follow a cadence of the standard (its days with their grace) unless it sets them.
    """

    title: str
    question: str
    population: str
    statement: str
    limit_kind: LimitKind
    limit: float | None
    severity: Severity
    why: str
    mend: str
    references: tuple[str, ...] = ()
    parameters: tuple[tuple[str, float | str], ...] = ()
    choices: tuple[tuple[str, tuple[str, ...]], ...] = ()
    cadences: tuple[tuple[str, str], ...] = ()

    def settings(
        self,
        *,
        limit: float | None = None,
        severity: Severity | None = None,
        parameters: Mapping[str, float | str] | None = None,
    ) -> RuleSettings:
        """The rule's own settings, with what is given put in their place.

        Raises ``InvalidRuleSettings`` naming the parameter that is unknown or has an impossible value.
        """
        for name, value in (parameters or {}).items():
            self._check_parameter(name, value)
        return RuleSettings(
            limit=self.limit if limit is None else limit,
            severity=severity or self.severity,
            parameters={**dict(self.parameters), **(parameters or {})},
        )

    def _check_parameter(self, name: str, value: float | str) -> None:
        known = dict(self.parameters)
        if name not in known:
            raise InvalidRuleSettings(f"there is no parameter {name!r}; there are: {', '.join(known) or 'none'}")
        words = dict(self.choices).get(name)
        if words and value not in words:
            raise InvalidRuleSettings(f"{name} is {value!r}, but must be one of: {', '.join(words)}")
        if isinstance(known[name], str) != isinstance(value, str):
            wanted = "text" if isinstance(known[name], str) else "a number"
            raise InvalidRuleSettings(f"{name} is {value!r}, but must be {wanted}")
        if not isinstance(value, str) and not 0 <= value < float("inf"):
            raise InvalidRuleSettings(f"{name} is {value!r}, but must be a number from 0 upwards")


@dataclass(frozen=True, slots=True)
class RuleSettings:
    """A rule's limit, severity and parameters as the standard in force sets them."""

    limit: float | None
    severity: Severity
    parameters: dict[str, float | str]

    def number(self, name: str) -> Fraction:
        """A parameter as an exact number: 0.1 is one tenth, not the nearest binary fraction."""
        return Fraction(str(self.parameters[name]))

    def choice(self, name: str) -> str:
        return str(self.parameters[name])


@dataclass(frozen=True, slots=True)
class Offender:
    """An activity that breaks a rule; for a rule about links, the successor, with ``predecessor`` filled.

    A resource that breaks a rule has a ``uid`` of the form ``resource-<uid>``, which no activity has; a line of a
    register one of the form ``register-<key>``, and its key as ``id``.
    """

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

    @classmethod
    def resource(cls, resource: Resource, detail: str) -> Offender:
        return cls(f"resource-{resource.uid}", "", resource.name, detail)

    @classmethod
    def of_register(cls, key: str, name: str, detail: str) -> Offender:
        return cls(f"register-{key}", key, name, detail)


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
