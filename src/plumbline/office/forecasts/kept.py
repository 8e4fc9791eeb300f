"""A simulation as it is kept: a few hundred numbers and days as JSON, never its iterations."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from plumbline.engine.forecast import ActivityRisk, Contribution, CostForecast, DateForecast, Forecast, Joint

MOST_ACTIVITIES = 300
STEP_OF_MILESTONES = 10
"""Of the steps of a curve, every tenth is kept of a milestone: chances to five per cent."""


@dataclass(frozen=True, slots=True)
class KeptDate:
    """``curve`` has steps of equal chance, the first of all iterations first; ``chances`` are exact, by day."""

    uid: str
    id: str
    name: str
    deterministic: date
    chance_of_deterministic: float
    quantiles: dict[int, date]
    contingency_days: float
    curve: tuple[date, ...]
    chances: dict[date, float]

    def chance_by(self, day: date) -> float:
        """Exact for what was promised when it ran, else as fine as the curve."""
        if day in self.chances:
            return self.chances[day]
        return max(0, bisect_right(self.curve, day) - 1) / max(1, len(self.curve) - 1)


@dataclass(frozen=True, slots=True)
class KeptCost:
    deterministic: float
    chance_of_deterministic: float
    quantiles: dict[int, float]
    mean: float
    contingency: float
    curve: tuple[float, ...]
    chances: dict[float, float]

    def chance_within(self, amount: float) -> float:
        if amount in self.chances:
            return self.chances[amount]
        return max(0, bisect_right(self.curve, amount) - 1) / max(1, len(self.curve) - 1)


@dataclass(frozen=True, slots=True)
class KeptBoth:
    day: date
    amount: float
    chance: float


@dataclass(frozen=True, slots=True)
class KeptJoint:
    """``both_at`` are the promised days with the promised amounts."""

    dates: tuple[date, ...]
    amounts: tuple[float, ...]
    shares: tuple[tuple[float, ...], ...]
    correlation: float | None
    both_deterministic: float
    both_at: tuple[KeptBoth, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptActivity:
    id: str
    name: str
    planned_days: float
    mean_days: float
    sd_days: float
    criticality: float
    cruciality: float
    sensitivity: float


@dataclass(frozen=True, slots=True)
class KeptBar:
    kind: str
    id: str
    name: str
    correlation: float
    share: float
    low: datetime
    high: datetime


@dataclass(frozen=True, slots=True)
class KeptForecast:
    finish: KeptDate
    milestones: tuple[KeptDate, ...]
    cost: KeptCost | None
    joint: KeptJoint | None
    activities: tuple[KeptActivity, ...]
    tornado: tuple[KeptBar, ...]
    drawn: int
    currency: str = ""

    def milestone(self, uid: str) -> KeptDate | None:
        return next((each for each in self.milestones if each.uid == uid), None)


def dump(found: Forecast, per_day: int, currency: str) -> dict[str, Any]:
    """``per_day`` is how many working minutes a day of the plan has."""
    return {
        "finish": _date(found.finish, per_day, 1),
        "milestones": [_date(each, per_day, STEP_OF_MILESTONES) for each in found.milestones],
        "cost": None if found.cost is None else _cost(found.cost),
        "joint": None if found.joint is None else _joint(found.joint),
        "activities": [_activity(each, per_day) for each in found.activities[:MOST_ACTIVITIES]],
        "tornado": [_bar(each) for each in found.tornado],
        "drawn": found.settings.drawn_activities,
        "currency": currency,
    }


def load(kept: dict[str, Any]) -> KeptForecast:
    cost, joint = kept["cost"], kept["joint"]
    return KeptForecast(
        finish=_date_from(kept["finish"]),
        milestones=tuple(_date_from(each) for each in kept["milestones"]),
        cost=None if cost is None else _cost_from(cost),
        joint=None
        if joint is None
        else KeptJoint(
            tuple(map(date.fromisoformat, joint["dates"])),
            tuple(joint["amounts"]),
            tuple(map(tuple, joint["shares"])),
            joint["correlation"],
            joint["both_deterministic"],
            tuple(KeptBoth(date.fromisoformat(day), *figures) for day, *figures in joint["both_at"]),
        ),
        activities=tuple(KeptActivity(**each) for each in kept["activities"]),
        tornado=tuple(
            KeptBar(**(each | {end: datetime.fromisoformat(each[end]) for end in ("low", "high")}))
            for each in kept["tornado"]
        ),
        drawn=kept["drawn"],
        currency=kept["currency"],
    )


def _day(moment: datetime) -> str:
    return moment.date().isoformat()


def _date(found: DateForecast, per_day: int, step: int) -> dict[str, Any]:
    return {
        "uid": "" if found.uid is None else str(found.uid),
        "id": found.id,
        "name": found.name,
        "deterministic": _day(found.deterministic),
        "chance_of_deterministic": round(found.chance_of_deterministic, 6),
        "quantiles": {str(level): _day(moment) for level, moment in found.quantiles.items()},
        "contingency_days": round(found.contingency_minutes / per_day, 2),
        "curve": [_day(each) for each in found.curve[::step]],
        "chances": {_day(moment): round(chance, 6) for moment, chance in found.chances.items()},
    }


def _date_from(kept: dict[str, Any]) -> KeptDate:
    return KeptDate(
        kept["uid"],
        kept["id"],
        kept["name"],
        date.fromisoformat(kept["deterministic"]),
        kept["chance_of_deterministic"],
        {int(level): date.fromisoformat(day) for level, day in kept["quantiles"].items()},
        kept["contingency_days"],
        tuple(map(date.fromisoformat, kept["curve"])),
        {date.fromisoformat(day): chance for day, chance in kept["chances"].items()},
    )


def _cost(found: CostForecast) -> dict[str, Any]:
    return {
        "deterministic": found.deterministic,
        "chance_of_deterministic": round(found.chance_of_deterministic, 6),
        "quantiles": {str(level): round(amount, 2) for level, amount in found.quantiles.items()},
        "mean": round(found.mean, 2),
        "contingency": round(found.contingency, 2),
        "curve": [round(each, 2) for each in found.curve],
        "chances": {repr(amount): round(chance, 6) for amount, chance in found.chances.items()},
    }


def _cost_from(kept: dict[str, Any]) -> KeptCost:
    return KeptCost(
        kept["deterministic"],
        kept["chance_of_deterministic"],
        {int(level): amount for level, amount in kept["quantiles"].items()},
        kept["mean"],
        kept["contingency"],
        tuple(kept["curve"]),
        {float(amount): chance for amount, chance in kept["chances"].items()},
    )


def _joint(found: Joint) -> dict[str, Any]:
    return {
        "dates": [_day(each) for each in found.dates],
        "amounts": [round(each, 2) for each in found.amounts],
        "shares": [[round(each, 4) for each in row] for row in found.shares],
        "correlation": None if found.correlation is None else round(found.correlation, 4),
        "both_deterministic": round(found.both_deterministic, 6),
        "both_at": [[_day(moment), amount, round(chance, 6)] for (moment, amount), chance in found.both_at.items()],
    }


def _activity(found: ActivityRisk, per_day: int) -> dict[str, Any]:
    return {
        "id": found.id,
        "name": found.name,
        "planned_days": round(found.planned_minutes / per_day, 2),
        "mean_days": round(found.mean_minutes / per_day, 2),
        "sd_days": round(found.sd_minutes / per_day, 2),
        "criticality": round(found.criticality, 4),
        "cruciality": round(found.cruciality, 4),
        "sensitivity": round(found.sensitivity, 4),
    }


def _bar(found: Contribution) -> dict[str, Any]:
    return {
        "kind": found.kind,
        "id": found.id,
        "name": found.name,
        "correlation": round(found.correlation, 4),
        "share": round(found.share, 4),
        "low": found.finish_low.isoformat(timespec="minutes"),
        "high": found.finish_high.isoformat(timespec="minutes"),
    }
