"""What may be said of the answers of groups, so that nobody can work out what one person has answered.

Data in, what may be shown out. The attacks that this is against stand in docs/methods/anonymity.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from fractions import Fraction
from typing import TypeVar

LEAST = 5
"""Fewer answers than these are never shown, nor anything from which they follow."""
LOWEST, HIGHEST = 1.5, 4.5
"""Beyond these a mean would say that all answered alike, so they stand for "or less" and "or more"."""

Name = TypeVar("Name")


def publishable(groups: Mapping[Name, Set[int]], least: int = LEAST) -> tuple[Name, ...]:
    """Which of the groups may be shown together, looked at in the order given: the first comes first.

    ``groups`` are those who answered, by name. An atom is whoever is in exactly the same of the shown groups. Each atom
    holds nobody or at least ``least``; so does every union, overlap and difference of shown groups, for it consists of
    atoms. A group that would break this is left out whole (secondary suppression).
    """
    shown: list[Name] = []
    for name, members in groups.items():
        if members and all(held >= least for held in atoms([*(groups[each] for each in shown), members]).values()):
            shown.append(name)
    return tuple(shown)


def differ_by_few(before: Set[int], now: Set[int], least: int = LEAST) -> bool:
    """Whether one to ``least - 1`` people are in only one of two groups that were asked at different times.

    What differs between the two would be said to be theirs. Groups of the same people do not differ, and groups that
    have nobody in common do not either.
    """
    return not before.isdisjoint(now) and any(0 < len(each) < least for each in (before - now, now - before))


def atoms(groups: Sequence[Set[int]]) -> Counter[tuple[bool, ...]]:
    """How many are in exactly which of the groups; whoever is in none is not counted."""
    everybody = frozenset[int]().union(*groups)
    return Counter(tuple(each in group for group in groups) for each in everybody)


def coarse_mean(counts: Sequence[int], least: int = LEAST) -> float | None:
    """The mean of answers from 1 to 5 to the nearest half (up at a quarter), no less than 1.5 and no more than 4.5.

    ``counts``: how many answered 1, 2, 3, 4 and 5. ``None`` for fewer than ``least`` answers. No such
    mean says for sure what anybody answered, not even where all answered alike.

    Raises ``ValueError`` unless there are five counts, none below zero.
    """
    if len(counts) != 5 or min(counts) < 0:
        raise ValueError("Five counts are needed, none of them below zero.")
    number = sum(counts)
    if number < least:
        return None
    mean = Fraction(sum(value * count for value, count in enumerate(counts, start=1)), number)
    halves = (2 * mean + Fraction(1, 2)).__floor__()
    return min(max(halves / 2, LOWEST), HIGHEST)


def coarse_words(mean: float) -> str:
    """As it is shown: both ends say that they are ends."""
    if mean <= LOWEST:
        return f"{LOWEST} or less"
    return f"{HIGHEST} or more" if mean >= HIGHEST else f"{mean:.1f}"
