"""The records of an assessment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from plumbline.engine.metrics.metric import Better, Unit
from plumbline.engine.rules.rule import Outcome
from plumbline.engine.rules.verdict import RuleResult


class Status(StrEnum):
    """What the evidence supports. Missing or stale evidence is unknown, never green."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricResult:
    """One number in ``unit``; ``value`` is ``None`` with a ``reason`` where it cannot be measured."""

    metric: str
    title: str
    value: float | None
    unit: Unit
    better: Better
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorStatus:
    """What one rule or metric (``kind``) contributes to a dimension, and why, in one sentence."""

    kind: str
    name: str
    title: str
    status: Status
    reason: str
    required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionStatus:
    """The evidence status of one dimension. ``reasons`` are the sentences that decided it, worst first."""

    dimension: str
    title: str
    status: Status
    reasons: tuple[str, ...]
    indicators: tuple[IndicatorStatus, ...]
    required: bool


@dataclass(frozen=True, slots=True)
class OverallStatus:
    status: Status
    reason: str


@dataclass(frozen=True, kw_only=True)
class Assessment:
    """Everything the engine says about one project; it can be computed again from what it names."""

    results: tuple[RuleResult, ...]
    metrics: tuple[MetricResult, ...]
    dimensions: tuple[DimensionStatus, ...]
    overall: OverallStatus
    engine_version: str
    standard_name: str
    standard_version: str
    standard_hash: str
    seed: int
    data_date: datetime | None
    as_of: datetime

    @property
    def findings(self) -> tuple[RuleResult, ...]:
        """The rules that failed."""
        return tuple(each for each in self.results if each.outcome is Outcome.FAIL)
