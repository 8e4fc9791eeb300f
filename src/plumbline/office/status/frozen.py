"""The evidence of the moment a report was published, in the shape that the report keeps for ever."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenFinding:
    """A rule that failed: what was counted, against which limit."""

    rule: str
    title: str
    severity: str
    sentence: str
    count: str
    limit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenDimension:
    """What the evidence said of one dimension, why, and the rules that failed there."""

    dimension: str
    title: str
    status: str
    reasons: tuple[str, ...] = ()
    findings: tuple[FrozenFinding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenEntry:
    """A line of a register. ``how`` is new, open (from before) or closed."""

    reference: str
    title: str
    how: str
    score: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenRegister:
    """How many are open, and of these new since the report before; how many were closed. ``entries`` lists them."""

    open: int = 0
    new: int = 0
    closed: int = 0
    entries: tuple[FrozenEntry, ...] = ()

    @property
    def not_listed(self) -> int:
        return self.open + self.closed - len(self.entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    """All of it. ``assessment`` and ``plan_version`` (a number) name what can be opened as it was."""

    dimensions: tuple[FrozenDimension, ...] = ()
    assessment: int | None = None
    plan_version: int | None = None
    activities: int | None = None
    data_date: date | None = None
    forecast_finish: date | None = None
    baseline_finish: date | None = None
    finish_slip_days: int | None = None
    next_milestone: str = ""
    next_milestone_on: date | None = None
    budget: str = ""
    cpi: float | None = None
    spi_t: float | None = None
    risks: FrozenRegister = FrozenRegister()
    issues: FrozenRegister = FrozenRegister()

    @property
    def by_dimension(self) -> dict[str, FrozenDimension]:
        return {each.dimension: each for each in self.dimensions}

    def as_json(self) -> dict[str, Any]:
        return {name: value.isoformat() if isinstance(value, date) else value for name, value in asdict(self).items()}

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Frozen:
        """What ``as_json`` was made of; of an imported report, which keeps nothing, an empty one."""
        known = {name: kept[name] for name in cls.__dataclass_fields__ if name in kept}
        for name in DAYS:
            known[name] = date.fromisoformat(kept[name]) if kept.get(name) else None
        known["dimensions"] = tuple(_dimension(each) for each in kept.get("dimensions", ()))
        for name in ("risks", "issues"):
            known[name] = _register(kept.get(name) or {})
        return cls(**known)


DAYS = ("data_date", "forecast_finish", "baseline_finish", "next_milestone_on")


def _dimension(kept: Mapping[str, Any]) -> FrozenDimension:
    findings = tuple(FrozenFinding(**each) for each in kept["findings"])
    return FrozenDimension(**{**kept, "reasons": tuple(kept["reasons"]), "findings": findings})


def _register(kept: Mapping[str, Any]) -> FrozenRegister:
    return FrozenRegister(**{**kept, "entries": tuple(FrozenEntry(**each) for each in kept.get("entries", ()))})
