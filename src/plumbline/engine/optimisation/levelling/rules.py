"""Priority rules: which of the activities that could be next goes first. Source: docs/methods/levelling.md."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from plumbline.engine.optimisation.levelling.columns import (
    DUE,
    DURATION,
    IN,
    IN_END,
    KIND,
    OTHER,
    OUT,
    OUT_END,
    PROJECT,
    RELEASE,
    TARDINESS,
    TO_FINISH,
    WEIGHT,
    Columns,
)

Ranks = NDArray[np.int64]
_MOST_FOR_ALL_SUCCESSORS = 20_000


class Rule(StrEnum):
    """What is to go first."""

    LATEST_START = "latest start"
    LATEST_FINISH = "latest finish"
    MIN_SLACK = "minimum slack"
    MOST_TOTAL_SUCCESSORS = "most total successors"
    POSITIONAL_WEIGHT = "greatest rank positional weight"
    SHORTEST = "shortest duration"
    DUE_DATE = "project due date"
    PRIORITY = "project priority"


class Bounds(NamedTuple):
    """Earliest and latest starts in slots as if resources were no matter.

    Late is towards the end of all, or where tardiness counts towards what the project is due.
    """

    early: Ranks
    late: Ranks


def ranks(columns: Columns, rule: Rule) -> Ranks:
    """The rank of each activity by ``rule``, 0 for the first; ties go by latest start, then as the network runs."""
    within = bounds(columns)
    keys = _KEYS[rule](columns, within)
    order = columns.order
    chosen = np.lexsort((np.arange(len(order)), within.late[order], keys[order]))
    found = np.zeros(len(columns.activities), dtype=np.int64)
    found[order[chosen]] = np.arange(len(order))
    return found


def bounds(columns: Columns) -> Bounds:
    """By links as start to start lags in slots; time in which nobody works is not looked at, so this only ranks."""
    activities = columns.activities
    duration = activities[:, DURATION]
    early = activities[:, RELEASE].copy()
    for activity in columns.order:
        for link in columns.into[activities[activity, IN] : activities[activity, IN_END]]:
            early[activity] = max(early[activity], early[link[OTHER]] + _lag(columns, link, link[OTHER], activity))
    end = int((early + duration).max(initial=0))
    ends = columns.projects[activities[:, PROJECT], DUE] if columns.settings[TARDINESS] else np.full(len(duration), end)
    late = np.asarray(ends - duration, dtype=np.int64)
    for activity in columns.order[::-1]:
        for link in columns.out_of[activities[activity, OUT] : activities[activity, OUT_END]]:
            late[activity] = min(late[activity], late[link[OTHER]] - _lag(columns, link, activity, link[OTHER]))
    return Bounds(early, late)


def _lag(columns: Columns, link: Any, before: int, after: int) -> int:
    """From start to start; that of the lag is read off in the middle of the grid, where it is not cut short."""
    row = columns.shifts[link[2]]
    middle = len(row) // 3
    lag = int(row[middle]) - middle
    if not link[KIND] & 1:
        lag += int(columns.activities[before, DURATION])
    if link[KIND] & TO_FINISH:
        lag -= int(columns.activities[after, DURATION])
    return lag


def _most_successors(columns: Columns, within: Bounds) -> Ranks:
    """Who comes after whom is a bit each; of more activities than that takes little memory for, only who comes next."""
    activities = columns.activities
    if len(activities) > _MOST_FOR_ALL_SUCCESSORS:
        return np.asarray(activities[:, OUT] - activities[:, OUT_END], dtype=np.int64)
    after = [0] * len(activities)
    for activity in columns.order[::-1].tolist():
        for other in columns.out_of[activities[activity, OUT] : activities[activity, OUT_END], OTHER].tolist():
            after[activity] |= after[other] | 1 << other
    return np.array([-each.bit_count() for each in after], dtype=np.int64)


def _positional_weight(columns: Columns, within: Bounds) -> Ranks:
    """The activity's own duration and those of its direct successors (Helgeson and Birnie)."""
    duration = columns.activities[:, DURATION]
    weight = duration.copy()
    for activity in columns.order:
        for link in columns.out_of[columns.activities[activity, OUT] : columns.activities[activity, OUT_END]]:
            weight[activity] += duration[link[OTHER]]
    return np.asarray(-weight, dtype=np.int64)


def _of_project(columns: Columns, column: int) -> Ranks:
    return np.asarray(columns.projects[columns.activities[:, PROJECT], column], dtype=np.int64)


_KEYS: dict[Rule, Callable[[Columns, Bounds], Ranks]] = {
    Rule.LATEST_START: lambda columns, within: within.late,
    Rule.LATEST_FINISH: lambda columns, within: within.late + columns.activities[:, DURATION],
    Rule.MIN_SLACK: lambda columns, within: within.late - within.early,
    Rule.MOST_TOTAL_SUCCESSORS: _most_successors,
    Rule.POSITIONAL_WEIGHT: _positional_weight,
    Rule.SHORTEST: lambda columns, within: columns.activities[:, DURATION],
    Rule.DUE_DATE: lambda columns, within: _of_project(columns, DUE),
    Rule.PRIORITY: lambda columns, within: -_of_project(columns, WEIGHT),
}
