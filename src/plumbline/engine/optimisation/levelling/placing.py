"""Slots back to instants."""

from __future__ import annotations

import numpy as np

from plumbline.engine.calendars import WorkCalendar
from plumbline.engine.calendars.work_horizon import to_datetime
from plumbline.engine.optimisation.levelling import columns as at
from plumbline.engine.optimisation.levelling.checker import Key, Placed
from plumbline.engine.optimisation.levelling.model import Model
from plumbline.engine.optimisation.levelling.schemes import Starts
from plumbline.engine.optimisation.levelling.situation import Situation


def key_of(situation: Situation, node: int) -> Key | None:
    activity = situation.network.activity[node]
    return None if activity is None else (situation.network.project[node], activity.uid)


def placed_at(model: Model, starts: Starts) -> dict[Key, Placed]:
    """When each activity is worked on; of those that stay where they are, the work that is left."""
    situation = model.situation
    found: dict[Key, Placed] = {}
    for node in range(len(starts)):
        key = key_of(situation, node)
        if key is None:
            continue
        if situation.movable[node]:
            start, finish = _span(model, node, int(starts[node]))
        else:
            start, finish = situation.stays_at(node)
        found[key] = Placed(to_datetime(start), to_datetime(finish), bool(situation.movable[node]))
    return found


def _span(model: Model, node: int, slot: int) -> tuple[int, int]:
    net, grid = model.situation.network.columns, model.grid
    start = int(grid.begins[slot])
    if net.duration[node] == 0:
        end = int(grid.ends[slot])
        start = end if _may_end_a_window(model, node, end) else start
        return start, start
    return start, model.situation.network.horizon.add(net.calendar[node], start, net.duration[node])


def _may_end_a_window(model: Model, node: int, end: int) -> bool:
    """A milestone stands where its predecessors finish rather than at the next hour of work, if nothing forbids it."""
    net = model.situation.network.columns
    row = model.columns.activities[node]
    into = model.columns.into[row[at.IN] : row[at.IN_END]]
    only_finishes = len(into) > 0 and bool(np.all((into[:, at.KIND] & at.FROM_START) == 0))
    return (
        only_finishes
        and not into[:, at.SHIFT].any()
        and end >= max(net.earliest[node], net.start_floor[node], net.finish_floor[node])
    )


def calendars_of(situation: Situation) -> dict[Key, WorkCalendar]:
    """In whose time an activity is worked on that follows its resources."""
    found: dict[Key, WorkCalendar] = {}
    for project, followers in enumerate(situation.network.places.of_resources):
        for uid, (calendar, _) in followers.items():
            found[project, uid] = situation.network.places.calendars[calendar]
    return found
