"""A levelling problem as tables of numbers, as the compiled passes read it, and the tables that they write on.

All are arrays of int64. Constants name the columns of those with two dimensions. Few and large, because every array
that is handed to a compiled function costs time, both when it is compiled and when it is called.
"""

from __future__ import annotations

from typing import Any, NamedTuple

DURATION, CALENDAR, RELEASE, PROJECT, PIN, PIN_FINISH, NEEDS, NEEDS_END, IN, IN_END, OUT, OUT_END = range(12)
"""Of ``Columns.activities``; from NEEDS on, where its rows begin and end in ``needs``, ``into`` and ``out_of``."""
RESOURCE, AMOUNT = range(2)
OTHER, KIND, SHIFT = range(3)
FROM_START, TO_FINISH = 1, 2
DUE, WEIGHT, BASE_END = range(3)
TARDINESS, MUTATION, BOUND = range(3)
START, FINISH, KEPT_START, KEPT_FINISH, KEY, RANK, MARK = range(7)
END, LATEST = range(2)
NOT_PINNED = -1


class Columns(NamedTuple):
    """What is asked.

    ``works`` by calendar and slot, ``free`` by slot and resource, without what is pinned. ``into`` and ``out_of`` have
    a row for each link, sorted by successor and by predecessor: the activity at the other end, its kind (finish to
    start unless it has the bit FROM_START or TO_FINISH), its row in ``shifts``, which say where a lag leads to from
    each instant, and in ``backward``, the last instant from which it leads no further. ``order`` has the activities
    that may be moved, predecessors first; ``projects`` what each is due and counts; ``settings`` single figures.
    """

    activities: Any
    works: Any
    free: Any
    needs: Any
    into: Any
    out_of: Any
    shifts: Any
    backward: Any
    order: Any
    projects: Any
    settings: Any


class Workspace(NamedTuple):
    """What a search writes on, so that nothing is allocated while it runs.

    ``places`` by column and activity; ``used`` has the slots that may be in use, and two bounds.
    """

    free: Any
    places: Any
    order: Any
    child: Any
    buckets: Any
    ends: Any
    used: Any
