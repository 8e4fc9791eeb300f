"""Everything the engine may know about one project when it assesses it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

from plumbline.engine.acceptance import AcceptanceFacts
from plumbline.engine.benefits import BenefitFacts
from plumbline.engine.capacity import CapacityFacts
from plumbline.engine.earned_value.facts import ValueFacts
from plumbline.engine.schedule import Schedule
from plumbline.engine.schedule.calculate import Calculation, calculate
from plumbline.engine.stakeholders import StakeholderFacts
from plumbline.engine.targets import TargetFacts


@dataclass(frozen=True)
class PlanFacts:
    """One version of the plan. The network is calculated once, on first use, and shared by all rules.

    ``kept_calculation`` spares that where the calculation of this very schedule is already at hand.
    """

    schedule: Schedule
    kept_calculation: Calculation | None = None

    @cached_property
    def calculation(self) -> Calculation:
        return self.kept_calculation or calculate(self.schedule)

    @cached_property
    def derived(self) -> dict[str, Any]:
        """What others found out about this plan and keep with it, by a name of theirs."""
        return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskFact:
    """An open risk. ``reviewed_on`` is when somebody last looked at it, were it only to raise it."""

    key: str
    reference: str
    title: str
    reviewed_on: date
    has_owner: bool
    has_response: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseFact:
    """An open action, or a decision that nobody has taken, and the day it was wanted for, if any."""

    key: str
    reference: str
    title: str
    due_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterFacts:
    """What is open in the registers of a project; ``None`` where nothing was ever entered in one of them."""

    risks: tuple[RiskFact, ...] | None = None
    actions: tuple[PromiseFact, ...] | None = None
    decisions: tuple[PromiseFact, ...] | None = None


@dataclass(frozen=True, kw_only=True)
class ProjectFacts:
    """A project as of one instant. A part that is ``None`` was never delivered: it is unknown, not good.

    ``waivers`` are rules that were set aside for this project, by name, with the last day on which each holds.
    """

    as_of: datetime
    plan: PlanFacts | None = None
    previous_plan: PlanFacts | None = None
    registers: RegisterFacts | None = None
    waivers: Mapping[str, date] = field(default_factory=dict)
    stakeholders: StakeholderFacts | None = None
    acceptance: AcceptanceFacts | None = None
    benefits: BenefitFacts | None = None
    value: ValueFacts | None = None
    targets: TargetFacts | None = None
    capacity: CapacityFacts | None = None
