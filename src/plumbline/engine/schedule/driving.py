"""Driving predecessors, and the longest path they form."""

from __future__ import annotations

from plumbline.engine.schedule.forward_pass import EarlyDates


def driving_nodes(early: EarlyDates) -> list[list[int]]:
    """For each node the predecessors without slack towards it: they hold its early dates where they are.

    A complete predecessor drives nothing any more, and nothing drives a node with fixed dates. The joint between two
    linked summaries stands for what drives it.
    """
    network = early.network
    drivers: list[list[int]] = [[] for _ in network.order]
    for node in network.order:
        if not network.fixed[node]:
            for driver in _drivers(node, early):
                drivers[node] += [driver] if network.activity[driver] else drivers[driver]
    return drivers


def longest_path(early: EarlyDates, drivers: list[list[int]], project_finish: int) -> list[int]:
    """The nodes from which driving ties lead to the finish, in network order (AACE 49R-06: longest path)."""
    network = early.network
    found = {node for node in network.order if early.finish[node] >= project_finish and network.counts(node)}
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
