"""Driving predecessors, and the longest path they form."""

from __future__ import annotations

from plumbline.engine.schedule.forward_pass import EarlyDates


def driving_nodes(early: EarlyDates) -> list[list[int]]:
    """For each node the predecessors without slack towards it: they hold its early dates where they are.

    A complete predecessor drives nothing any more, and neither does anything a node with fixed dates.
    """
    network = early.network
    return [[] if network.fixed[node] else _drivers(node, early) for node in range(len(network.order))]


def longest_path(early: EarlyDates, drivers: list[list[int]], project_finish: int) -> list[int]:
    """The nodes from which driving ties lead to the finish, in network order (AACE 49R-06: longest path)."""
    network = early.network
    found = {
        node
        for node in network.order
        if early.finish[node] >= project_finish and (activity := network.activity[node]) and activity.active
    }
    open_ends = list(found)
    while open_ends:
        for node in drivers[open_ends.pop()]:
            if node not in found:
                found.add(node)
                open_ends.append(node)
    return [node for node in network.order if node in found]


def _drivers(node: int, early: EarlyDates) -> list[int]:
    network = early.network
    windows = network.windows[node]
    drivers: list[int] = []
    for tie in network.incoming[node]:
        predecessor = network.activity[tie.node]
        if predecessor is not None and predecessor.is_complete:
            continue
        held = early.finish[node] if tie.to_finish else early.start[node]
        bound = early.bound(tie)
        if bound >= held or (bound >= early.conventions.earliest and windows.work_between(bound, held) <= 0):
            drivers.append(tie.node)
    return drivers
