"""Runs the genetic search: a first population from priority rules, generations, a fresh start when nothing moves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from plumbline.engine.optimisation.levelling import columns as at
from plumbline.engine.optimisation.levelling.columns import Columns
from plumbline.engine.optimisation.levelling.genetic import MODULUS
from plumbline.engine.optimisation.levelling.machine import Machine
from plumbline.engine.optimisation.levelling.passes import NOWHERE
from plumbline.engine.optimisation.levelling.rules import Rule, ranks
from plumbline.engine.optimisation.levelling.schemes import SlotsRunOut, workspace
from plumbline.engine.stopping import GoingOn, go_on_or_stop

Starts = NDArray[np.int64]
_LARGEST_POPULATION, _SMALLEST_POPULATION, _LISTS_IN_ALL = 1_000, 40, 120_000
_GENERATIONS_WITHOUT_GAIN = 60
_STEPS_IN_A_BREATH = {"numba": 60_000_000, "Python": 200_000}
_NO_COST = 2**62


@dataclass(frozen=True, slots=True)
class Found:
    """Starts in slots by activity, their cost, how many lists were tried, and whether nothing can be better."""

    starts: Starts
    cost: int
    tried: int
    proven: bool


@dataclass(frozen=True, slots=True)
class Effort:
    """How long to search: ``generations``, a whole population of children each, or until ``enough`` says so.

    Without either it is 100 generations. ``population`` is chosen by the size of the problem if it is not given. The
    same ``seed``, ``generations`` and ``population`` give the same schedule everywhere.
    ``going_on`` follows the search and may stop it for good; it is told children, of how many if that is known.
    """

    seed: int = 0
    generations: int | None = None
    population: int | None = None
    enough: Callable[[], bool] | None = None
    going_on: GoingOn | None = None

    @property
    def most_generations(self) -> int:
        if self.generations is not None:
            return self.generations
        return 100 if self.enough is None else 2**40

    def is_enough(self) -> bool:
        return self.enough is not None and self.enough()


def search(columns: Columns, effort: Effort, machine: Machine) -> Found:
    """The best schedule found. Raises SlotsRunOut, and ``Stopped`` when ``effort.going_on`` says so."""
    return _Search(columns, effort, machine).run()


class _Search:
    def __init__(self, columns: Columns, effort: Effort, machine: Machine) -> None:
        self.columns, self.effort, self.machine = columns, effort, machine
        self.work = workspace(columns)
        self.state = np.array([effort.seed % (MODULUS - 1) + 1], dtype=np.int64)
        count = max(1, len(columns.order))
        size = effort.population or _population(count)
        self.lists = np.zeros((size, len(columns.order)), dtype=np.int64)
        self.costs = np.full(size, _NO_COST, dtype=np.int64)
        self.best = np.full(len(columns.activities) + 1, _NO_COST, dtype=np.int64)
        self.tried = 0
        self.breath = self._children_in_a_breath()

    def run(self) -> Found:
        generations = 0
        self._breathe()
        self._populate(fresh=True)
        quiet = 0
        while generations < self.effort.most_generations and not self._is_over():
            before = int(self.costs.sum())
            self._breed()
            generations += 1
            quiet = quiet + 1 if int(self.costs.sum()) == before or self._is_uniform() else 0
            if quiet >= _GENERATIONS_WITHOUT_GAIN:
                self._populate(fresh=False)
                quiet = 0
        return Found(self.best[1:].copy(), int(self.best[0]), self.tried, self._is_proven())

    def _is_over(self) -> bool:
        return self._is_proven() or self.effort.is_enough()

    def _is_proven(self) -> bool:
        return bool(self.best[0] <= self.columns.settings[at.BOUND])

    def _is_uniform(self) -> bool:
        return bool(self.costs.min() == self.costs.max())

    def _populate(self, *, fresh: bool) -> None:
        """By each rule once, then by latest start with more and more chance."""
        count = len(self.columns.order)
        by_rules = [ranks(self.columns, rule) for rule in Rule] if fresh else []
        latest_start = ranks(self.columns, Rule.LATEST_START)
        for member in range(len(self.lists)):
            rank, spread = latest_start, 2 + count * member // len(self.lists)
            if member < len(by_rules):
                rank, spread = by_rules[member], 1
            cost = self.machine.begin(self.columns, self.work, rank, self.lists[member], self.state, spread)
            if cost == NOWHERE:
                raise SlotsRunOut
            self.costs[member] = cost
            if cost < self.best[0]:
                self.machine.remember(self.work, self.best, cost)
            self.tried += 1
            if self._is_proven() or (member >= len(by_rules) and member % 8 == 0 and self._breathe()):
                break

    def _breed(self) -> None:
        """One generation; between breaths the caller is asked whether to go on."""
        left = len(self.lists)
        while left > 0 and not self._is_proven():
            children = min(left, self.breath)
            self.machine.breed(self.columns, self.work, self.lists, self.costs, self.best, self.state, children)
            left -= children
            self.tried += children
            if self._breathe():
                return

    def _breathe(self) -> bool:
        total = self.effort.generations
        every = len(self.lists) * (total + 1) if total is not None else self.tried
        go_on_or_stop(self.effort.going_on, self.tried, every)
        return self.effort.is_enough()

    def _children_in_a_breath(self) -> int:
        """So many that a breath takes less than a quarter of a second."""
        activities = self.columns.activities
        needs = activities[:, at.NEEDS_END] - activities[:, at.NEEDS] + 2
        steps = 4 * int((activities[:, at.DURATION] * needs).sum()) + 60 * len(activities)
        return max(1, _STEPS_IN_A_BREATH[self.machine.name] // max(1, steps))


def _population(count: int) -> int:
    """Ten lists for each activity, but not more than a large problem can try again and again."""
    return max(_SMALLEST_POPULATION, min(10 * count, _LARGEST_POPULATION, _LISTS_IN_ALL // count))
