"""Activities that wait for each other: found in a network whose dates cannot be calculated."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plumbline.engine.rules.populations import logic_links
from plumbline.engine.schedule import Activity, Schedule, Uid

Node = tuple[Uid, str]
"""An activity, or one side of a summary: what must be there before it, or what it gives."""

_BEFORE, _AFTER, _WHOLE = "before", "after", ""
_Network = Mapping[Node, Sequence[Node]]


@dataclass(frozen=True, slots=True)
class Ring:
    """``activities`` each wait for every other, in the order of the plan; ``circle`` is a shortest way round."""

    activities: tuple[Uid, ...]
    circle: tuple[Uid, ...]


def rings(schedule: Schedule) -> tuple[Ring, ...]:
    """All circles of a plan, those that share activities as one. A link on a summary holds everything below it.

    Takes time and memory in proportion to the number of activities and links.
    """
    successors = _in_question(_network(schedule))
    position = {each.uid: number for number, each in enumerate(schedule.activities)}
    found = []
    for knot in _knots(successors):
        nodes = sorted(knot, key=lambda node: (position[node[0]], node[1]))
        found.append(Ring(_uids(nodes), _uids(_way_round(successors, nodes))))
    return tuple(sorted(found, key=lambda ring: position[ring.activities[0]]))


def _network(schedule: Schedule) -> _Network:
    """What leads to what. A summary is two nodes, and everything below it lies between them."""
    successors: dict[Node, list[Node]] = defaultdict(list)
    for activity in schedule.activities:
        if activity.parent is not None and activity.active and not activity.is_level_of_effort:
            above = schedule.activity_by_uid[activity.parent]
            successors[_before(above)].append(_before(activity))
            successors[_after(activity)].append(_after(above))
    for link in logic_links(schedule):
        before, after = schedule.activity_by_uid[link.predecessor], schedule.activity_by_uid[link.successor]
        successors[_after(before)].append(_before(after))
    return successors


def _in_question(successors: _Network) -> _Network:
    """Without the nodes that nothing leads to, again and again: in a plan without circles nothing is left."""
    waiting_for = Counter(each for after in successors.values() for each in after)
    free = [node for node in successors if not waiting_for[node]]
    while free:
        for each in successors.get(free.pop(), ()):
            waiting_for[each] -= 1
            if not waiting_for[each]:
                free.append(each)
    return {node: after for node, after in successors.items() if waiting_for[node]}


def _before(activity: Activity) -> Node:
    return activity.uid, _BEFORE if activity.is_summary else _WHOLE


def _after(activity: Activity) -> Node:
    return activity.uid, _AFTER if activity.is_summary else _WHOLE


def _knots(successors: _Network) -> list[set[Node]]:
    """Sets of nodes that all lead to each other (Kosaraju's two walks), without those that lead elsewhere only."""
    predecessors: dict[Node, list[Node]] = defaultdict(list)
    for node, after in successors.items():
        for each in after:
            predecessors[each].append(node)
    taken: set[Node] = set()
    knots = []
    for root in reversed(_left_in_order(successors)):
        knot = _reached(root, predecessors, taken)
        if len(knot) > 1 or (knot and root in successors.get(root, ())):
            knots.append(knot)
    return knots


def _left_in_order(successors: _Network) -> list[Node]:
    """Every node after all that can be reached from it, as far as circles allow."""
    seen: set[Node] = set()
    left: list[Node] = []
    for root in successors:
        walk = [] if root in seen else [(root, iter(successors[root]))]
        seen.add(root)
        while walk:
            onwards = next((each for each in walk[-1][1] if each not in seen), None)
            if onwards is None:
                left.append(walk.pop()[0])
            else:
                seen.add(onwards)
                walk.append((onwards, iter(successors.get(onwards, ()))))
    return left


def _reached(root: Node, neighbours: _Network, taken: set[Node]) -> set[Node]:
    found: set[Node] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node not in taken:
            taken.add(node)
            found.add(node)
            waiting.extend(neighbours.get(node, ()))
    return found


def _way_round(successors: _Network, knot: Sequence[Node]) -> list[Node]:
    """A shortest way from the first node back to it, searched level by level inside the knot."""
    start, inside = knot[0], set(knot)
    came_from: dict[Node, Node] = {}
    waiting = deque([start])
    while start not in came_from:
        node = waiting.popleft()
        for each in successors[node]:
            if each in inside and each not in came_from:
                came_from[each] = node
                waiting.append(each)
    path = [came_from[start]]
    while path[-1] != start:
        path.append(came_from[path[-1]])
    return path[::-1]


def _uids(nodes: Sequence[Node]) -> tuple[Uid, ...]:
    """The activities of nodes, both sides of a summary as one."""
    return tuple(dict.fromkeys(uid for uid, _ in nodes))
