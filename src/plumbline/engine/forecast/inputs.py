"""What is uncertain about a plan, beside the plan. Times are working minutes, money is in the plan's currency."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from plumbline.engine.forecast.distributions import Discrete, Distribution, InvalidEstimate, Shape
from plumbline.engine.schedule import Uid

MOST_CORRELATED = 500


def _must_be_chance(chance: float, what: str) -> None:
    if not 0 <= chance <= 1:
        raise InvalidEstimate(f"{what}: a probability lies between 0 and 1, not at {chance:g}")


@dataclass(frozen=True, kw_only=True)
class EstimateRule:
    """The range of every activity of a class and a band of durations: for those that have no estimate of their own.

    ``activity_class`` is a word that ``RiskInputs.class_of`` gives activities; empty holds for all. The band is whole
    durations in working minutes, from ``at_least`` on and under ``below``. ``low_percent`` and ``high_percent`` are of
    the planned duration, as in 90 and 130. The first rule that fits an activity holds for it.
    """

    low_percent: float
    high_percent: float
    activity_class: str = ""
    at_least: int = 0
    below: int | None = None
    shape: Shape = Shape.PERT

    def __post_init__(self) -> None:
        if not 0 <= self.low_percent <= 100 <= self.high_percent:
            raise InvalidEstimate("a rule's low is at most 100 % of the planned duration, its high at least 100 %")


@dataclass(frozen=True, kw_only=True)
class Impact:
    """What a risk event does to one activity where it strikes.

    ``minutes`` is working time on top, ``factor`` multiplies the duration (1.2 is a fifth longer), ``cost`` is money
    on top. An impact without ``activity`` can only cost money.
    """

    activity: Uid | None = None
    minutes: Distribution | None = None
    factor: Distribution | None = None
    cost: Distribution | None = None

    def __post_init__(self) -> None:
        if self.activity is None and (self.minutes or self.factor):
            raise InvalidEstimate("an impact on time needs the activity that it makes longer")
        if not (self.minutes or self.factor or self.cost):
            raise InvalidEstimate("an impact needs working time, a factor or a cost")


@dataclass(frozen=True, kw_only=True)
class Mitigation:
    """A risk event after what is done about it: its new probability and impacts, and what doing so costs."""

    probability: float
    impacts: tuple[Impact, ...]
    cost: float = 0.0

    def __post_init__(self) -> None:
        _must_be_chance(self.probability, "a mitigation")


@dataclass(frozen=True, kw_only=True)
class RiskEvent:
    """Something that may happen once in a project, with ``probability``; then all its impacts come together."""

    id: str
    name: str
    probability: float
    impacts: tuple[Impact, ...]
    mitigation: Mitigation | None = None

    def __post_init__(self) -> None:
        _must_be_chance(self.probability, f"risk {self.id}")


@dataclass(frozen=True, kw_only=True)
class Driver:
    """A risk driver: one factor is drawn per iteration and multiplies the durations of all its activities."""

    name: str
    factor: Distribution
    activities: tuple[Uid, ...]


@dataclass(frozen=True, kw_only=True)
class Correlated:
    """Activities whose durations go together, by a Gaussian copula.

    ``coefficient`` holds for each pair, or ``matrix`` gives one for each pair (symmetric, 1 on its diagonal, positive
    semidefinite). An activity is in at most one such group.
    """

    activities: tuple[Uid, ...]
    coefficient: float = 0.0
    matrix: tuple[tuple[float, ...], ...] = ()

    def __post_init__(self) -> None:
        if self.matrix and not len(self.matrix) == len(self.activities) <= MOST_CORRELATED:
            raise InvalidEstimate(f"a matrix has one row for each of its activities, and at most {MOST_CORRELATED}")
        if any(len(row) != len(self.matrix) for row in self.matrix):
            raise InvalidEstimate("a matrix of coefficients is square")
        if not 0 <= self.coefficient <= 1:
            raise InvalidEstimate("one coefficient for all pairs lies between 0 and 1; give a matrix for others")


@dataclass(frozen=True, kw_only=True)
class Way:
    """One way on from a branch: how likely it is, and which activities belong to it alone."""

    probability: float
    activities: tuple[Uid, ...]


@dataclass(frozen=True, kw_only=True)
class Branch:
    """Exactly one of ``ways`` is gone in each iteration: the activities of the others take no time and cost nothing.

    The probabilities add up to at most 1; with the rest of it none of the ways is gone.
    """

    name: str
    ways: tuple[Way, ...]

    def __post_init__(self) -> None:
        for each in self.ways:
            _must_be_chance(each.probability, f"branch {self.name}")
        if sum(each.probability for each in self.ways) > 1 + 1e-9:
            raise InvalidEstimate(f"branch {self.name}: the probabilities of its ways add up to more than 1")


@dataclass(frozen=True, kw_only=True)
class ActivityCost:
    """What an activity costs: ``fixed``, as it stands or drawn, and ``by_time``, in proportion to its duration.

    ``by_time`` is the money at the planned duration. With a distribution, ``fixed`` counts by its draw.
    """

    fixed: float | Distribution = 0.0
    by_time: float = 0.0


@dataclass(frozen=True, kw_only=True)
class RiskInputs:
    """All that is uncertain. What is not named stays as planned, so that empty inputs give the plan's own dates.

    ``estimates`` are whole durations of activities in working minutes; of an activity under way the remaining work is
    drawn, in the same proportion. Complete activities and milestones are never drawn. ``costs`` replaces what the plan
    says an activity costs (its budget, else its assignments, whose work goes with time). ``mitigated`` are the ids of
    the risk events that count after their mitigation; the draws of all others stay the same. ``by`` and ``budgets``
    are dates and amounts whose chance is counted exactly, beside that of the plan's own.
    """

    estimates: Mapping[Uid, Distribution] = field(default_factory=dict)
    rules: tuple[EstimateRule, ...] = ()
    class_of: Mapping[Uid, str] = field(default_factory=dict)
    events: tuple[RiskEvent, ...] = ()
    mitigated: frozenset[str] = frozenset()
    drivers: tuple[Driver, ...] = ()
    correlated: tuple[Correlated, ...] = ()
    branches: tuple[Branch, ...] = ()
    costs: Mapping[Uid, ActivityCost] = field(default_factory=dict)
    by: tuple[datetime, ...] = ()
    budgets: tuple[float, ...] = ()


def from_history(ratios: tuple[float, ...], planned: int) -> Discrete:
    """The durations that ``planned`` minutes would have become, had it gone as with each of ``ratios`` (actual by
    planned) of finished activities."""
    return Discrete(tuple(each * planned for each in ratios))
