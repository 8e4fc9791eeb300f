"""The order in which a network can be calculated, or the loop that forbids it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

from plumbline.engine.schedule.model import InvalidSchedule, Uid


class LoopInSchedule(InvalidSchedule):
    """Activities that wait for each other. ``activities`` are their uids, each the predecessor of the next."""

    def __init__(self, activities: tuple[Uid, ...], names: Sequence[str]) -> None:
        super().__init__("the links form a loop: " + " -> ".join([*names, names[0]]))
        self.activities = activities


def order_of(
    predecessors: Sequence[Sequence[int]],
    successors: Sequence[Sequence[int]],
    raise_loop: Callable[[Sequence[int]], None],
) -> list[int]:
    """Every node after all its predecessors, otherwise in the given order. Calls ``raise_loop`` with a loop, if any."""
    waiting = [len(each) for each in predecessors]
    ready = deque(node for node, count in enumerate(waiting) if count == 0)
    order: list[int] = []
    while ready:
        node = ready.popleft()
        order.append(node)
        for successor in successors[node]:
            waiting[successor] -= 1
            if waiting[successor] == 0:
                ready.append(successor)
    if len(order) < len(waiting):
        raise_loop(_loop(predecessors, {node for node, count in enumerate(waiting) if count}))
    return order


def _loop(predecessors: Sequence[Sequence[int]], stuck: set[int]) -> list[int]:
    """Walk back from a stuck node: each has a stuck predecessor, so the walk must come round."""
    node = min(stuck)
    path: list[int] = []
    seen_at: dict[int, int] = {}
    while node not in seen_at:
        seen_at[node] = len(path)
        path.append(node)
        node = next(each for each in predecessors[node] if each in stuck)
    loop = path[seen_at[node] :][::-1]
    first = loop.index(min(loop))
    return loop[first:] + loop[:first]
