"""Near-critical paths: chains of activities by how far each can slip before it moves a more critical one."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass

from plumbline.engine.schedule.date_columns import DateColumns, calculate_columns
from plumbline.engine.schedule.driving import driving_nodes, longest_path
from plumbline.engine.schedule.machine import PYTHON
from plumbline.engine.schedule.model import Schedule, Uid
from plumbline.engine.schedule.network import Network, build_network
from plumbline.engine.schedule.network_columns import COMPLETE
from plumbline.engine.schedule.passes import slack


@dataclass(frozen=True, slots=True)
class FloatPath:
    """``activities`` in the order of the work. ``slack`` is how many minutes they can slip before the finish moves.

    It is counted link by link, each on the predecessor's calendar. ``joins`` is the activity of an earlier path that
    the last of them leads to; ``None`` for the longest path, which is the first.
    """

    activities: tuple[Uid, ...]
    slack: int
    joins: Uid | None = None


def float_paths(schedule: Schedule, count: int = 10) -> tuple[FloatPath, ...]:
    """At most ``count`` paths, the longest path first, each activity in one of them only.

    Each further path is the chain that comes nearest to moving one already found, followed back through the
    predecessors with the least slack. Complete activities are left out: nothing can move them. Raises what
    ``calculate`` raises. Source: docs/methods/critical-path.md.
    """
    network = build_network((schedule,))
    dates = calculate_columns(network, PYTHON)
    first = longest_path(network, dates.early[1], dates.finish[0], driving_nodes(network, dates.drives), 0)
    return tuple(_Paths(network, dates, first).most_critical(count))


class _Paths:
    def __init__(self, network: Network, dates: DateColumns, first: list[int]) -> None:
        self.network = network
        self.dates = dates
        self.first = first
        self.slack_of = dict.fromkeys(first, 0)
        self.open: list[tuple[int, int, int]] = []

    def most_critical(self, count: int) -> Iterator[FloatPath]:
        yield FloatPath(self._uids(self.first), 0)
        for node in self.first:
            self._open(node)
        found = 1
        while self.open and found < count:
            whole_slack, node, joined = heapq.heappop(self.open)
            if node in self.slack_of:
                continue
            path = self._followed_back(node, whole_slack)
            if activities := self._uids(path):
                found += 1
                (joins,) = self._uids([joined]) or (None,)
                yield FloatPath(activities, whole_slack, joins)

    def _followed_back(self, node: int, whole_slack: int) -> list[int]:
        path = [node]
        self.slack_of[node] = whole_slack
        while before := min(self._before(path[-1]), default=None):
            self.slack_of[before[1]] = whole_slack + before[0]
            path.append(before[1])
        for each in path:
            self._open(each)
        return path[::-1]

    def _open(self, node: int) -> None:
        for tie_slack, before in self._before(node):
            heapq.heappush(self.open, (self.slack_of[node] + tie_slack, before, node))

    def _before(self, node: int) -> list[tuple[int, int]]:
        """The predecessors in no path yet, with the slack of their ties to ``node``."""
        net = self.network.columns
        ties = net.in_tie[net.in_first[node] : net.in_first[node + 1]]
        return [
            (max(0, slack(net, self.network.horizon.columns, tie, *self.dates.early)), net.tie_from[tie])
            for tie in ties
            if net.tie_from[tie] not in self.slack_of and not net.flags[net.tie_from[tie]] & COMPLETE
        ]

    def _uids(self, path: list[int]) -> tuple[Uid, ...]:
        return tuple(activity.uid for node in path if (activity := self.network.activity[node]))
