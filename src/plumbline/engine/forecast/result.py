"""What a simulation found. Every part is of bounded size, whatever the number of iterations."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import datetime

from plumbline.engine.schedule import Uid

LEVELS = tuple(range(10, 100, 10))
"""The chances in per cent of the named quantiles: P10 to P90."""

CURVE_STEPS = 200
"""An S-curve has this many steps of equal chance, so one point more."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What has to be known to repeat a simulation: the same settings and inputs give the same result, to the byte.

    ``status_date`` is the plan's data date. ``mitigated`` are the risk events that counted after their mitigation.
    """

    seed: int
    iterations: int
    status_date: datetime | None
    drawn_activities: int
    distributions: dict[str, int]
    mitigated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DateForecast:
    """When the project or one activity (a milestone) finishes; ``uid`` is ``None`` for the project.

    Dates are naive, in the plan's local time, to the minute, and lie in working time: each quantile is the date of an
    iteration, the first by which at least that share of iterations has finished. ``mean_minutes`` and ``sd_minutes``
    are working minutes of the project's calendar, the mean from the deterministic date on. ``curve`` has
    ``CURVE_STEPS`` + 1 dates, from the first of all iterations to the last. ``chances`` are those of ``RiskInputs.by``.
    """

    uid: Uid | None
    id: str
    name: str
    deterministic: datetime
    chance_of_deterministic: float
    quantiles: dict[int, datetime]
    mean_minutes: float
    sd_minutes: float
    contingency_minutes: int
    curve: tuple[datetime, ...]
    chances: dict[datetime, float]

    @property
    def p50(self) -> datetime:
        return self.quantiles[50]

    @property
    def p80(self) -> datetime:
        return self.quantiles[80]

    def chance_by(self, moment: datetime) -> float:
        """The share of iterations that finish by ``moment``: exact for those asked for, else to half a per cent."""
        if moment in self.chances:
            return self.chances[moment]
        return max(0, bisect_right(self.curve, moment) - 1) / CURVE_STEPS


@dataclass(frozen=True, slots=True)
class CostForecast:
    """What the project costs at completion, in the plan's currency; contingency is P80 less the deterministic cost."""

    deterministic: float
    chance_of_deterministic: float
    quantiles: dict[int, float]
    mean: float
    sd: float
    contingency: float
    curve: tuple[float, ...]
    chances: dict[float, float]

    def chance_within(self, amount: float) -> float:
        """The share of iterations that cost at most ``amount``: exact for those asked for, else to half a per cent."""
        if amount in self.chances:
            return self.chances[amount]
        return max(0, bisect_right(self.curve, amount) - 1) / CURVE_STEPS


@dataclass(frozen=True, slots=True)
class Joint:
    """Date and cost together: ``shares[i][j]`` is the share of iterations that finish by ``dates[i]`` and cost at most
    ``amounts[j]``; both are the P5, P10 ... P95 and the last, of each alone. ``correlation`` is that of date and cost.
    """

    dates: tuple[datetime, ...]
    amounts: tuple[float, ...]
    shares: tuple[tuple[float, ...], ...]
    correlation: float | None
    both_deterministic: float
    both_at: dict[tuple[datetime, float], float]


@dataclass(frozen=True, slots=True)
class ActivityRisk:
    """How one activity bears on the finish.

    ``criticality`` is the share of iterations with total float <= 0; ``cruciality`` Pearson's correlation of its
    duration with the finish; ``sensitivity`` the schedule sensitivity index: criticality times its standard deviation
    by the project's. The last two are 0 where nothing varies. Minutes are working time of the activity.
    """

    uid: Uid
    id: str
    name: str
    planned_minutes: int
    mean_minutes: float
    sd_minutes: float
    criticality: float
    cruciality: float
    sensitivity: float


@dataclass(frozen=True, slots=True)
class Contribution:
    """One bar of the tornado: what an activity, risk event, driver or branch does to the finish.

    ``finish_low`` and ``finish_high`` are the mean finish over the tenth of iterations in which it was lowest and
    highest (for an event: in which it did not strike, and did). ``correlation`` is Pearson's with the finish, and
    ``share`` its square by the sum over all bars.
    """

    kind: str
    id: str
    name: str
    uid: Uid | None
    correlation: float
    share: float
    finish_low: datetime
    finish_high: datetime


@dataclass(frozen=True, slots=True)
class Forecast:
    """All that a simulation found. ``milestones`` are in the order of the plan, ``activities`` most sensitive first,
    ``tornado`` longest bar first (at most 30). ``cost`` and ``joint`` are ``None`` where the plan has no cost."""

    settings: Settings
    finish: DateForecast
    milestones: tuple[DateForecast, ...]
    cost: CostForecast | None
    joint: Joint | None
    activities: tuple[ActivityRisk, ...]
    tornado: tuple[Contribution, ...]
