"""A network and its working time as columns for passes over many iterations at once.

Instants are whole minutes from an origin that lies before every date of the network, in 32 bits. An iteration is a
*lane*: the passes hold one row of lanes per node. Where all of a network keeps one calendar, an instant is written as
twice the work done before it, plus 1 where it lies at the beginning of work rather than at its end; then arithmetic on
working time is adding and shifting.
"""

from __future__ import annotations

from typing import Any, NamedTuple

FAR = 1 << 30
"""Stands for 'no limit' where the latest instant would be; further than any instant in lanes."""

COUNTS = 1 << 14
DRAWN = 1 << 15
FINISH_BOUND = 1 << 16
SPECIAL = 1 << 17
UNDER_WAY = 1 << 18
IDLE = 1 << 19
"""Flags of a node beside those of ``network_columns``: the project lasts as long as it; its duration varies; something
holds its finish; it has a pin, a cap, an expected finish or several parts; it is an MSP task under way, whose finish
follows from its actual start; it never takes time."""

Column = Any


class LaneColumns(NamedTuple):
    """As ``NetworkColumns``; ``begun`` is the work before the rest of a task under way, ``interruption`` the gaps
    in what is left, ``part_share`` what part of the duration each part takes, ``push_row`` the row of a node's own
    floors in lanes (-1 without). ``cells`` and ``works`` say where the entries of a calendar begin in ``LaneWork``."""

    order: Column
    flags: Column
    cells: Column
    works: Column
    start_floor: Column
    finish_floor: Column
    start_limit: Column
    finish_limit: Column
    start_cap: Column
    finish_cap: Column
    start_pin: Column
    finish_pin: Column
    fixed_start: Column
    fixed_finish: Column
    expected_finish: Column
    begun: Column
    interruption: Column
    part_first: Column
    part_cells: Column
    part_works: Column
    part_share: Column
    in_first: Column
    in_tie: Column
    out_first: Column
    out_tie: Column
    tie_from: Column
    tie_to: Column
    tie_flags: Column
    tie_lag: Column
    tie_cells: Column
    tie_works: Column
    push_row: Column


class LaneWork(NamedTuple):
    """Working time in cells of ``grain`` minutes, each wholly work or wholly not.

    ``reached`` has for each cell of each calendar twice the work before it, plus 1 where it is work itself; ``begins``
    has for each cell of work when it begins.
    """

    grain: int
    cells_per_minute: float
    reached: Column
    begins: Column
