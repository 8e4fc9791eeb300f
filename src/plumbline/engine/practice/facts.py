"""What may be known about how projects are managed under their standard. Days are calendar days."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from plumbline.engine.rules.rule import Outcome, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class ArtefactFact:
    """One that the standard asks for by now, or (``due`` is false) one that was approved before anybody had to ask.

    ``current`` means approved and looked at within its time.
    """

    name: str
    title: str
    approved: bool
    current: bool
    due: bool = True

    def __post_init__(self) -> None:
        if self.current and not self.approved:
            raise ValueError(f"{self.name}: what is not approved cannot be current")


@dataclass(frozen=True, slots=True, kw_only=True)
class GateFact:
    """One gate held. ``round`` counts how often it was passed before, ``attempt`` the tries in this round.

    ``work_began_on`` is when work of the phase behind it began, ``None`` where nobody knows.
    """

    name: str
    title: str
    decided_on: date
    passed: bool
    round: int = 1
    attempt: int = 1
    work_began_on: date | None = None

    def __post_init__(self) -> None:
        if self.round < 1 or self.attempt < 1:
            raise ValueError(f"{self.name}: rounds and attempts are counted from 1")

    @property
    def held_in_time(self) -> bool | None:
        """``None`` where it is not known when the work began: that is no evidence of discipline."""
        return None if self.work_began_on is None else self.decided_on <= self.work_began_on


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionFact:
    """Something that a gate was passed with, to be done by ``due_on``."""

    title: str
    due_on: date
    closed_on: date | None = None

    def closed_in_time(self) -> bool:
        return self.closed_on is not None and self.closed_on <= self.due_on


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFact:
    """How one rule came out when the project was last assessed."""

    name: str
    title: str
    outcome: Outcome
    severity: Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class WaiverFact:
    """A rule set aside, or asked to be. ``waits_since`` is set while nobody has decided."""

    rule: str
    title: str
    last_day: date
    waits_since: date | None = None

    def holds_on(self, day: date) -> bool:
        return self.waits_since is None and day <= self.last_day


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastFact:
    """What was forecast as of a day."""

    as_of: date
    finish: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectPractice:
    """One project. Parts that nobody keeps records of are ``None``: that is not the same as none of them.

    ``business_case`` says whether it is approved, ``None`` where the standard has none. ``baselines`` are the days on
    which one was set, the first among them, with whether a reason was given. ``plan_age_days`` is held against
    ``plan_max_age_days``. ``cost_forecasts`` are mean error and bias of the estimates at completion, as shares of what
    it did cost, ``None`` until all of the budget is earned.
    """

    key: str
    name: str
    manager: str = ""
    unit: str = ""
    portfolio: str = ""
    is_active: bool = True
    started_on: date | None = None
    finished_on: date | None = None
    business_case: bool | None = None
    artefacts: tuple[ArtefactFact, ...] | None = None
    gates: tuple[GateFact, ...] | None = None
    gates_due: tuple[str, ...] = ()
    conditions: tuple[ConditionFact, ...] | None = None
    rules: tuple[RuleFact, ...] | None = None
    waivers: tuple[WaiverFact, ...] | None = None
    baselines: tuple[tuple[date, bool], ...] | None = None
    forecasts: tuple[ForecastFact, ...] = ()
    cost_forecasts: tuple[float, float] | None = None
    plan_age_days: int | None = None
    plan_max_age_days: int | None = None

    def __post_init__(self) -> None:
        if self.started_on and self.finished_on and self.finished_on < self.started_on:
            raise ValueError(f"{self.key}: it finished before it started")


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeFacts:
    """All projects of a group as of a day, and what the office keeps beside them (``None``: not kept)."""

    as_of: date
    projects: tuple[ProjectPractice, ...]
    office: OfficeFacts = field(default_factory=lambda: OfficeFacts())


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeFacts:
    """Counts that are kept outside projects' own records, each as ``None`` or a tuple; see the metric that reads it.

    ``reports`` are pairs of due and published day (``None`` while missing); ``colours`` pairs of reported and evidence
    (0 green, 1 amber, 2 red); ``risks`` whether each open one has owner, response and a review in time; ``issues``
    whether each was a risk before; ``changes`` pairs of submitted and decided day; ``lessons`` whether each project
    that began cites an earlier one; ``roles`` whether each is filled by somebody of the required level; ``answers``
    the scores given, with ``asked`` how many were asked; ``plans`` whether each go-to-green plan worked.
    """

    reports: tuple[tuple[date, date | None], ...] | None = None
    colours: tuple[tuple[int, int], ...] | None = None
    risks: tuple[bool, ...] | None = None
    issues: tuple[bool, ...] | None = None
    changes: tuple[tuple[date, date], ...] | None = None
    lessons: tuple[bool, ...] | None = None
    roles: tuple[bool, ...] | None = None
    answers: tuple[float, ...] | None = None
    plans: tuple[bool, ...] | None = None
    asked: int = 0
