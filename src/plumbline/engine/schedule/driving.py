"""Driving predecessors, and the longest path they form."""

from __future__ import annotations

from collections.abc import Sequence

from plumbline.engine.schedule.network import Network


def driving_nodes(network: Network, drives: Sequence[int]) -> list[list[int]]:
    """For each node the predecessors that drive it, by which ties do. A joint stands for what drives it."""
    net, activity = network.columns, network.activity
    drivers: list[list[int]] = [[] for _ in activity]
    for node in net.order:
        for tie in net.in_tie[net.in_first[node] : net.in_first[node + 1]]:
            if drives[tie]:
                driver = net.tie_from[tie]
                drivers[node] += [driver] if activity[driver] else drivers[driver]
    return drivers


def longest_path(
    network: Network, early_finishes: Sequence[int], finish: int, drivers: list[list[int]], project: int
) -> list[int]:
    """The nodes from which driving ties lead to the ``finish`` of ``project``, in network order.

    Source: AACE 49R-06, which prefers it to float where there are several calendars or constraints.
    """
    found = {
        node
        for node, its_project in enumerate(network.project)
        if its_project == project and early_finishes[node] >= finish and network.counts(node)
    }
    open_ends = list(found)
    while open_ends:
        for node in drivers[open_ends.pop()]:
            if node not in found:
                found.add(node)
                open_ends.append(node)
    return [node for node in network.columns.order if node in found]
