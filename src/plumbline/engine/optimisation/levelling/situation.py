"""Plans as they stand before they are levelled: their network, what they need, and what may be moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from plumbline.engine.calendars.work_horizon import to_minutes
from plumbline.engine.optimisation.levelling.demand import Demand, demand_of
from plumbline.engine.optimisation.levelling.skills import Sharing, TooManySkills
from plumbline.engine.schedule import ConstraintKind, Link, Schedule
from plumbline.engine.schedule.date_columns import calculate_columns
from plumbline.engine.schedule.network import Network, build_network
from plumbline.engine.schedule.network_columns import NONE


class CannotLevel(ValueError):
    """The plans cannot be levelled; the message names what is in the way and what to do."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of one plan: when it is due (its own finish without limits of resources, if nothing is said), and
    how much each day that it is late counts."""

    due: datetime | None = None
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Situation:
    """The plans before any grid is laid over them.

    ``early`` and ``early_finish`` are the dates of each node in minutes as if resources had no limit; ``movable`` says
    which nodes levelling may place.
    """

    plans: tuple[Schedule, ...]
    network: Network
    demand: Demand
    early: list[int]
    early_finish: list[int]
    finishes: list[int]
    movable: NDArray[np.bool_]
    wishes: tuple[Wish, ...]

    def needs_of(self, node: int) -> Mapping[int, int]:
        activity = self.network.activity[node]
        return {} if activity is None else self.demand.needs[self.network.project[node]].get(activity.uid, {})

    def is_over(self, node: int) -> bool:
        activity = self.network.activity[node]
        return activity is None or activity.is_complete or not activity.active

    def stays_at(self, node: int) -> tuple[int, int]:
        """From when to when, in minutes, the work that is left of a node that may not be moved goes on."""
        start, finish = self.early[node], self.early_finish[node]
        resume = self.network.columns.resume[node]
        return max(start, min(finish, resume)) if resume != NONE else start, finish

    def due_of(self, project: int) -> int:
        """In minutes."""
        wished = self.wishes[project].due
        return to_minutes(wished) if wished else self.finishes[project]


def situation_of(
    plans: Sequence[Schedule],
    links_between: Iterable[Link] = (),
    wishes: Sequence[Wish] = (),
    sharing: Sharing | None = None,
) -> Situation:
    """Raises LoopInSchedule, OutOfWorkingTime, and CannotLevel where there is nothing to be placed."""
    network = build_network(plans, links_between)
    dates = calculate_columns(network)
    movable = np.array([_may_move(network, node) for node in range(len(network.activity))], dtype=np.bool_)
    if not any(movable[node] and network.activity[node] for node in range(len(movable))):
        raise CannotLevel("No activity is left to be placed: all have begun, or their dates are fixed.")
    asked = tuple(wishes) + (Wish(),) * (len(plans) - len(wishes))
    return Situation(
        tuple(plans),
        network,
        _demand(plans, sharing),
        list(dates.early[0]),
        list(dates.early[1]),
        list(dates.finish),
        movable,
        asked,
    )


def _demand(plans: Sequence[Schedule], sharing: Sharing | None) -> Demand:
    try:
        return demand_of(plans, sharing)
    except TooManySkills as reason:
        raise CannotLevel(str(reason)) from reason


def _may_move(network: Network, node: int) -> bool:
    activity = network.activity[node]
    if activity is None:
        return True
    if activity.is_started or activity.external or network.columns.fixed_start[node] != NONE:
        return False
    pinned = (ConstraintKind.MUST_START_ON, ConstraintKind.MUST_FINISH_ON)
    return not any(each.kind in pinned for each in activity.constraints)
