"""What is asked of people beside what they can do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction
from typing import Any

import numpy as np
import numpy.typing as npt

from plumbline.engine.capacity.slots import Ints


class Load(IntEnum):
    """How full a period is; by number, so that whole tables can be held as columns."""

    NOTHING = 0
    FREE = 1
    FULL = 2
    OVER = 3
    FAR_OVER = 4
    AWAY = 5


@dataclass(frozen=True, slots=True)
class Limits:
    """From which share of the capacity on a period is full, and beyond which over and far over; per cent."""

    full: int = 80
    over: int = 100
    far_over: int = 120


USUAL = Limits()


def loads(free: Ints, asked: Ints, limits: Limits = USUAL) -> npt.NDArray[np.int8]:
    """A ``Load`` for each cell of two tables of one shape, in minutes.

    Shares are compared exactly. Where nobody can work and nothing is asked, a cell is away; where something is asked
    all the same, it is far over.
    """
    share, scaled = asked * 100, free
    found = np.full(np.shape(free), Load.FREE, dtype=np.int8)
    found[share >= scaled * limits.full] = Load.FULL
    found[share > scaled * limits.over] = Load.OVER
    found[share > scaled * limits.far_over] = Load.FAR_OVER
    found[asked == 0] = Load.NOTHING
    found[(asked == 0) & (free == 0)] = Load.AWAY
    return found


def excess(free: Ints, asked: Ints) -> Ints:
    """Minutes beyond capacity in each cell; never negative."""
    beyond: Ints = np.maximum(asked - free, 0)
    return beyond


def utilisation(free: Ints, asked: Ints) -> Fraction | None:
    """What is asked over what there is; unknown where there is nothing."""
    there = int(np.sum(free))
    return Fraction(int(np.sum(asked)), there) if there else None


def summed(rows: Ints, groups: Mapping[Any, list[int]]) -> Ints:
    """One row for each group, the sum of its rows; in the order of the groups."""
    table = [rows[numbers].sum(axis=0) for numbers in groups.values()]
    return np.array(table, dtype=np.int64).reshape(len(groups), rows.shape[1])
