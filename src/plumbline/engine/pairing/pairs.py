"""The best pairs of all that are possible."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

import numpy as np

from plumbline.engine.pairing.assignment import best_assignment
from plumbline.engine.pairing.fit import fit_of, load_of, may_pair
from plumbline.engine.pairing.people import Mentee, Mentor

Somebody = TypeVar("Somebody", Mentor, Mentee)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people by their numbers, with what speaks for and against their being a pair."""

    mentor: int
    mentee: int
    reasons: tuple[str, ...]
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pairing:
    """``without``: mentees for whom nobody is left. ``points``: the sum that no other pairing of as many exceeds."""

    pairs: tuple[Pair, ...]
    without: tuple[int, ...]
    points: int


def pair_up(
    mentors: Iterable[Mentor],
    mentees: Iterable[Mentee],
    refused: Collection[tuple[int, int]] = (),
    *,
    goal_needed: bool = True,
) -> Pairing:
    """As many pairs as the hard rules allow, and of these the ones that fit best in all.

    Hard: nobody with themselves, no reporting line either way, a common language, no mentor beyond their capacity, none
    of ``refused`` (mentor, mentee), and where ``goal_needed``, a goal that the mentor offers. Soft: goals met by
    strengths, another unit, the same location, languages, and mentors who have few mentees. People are taken by their
    numbers, so the order in which they come does not matter. Raises ``ValueError`` if a number comes twice.
    Source: docs/methods/pairing.md.
    """
    givers, takers = _by_number(mentors), _by_number(mentees)
    never = frozenset(refused)
    places = [(at, more) for at, each in enumerate(givers) for more in range(min(each.room, len(takers)))]
    worth = np.zeros((len(takers), len(places)), dtype=np.int64)
    allowed = np.zeros(worth.shape, dtype=np.bool_)
    for row, mentee in enumerate(takers):
        fits = [_points(each, mentee, never, goal_needed) for each in givers]
        for column, (at, more) in enumerate(places):
            points = fits[at]
            if points is not None:
                allowed[row, column] = True
                worth[row, column] = points - load_of(givers[at], more)
    chosen = best_assignment(worth, allowed)
    pairs = [_pair(givers[places[place][0]], takers[row]) for row, place in enumerate(chosen) if place is not None]
    without = [each.id for each, place in zip(takers, chosen, strict=True) if place is None]
    points = sum(int(worth[row, place]) for row, place in enumerate(chosen) if place is not None)
    return Pairing(tuple(pairs), tuple(without), points)


def _points(mentor: Mentor, mentee: Mentee, refused: frozenset[tuple[int, int]], goal_needed: bool) -> int | None:
    if (mentor.id, mentee.id) in refused or not may_pair(mentor, mentee, goal_needed=goal_needed):
        return None
    return fit_of(mentor, mentee).points


def _pair(mentor: Mentor, mentee: Mentee) -> Pair:
    fit = fit_of(mentor, mentee)
    return Pair(mentor.id, mentee.id, fit.reasons, fit.against)


def _by_number(people: Iterable[Somebody]) -> list[Somebody]:
    found = sorted(people, key=lambda each: each.id)
    for before, after in pairwise(found):
        if before.id == after.id:
            raise ValueError(f"Number {after.id} comes twice.")
    return found
