"""Plans as one levelling problem on a grid of slots that reaches far enough."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plumbline.engine.calendars.work_calendar import MINUTES_PER_DAY
from plumbline.engine.optimisation.levelling.columns import Columns
from plumbline.engine.optimisation.levelling.grid import Grid, make_grid, windows_of
from plumbline.engine.optimisation.levelling.situation import CannotLevel, Situation
from plumbline.engine.optimisation.levelling.tables import Asked, tables
from plumbline.engine.schedule.network import Network

_ROOM_DAYS = 30


@dataclass(frozen=True, slots=True)
class Model:
    """A situation on a grid. ``asks_too_much`` are nodes that need more than there is; they get all there is."""

    situation: Situation
    grid: Grid
    columns: Columns
    asks_too_much: tuple[int, ...]


def model_of(situation: Situation, asked: Asked, *, days: int) -> Model:
    """The situation on a grid that reaches ``days`` from the first day on which anything can be placed."""
    grid = _grid(situation, days)
    columns, asks_too_much = tables(situation, grid, asked)
    return Model(situation, grid, columns, asks_too_much)


def days_needed(situation: Situation) -> int:
    """A guess at how far the grid has to reach: the critical path, and then the busiest resource one by one."""
    network = situation.network
    load = np.zeros(max(1, len(situation.demand.supplies)))
    for node in np.flatnonzero(situation.movable):
        for supply, need in situation.needs_of(int(node)).items():
            capacity = max(1, situation.demand.supplies[supply].capacity)
            load[supply] += network.columns.duration[node] * min(1.0, need / capacity)
    span = (max(situation.finishes) - _first_minute(situation)) / MINUTES_PER_DAY
    busiest = float(load.max()) / _working_minutes_a_day(network)
    return int(span + 1.5 * busiest) + _ROOM_DAYS


def _working_minutes_a_day(network: Network) -> float:
    calendars = {network.columns.calendar[node] for node in _worked(network)}
    return max(60.0, min((_minutes_a_week(network, each) for each in calendars), default=2400) / 7)


def _minutes_a_week(network: Network, calendar: int) -> int:
    return sum(end - start for day in network.places.calendars[calendar].week for start, end in day)


def _worked(network: Network) -> list[int]:
    return [node for node, duration in enumerate(network.columns.duration) if duration]


def _first_minute(situation: Situation) -> int:
    earliest: int = min(situation.network.columns.earliest[int(node)] for node in np.flatnonzero(situation.movable))
    return earliest // MINUTES_PER_DAY * MINUTES_PER_DAY


def _grid(situation: Situation, days: int) -> Grid:
    network = situation.network
    first = _first_minute(situation)
    columns = network.horizon.cover(first, first + days * MINUTES_PER_DAY)
    used = sorted({network.columns.calendar[node] for node in _worked(network)} or {network.columns.calendar[0]})
    durations = {network.columns.duration[node] for node in np.flatnonzero(situation.movable)}
    lags = {abs(each) for each in network.columns.tie_lag}
    lag_calendars = {network.columns.tie_calendar[tie] for tie, lag in enumerate(network.columns.tie_lag) if lag}
    full = {each: windows_of(columns, each) for each in {*used, *lag_calendars}}
    last = first + days * MINUTES_PER_DAY
    within = {each: full[each].between(first, last) for each in used}
    empty = [each for each, windows in within.items() if not windows.total]
    if empty:
        raise CannotLevel(f"The calendar {network.places.calendars[empty[0]].name!r} has no working time from now on.")
    return make_grid(within, full, (durations | lags) - {0}, _dates(situation, first, last))


def _dates(situation: Situation, first: int, last: int) -> set[int]:
    """When something may begin, and between which instants what cannot be moved goes on."""
    net = situation.network.columns
    dates = {situation.due_of(project) for project in range(len(situation.plans))}
    for node, movable in enumerate(situation.movable):
        if movable:
            dates |= {net.earliest[node], net.start_floor[node], net.finish_floor[node]}
        elif not situation.is_over(node):
            dates |= set(situation.stays_at(node))
    return {each for each in dates if first <= each <= last}
