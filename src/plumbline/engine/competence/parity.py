"""How far apart people in the same role are, and what of it may be shown.

The figure is the mean difference: how many levels two of them, chosen by chance, are apart. It is in levels, it hears
every person once with every other, and one who is far off moves it less than range or standard deviation.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from plumbline.engine.competence.scale import HIGHEST
from plumbline.engine.disclosure import LEAST

FEWEST = LEAST
"""Of fewer people no figure is given: it would tell of one of them."""
NARROWEST = 0.5
"""A smaller difference is shown as "or less": that all are alike would say of each at which level they are."""
END = 0.5
"""A mean nearer than this to an end of the scale is shown as that far from it."""


@dataclass(frozen=True, slots=True)
class Spread:
    """``mean`` and ``difference`` are in levels."""

    people: int
    mean: Fraction
    difference: Fraction


def spread_of(levels: Sequence[int]) -> Spread | None:
    """Mean difference (Gini 1912): the mean of |a - b| over all pairs. ``None`` for fewer than ``FEWEST`` people."""
    count = len(levels)
    if count < FEWEST:
        return None
    apart = sum((2 * place - count + 1) * level for place, level in enumerate(sorted(levels)))
    return Spread(count, Fraction(sum(levels), count), Fraction(2 * apart, count * (count - 1)))


@dataclass(frozen=True, slots=True)
class Shown:
    """What may be shown of a spread: the mean to the nearest half, the difference to the nearest tenth.

    ``below`` is how many are below what is asked, never nobody and never all: 1 stands for "one or none", and all but
    one for "all or all but one".
    """

    people: int
    mean: float
    difference: float
    below: int


def shown(levels: Sequence[int], required: int) -> Shown | None:
    """No figure of it says for sure at which level anybody is, not even where all are alike."""
    spread = spread_of(levels)
    if spread is None:
        return None
    mean = min(max(_nearest(spread.mean, 2), END), HIGHEST - END)
    below = min(max(sum(level < required for level in levels), 1), spread.people - 1)
    return Shown(spread.people, mean, coarse(spread.difference), below)


def coarse(difference: Fraction) -> float:
    """A difference as it is shown: to the nearest tenth, and no less than ``NARROWEST``."""
    return max(_nearest(difference, 10), NARROWEST)


@dataclass(frozen=True, slots=True)
class Known:
    """One competency at the end of a day: by person the level, and since when the word is known that counts."""

    levels: Mapping[int, int]
    said_on: Mapping[int, date]

    def said_after(self, day: date) -> int:
        return sum(each > day for each in self.said_on.values())


def is_told(known: Known, last: date | None) -> bool:
    """A figure is given of five people or more, and the next one once five of them were assessed anew.

    Otherwise what changed between two figures would be what changed with one of them. ``last`` is the day of the figure
    that was given last.
    """
    return len(known.levels) >= FEWEST and (last is None or known.said_after(last) >= FEWEST)


def before_and_after(was: Known, now: Known, told: int) -> tuple[float, float] | None:
    """The difference on two days, of those people alone whose level is known on both.

    ``told`` is of how many the earlier figure was given. ``None`` where one to four came or went between the two:
    beside the figures of everybody it would tell of them.
    """
    both = was.levels.keys() & now.levels.keys()
    if any(0 < number < FEWEST for number in (told - len(both), len(now.levels) - len(both))):
        return None
    first, second = (spread_of([each.levels[person] for person in both]) for each in (was, now))
    return (coarse(first.difference), coarse(second.difference)) if first and second else None


def overall(differences: Iterable[float]) -> float | None:
    """The mean of the differences of several competencies."""
    known = list(differences)
    return sum(known) / len(known) if known else None


def apart_words(difference: float | None) -> str:
    """As a difference is shown: the least says that it may be less."""
    if difference is None:
        return "–"
    return f"{NARROWEST} or less" if difference <= NARROWEST else f"{difference:.1f}"


def mean_words(mean: float) -> str:
    """As a mean is shown: both ends say that they are ends."""
    if mean <= END:
        return f"{END} or less"
    return f"{mean:.1f} or more" if mean >= HIGHEST - END else f"{mean:.1f}"


def below_words(below: int, people: int) -> str:
    """As it is shown how many are below: never that nobody is, or that all are."""
    if below <= 1:
        return f"1 or none of {people}"
    return f"{below} or all of {people}" if below >= people - 1 else f"{below} of {people}"


def _nearest(value: Fraction, parts: int) -> float:
    """To the nearest of so many parts of one, up where it lies in the middle."""
    return (value * parts + Fraction(1, 2)).__floor__() / parts
