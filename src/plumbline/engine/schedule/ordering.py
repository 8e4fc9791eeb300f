"""The order in which a network can be calculated, or the loop that forbids it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate

from plumbline.engine.schedule.model import InvalidSchedule, Uid


class LoopInSchedule(InvalidSchedule):
    """Activities that wait for each other. ``activities`` are their uids, each the predecessor of the next."""

    def __init__(self, activities: tuple[Uid, ...], names: Sequence[str]) -> None:
        super().__init__("the links form a loop: " + " -> ".join([*names, names[0]]))
        self.activities = activities


def order_of(
    nodes: int,
    predecessor: Sequence[int],
    successor: Sequence[int],
    out_first: Sequence[int],
    out_tie: Sequence[int],
    raise_loop: Callable[[Sequence[int]], None],
) -> list[int]:
    """Every node after all its predecessors, otherwise in the given order. Calls ``raise_loop`` with a loop, if any.

    The ties are pairs of ``predecessor`` and ``successor``; those out of node n are named in ``out_tie`` from
    ``out_first[n]`` to ``out_first[n + 1]``.
    """
    waiting = [0] * nodes
    for node in successor:
        waiting[node] += 1
    order = [node for node, count in enumerate(waiting) if count == 0]
    for node in order:
        for tie in out_tie[out_first[node] : out_first[node + 1]]:
            after = successor[tie]
            waiting[after] -= 1
            if waiting[after] == 0:
                order.append(after)
    if len(order) < nodes:
        raise_loop(_loop(predecessor, successor, {node for node, count in enumerate(waiting) if count}))
    return order


def _loop(predecessor: Sequence[int], successor: Sequence[int], stuck: set[int]) -> list[int]:
    """Walk back from a stuck node: each has a stuck predecessor, so the walk must come round."""
    before: dict[int, int] = {}
    for start, end in zip(predecessor, successor, strict=True):
        if start in stuck:
            before.setdefault(end, start)
    node = min(stuck)
    path: list[int] = []
    seen_at: dict[int, int] = {}
    while node not in seen_at:
        seen_at[node] = len(path)
        path.append(node)
        node = before[node]
    loop = path[seen_at[node] :][::-1]
    first = loop.index(min(loop))
    return loop[first:] + loop[:first]


def grouped(ends: Sequence[int], count: int) -> tuple[list[int], list[int]]:
    """Where the ties of each node begin, and the ties by node; ``ends`` has the node of each tie."""
    numbers = [0] * (count + 1)
    for node in ends:
        numbers[node + 1] += 1
    return list(accumulate(numbers)), sorted(range(len(ends)), key=ends.__getitem__)
