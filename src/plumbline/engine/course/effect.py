"""Whether what a lesson teaches against became rarer for those who took it.

Each person is compared with themselves: findings per assessed plan in a window after the lesson, less those in a window
of the same length before it. Two plain statistics say what chance could have done: the exact sign test (Arbuthnot 1710;
Conover, Practical Nonparametric Statistics) over people who became better or worse, and a percentile bootstrap interval
of the mean change (Efron 1979), drawn from a seed. Whoever is given a lesson because of many findings would have fewer
next time anyway (regression to the mean, Galton 1886): so the change of those who did not take it, in the same
days, stands beside.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import comb

import numpy as np

LONGEST, SHORTEST = 90, 28
"""Days of a window: as many as there are since the lesson, but no more and no fewer."""
FEW = 5
"""Below so many people nothing is said."""
CHANCE = 0.05
DRAWS = 5000


@dataclass(frozen=True, slots=True)
class PlanSeen:
    """One assessed plan of somebody, and how many of the rules that the lesson teaches it failed."""

    person: int
    on: date
    findings: int


@dataclass(frozen=True, slots=True)
class Case:
    """Somebody who took the lesson: findings per assessed plan before and after.

    ``others`` is the mean change, in the same days, of those who did not take it; ``None`` where there are none.
    """

    person: int
    before: float
    after: float
    others: float | None = None

    @property
    def change(self) -> float:
        return self.after - self.before


class Verdict(StrEnum):
    TOO_FEW = "too_few"
    RARER = "rarer"
    OFTENER = "oftener"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Effect:
    """Means are per assessed plan. All but ``people`` are ``None`` while there are too few of them.

    ``low`` and ``high`` bound the mean change at 95 %; ``chance`` is how often a coin would be as one-sided.
    ``others`` is the mean change of those who did not take it, ``compared`` how many cases have such others.
    """

    people: int
    before: float | None = None
    after: float | None = None
    low: float | None = None
    high: float | None = None
    chance: float | None = None
    others: float | None = None
    compared: int = 0

    @property
    def change(self) -> float | None:
        return None if self.before is None or self.after is None else self.after - self.before

    @property
    def verdict(self) -> Verdict:
        """Both statistics have to agree before anything is said."""
        if self.low is None or self.high is None or self.chance is None:
            return Verdict.TOO_FEW
        if self.chance < CHANCE and self.high < 0:
            return Verdict.RARER
        return Verdict.OFTENER if self.chance < CHANCE and self.low > 0 else Verdict.UNCLEAR


def effect_of(cases: Sequence[Case], *, seed: int = 0) -> Effect:
    """The same cases and the same seed give the same figures, in whatever order they come."""
    if len(cases) < FEW:
        return Effect(len(cases))
    ordered = sorted(cases, key=lambda each: each.person)
    changes = np.array([each.change for each in ordered])
    draws = np.random.default_rng(seed).integers(0, len(changes), (DRAWS, len(changes)))
    low, high = np.percentile(changes[draws].mean(axis=1), (2.5, 97.5))
    others = [each.others for each in ordered if each.others is not None]
    return Effect(
        people=len(ordered),
        before=_mean([each.before for each in ordered]),
        after=_mean([each.after for each in ordered]),
        low=float(low),
        high=float(high),
        chance=sign_test(int((changes < 0).sum()), int((changes > 0).sum())),
        others=_mean(others) if others else None,
        compared=len(others),
    )


def sign_test(fewer: int, more: int) -> float:
    """How often ``fewer + more`` throws of a fair coin are at least as one-sided, either way. Ties are left out."""
    throws = fewer + more
    rare = sum(comb(throws, each) for each in range(min(fewer, more) + 1))
    return min(1.0, float(2 * rare / 2**throws))


def cases_of(took: Mapping[int, date], plans: Iterable[PlanSeen], *, until: date) -> tuple[Case, ...]:
    """Those with an assessed plan in both windows. ``took`` says by person when the lesson was finished.

    The day itself counts to neither window. ``until`` is the last day that is known of.
    """
    by_person: dict[int, list[PlanSeen]] = defaultdict(list)
    for each in plans:
        by_person[each.person].append(each)
    found = []
    for person, day in sorted(took.items()):
        days = min(LONGEST, (until - day).days)
        rates = _rates(by_person[person], day, days) if days >= SHORTEST and person in by_person else None
        if rates is None:
            continue
        end = day + timedelta(days=days)
        apart = [own for other, own in by_person.items() if other != person and took.get(other, date.max) > end]
        changes = [after - before for before, after in filter(None, (_rates(own, day, days) for own in apart))]
        found.append(Case(person, *rates, _mean(changes) if changes else None))
    return tuple(found)


def _rates(plans: Iterable[PlanSeen], day: date, days: int) -> tuple[float, float] | None:
    window = timedelta(days=days)
    before = [each.findings for each in plans if day - window <= each.on < day]
    after = [each.findings for each in plans if day < each.on <= day + window]
    return (_mean(before), _mean(after)) if before and after else None


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
