"""How far apart people in the same role are.

The main figure is the mean difference: how many levels two of them, chosen by chance, are apart. It is in levels, it
hears every person once with every other, and one who is far off moves it less than range or standard deviation.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import floor, sqrt
from typing import TypeVar

FEWEST = 5
"""Of fewer people no figure is given: it would tell of one of them."""

Person = TypeVar("Person", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Spread:
    """All in levels but ``people``. ``low`` and ``high`` are the quartiles: between them lies the middle half."""

    people: int
    mean: float
    difference: float
    deviation: float
    range: int
    low: float
    high: float

    @property
    def interquartile(self) -> float:
        return self.high - self.low


def spread_of(levels: Sequence[int]) -> Spread | None:
    """``None`` for fewer than ``FEWEST`` people.

    Mean difference (Gini): the mean of |a - b| over all pairs. Deviation of the population. Quartiles by linear
    interpolation (Hyndman and Fan, type 7).
    """
    count = len(levels)
    if count < FEWEST:
        return None
    ordered = sorted(levels)
    mean = sum(ordered) / count
    apart = sum((2 * place - count + 1) * level for place, level in enumerate(ordered))
    return Spread(
        people=count,
        mean=mean,
        difference=2 * apart / (count * (count - 1)),
        deviation=sqrt(sum((each - mean) ** 2 for each in ordered) / count),
        range=ordered[-1] - ordered[0],
        low=_quantile(ordered, 0.25),
        high=_quantile(ordered, 0.75),
    )


def overall(spreads: Iterable[Spread | None]) -> float | None:
    """The mean of the mean differences of several competencies, without those that have none."""
    known = [each.difference for each in spreads if each is not None]
    return sum(known) / len(known) if known else None


def moved(
    before: Mapping[Person, Mapping[str, int]], after: Mapping[Person, Mapping[str, int]]
) -> dict[str, tuple[Spread, Spread]]:
    """By competency the spread on two days, of those people alone whose level is known on both."""
    names = dict.fromkeys(name for levels in before.values() for name in levels)
    found = {}
    for name in names:
        both = [each for each, levels in before.items() if name in levels and name in after.get(each, {})]
        was, now = spread_of([before[each][name] for each in both]), spread_of([after[each][name] for each in both])
        if was and now:
            found[name] = (was, now)
    return found


def _quantile(ordered: Sequence[int], share: float) -> float:
    place = share * (len(ordered) - 1)
    below = floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])
