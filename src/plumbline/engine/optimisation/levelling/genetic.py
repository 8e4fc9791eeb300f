"""A genetic search over activity lists: serial generation, forward-backward improvement, two-point crossover.

Written for machine code like ``passes``, and with its own random numbers, so that the same seed gives the same
schedule in machine code and in plain Python. Source: docs/methods/levelling.md.
"""

from __future__ import annotations

from typing import Any

from plumbline.engine.optimisation.levelling.columns import (
    BASE_END,
    BOUND,
    DUE,
    END,
    FINISH,
    IN,
    IN_END,
    KEPT_FINISH,
    KEPT_START,
    KEY,
    LATEST,
    MARK,
    MUTATION,
    OTHER,
    OUT,
    OUT_END,
    PIN,
    PROJECT,
    RANK,
    START,
    TARDINESS,
    WEIGHT,
)
from plumbline.engine.optimisation.levelling.passes import NOWHERE, serial, serial_backward

MODULUS, MULTIPLIER = 2_147_483_647, 48_271
ROUNDS_OF_IMPROVEMENT = 3


def draw(state: Any, below: int) -> int:
    """A random whole number from 0 up to ``below``; the generator of Park and Miller."""
    state[0] = state[0] * MULTIPLIER % MODULUS
    return state[0] * below // MODULUS  # type: ignore[no-any-return]


def cost_of(p: Any, w: Any) -> int:
    """The makespan in slots; where it counts, the weighted tardiness of the projects comes first."""
    for project in range(p.projects.shape[0]):
        w.ends[END, project] = p.projects[project, BASE_END]
    for activity in range(p.activities.shape[0]):
        project = p.activities[activity, PROJECT]
        w.ends[END, project] = max(w.ends[END, project], w.places[FINISH, activity])
    tardiness = makespan = 0
    for project in range(p.projects.shape[0]):
        end = w.ends[END, project]
        makespan = max(makespan, end)
        tardiness += p.projects[project, WEIGHT] * max(0, end - p.projects[project, DUE])
    return tardiness * p.settings[TARDINESS] + makespan  # type: ignore[no-any-return]


def order_by(p: Any, w: Any, keys: int, order: Any) -> None:
    """Sort the activities into ``order`` by the ``keys`` of ``w.places``, but none before its predecessors.

    This is the order in which serial generation takes what may be taken, the lowest key first. Ties go as the network
    runs. Sorted by counting, since keys are slots or ranks.
    """
    highest = 0
    for place in range(order.shape[0]):
        activity = p.order[place]
        key = w.places[keys, activity]
        for link in range(p.activities[activity, IN], p.activities[activity, IN_END]):
            before = p.into[link, OTHER]
            if p.activities[before, PIN] < 0:
                key = max(key, w.places[KEY, before])
        w.places[KEY, activity] = key
        highest = max(highest, key)
    for key in range(highest + 2):
        w.buckets[key] = 0
    for place in range(order.shape[0]):
        w.buckets[w.places[KEY, p.order[place]] + 1] += 1
    for key in range(highest):
        w.buckets[key + 1] += w.buckets[key]
    for place in range(order.shape[0]):
        activity = p.order[place]
        key = w.places[KEY, activity]
        order[w.buckets[key]] = activity
        w.buckets[key] += 1


def decode(p: Any, w: Any, order: Any) -> int:
    """The cost of the schedule of ``order`` after improvement; ``order`` becomes that of its starts."""
    if not serial(p, w, order):
        return NOWHERE
    cost = cost_of(p, w)
    keep(w)
    for _ in range(ROUNDS_OF_IMPROVEMENT):
        better = improve(p, w)
        if better == NOWHERE or better > cost:
            break
        keep(w)
        if better == cost:
            break
        cost = better
    order_by(p, w, KEPT_START, order)
    return cost


def keep(w: Any) -> None:
    for activity in range(w.places.shape[1]):
        w.places[KEPT_START, activity] = w.places[START, activity]
        w.places[KEPT_FINISH, activity] = w.places[FINISH, activity]


def improve(p: Any, w: Any) -> int:
    """Shift everything as late as its project's end allows, then as early as it can; the new cost."""
    makespan = 0
    for project in range(p.projects.shape[0]):
        makespan = max(makespan, w.ends[END, project])
    for project in range(p.projects.shape[0]):
        by_project = max(w.ends[END, project], p.projects[project, DUE])
        w.ends[LATEST, project] = min(p.free.shape[0], by_project if p.settings[TARDINESS] else makespan)
    order_by(p, w, FINISH, w.order)
    if not serial_backward(p, w, w.order):
        return NOWHERE
    order_by(p, w, START, w.order)
    return cost_of(p, w) if serial(p, w, w.order) else NOWHERE


def cross(w: Any, mother: Any, father: Any, first: int, last: int) -> None:
    """Up to ``first`` the order of the mother, up to ``last`` that of the father, then that of the mother again."""
    for activity in range(w.places.shape[1]):
        w.places[MARK, activity] = 0
    for place in range(first):
        w.child[place] = mother[place]
        w.places[MARK, mother[place]] = 1
    done = append(w, father, first, last)
    append(w, mother, done, mother.shape[0])


def append(w: Any, parent: Any, done: int, last: int) -> int:
    """Those of ``parent`` that the child does not have yet, until it has ``last``; how many it has."""
    for place in range(parent.shape[0]):
        if done >= last:
            break
        if w.places[MARK, parent[place]] == 0:
            w.child[done] = parent[place]
            w.places[MARK, parent[place]] = 1
            done += 1
    return done


def mutate(p: Any, order: Any, state: Any) -> None:
    """Swap neighbours of the list that no link ties, each with the same small chance."""
    for place in range(order.shape[0] - 1):
        if draw(state, 1000) < p.settings[MUTATION] and not linked(p, order[place], order[place + 1]):
            order[place], order[place + 1] = order[place + 1], order[place]


def linked(p: Any, before: int, after: int) -> bool:
    for link in range(p.activities[before, OUT], p.activities[before, OUT_END]):
        if p.out_of[link, OTHER] == after:
            return True
    return False


def shift_project(p: Any, w: Any, parent: Any, state: Any) -> None:
    """The order of ``parent``, but with all of one project's activities earlier or later by as many places."""
    count = parent.shape[0]
    project, span = draw(state, p.projects.shape[0]), 1 + draw(state, 1 + count // 4)
    later = draw(state, 2)
    for place in range(count):
        activity = parent[place]
        shift = later * 2 if p.activities[activity, PROJECT] == project else 1
        w.places[RANK, activity] = place + shift * span
    order_by(p, w, RANK, w.child)


def begin(p: Any, w: Any, ranks: Any, order: Any, state: Any, spread: int) -> int:
    """The cost of an order by ``ranks``, each moved up to ``spread`` ranks at random, predecessors first."""
    for activity in range(ranks.shape[0]):
        w.places[RANK, activity] = ranks[activity] + draw(state, spread)
    order_by(p, w, RANK, order)
    return decode(p, w, order)


def pick(costs: Any, state: Any, sign: int) -> int:
    """The better of two members drawn at random, or the worse with ``sign`` -1."""
    one, other = draw(state, costs.shape[0]), draw(state, costs.shape[0])
    return one if sign * costs[one] <= sign * costs[other] else other


def breed(p: Any, w: Any, lists: Any, costs: Any, best: Any, state: Any, children: int) -> None:
    """``children`` of two parents each, taking a worse member's place; into ``best`` the least cost and its starts."""
    count = lists.shape[1]
    for _ in range(children):
        mother, father = pick(costs, state, 1), pick(costs, state, 1)
        if p.projects.shape[0] > 1 and draw(state, 2) == 0:
            shift_project(p, w, lists[mother], state)
        else:
            one, other = draw(state, count + 1), draw(state, count + 1)
            cross(w, lists[mother], lists[father], min(one, other), max(one, other))
            mutate(p, w.child, state)
        cost = decode(p, w, w.child)
        if cost == NOWHERE:
            continue
        worse = pick(costs, state, -1)
        if cost <= costs[worse]:
            for place in range(count):
                lists[worse, place] = w.child[place]
            costs[worse] = cost
        if cost < best[0]:
            remember(w, best, cost)
        if best[0] <= p.settings[BOUND]:
            break


def remember(w: Any, best: Any, cost: int) -> None:
    best[0] = cost
    for activity in range(w.places.shape[1]):
        best[activity + 1] = w.places[KEPT_START, activity]


STEPS = (
    draw,
    cost_of,
    order_by,
    keep,
    improve,
    decode,
    append,
    cross,
    linked,
    mutate,
    shift_project,
    begin,
    pick,
    remember,
    breed,
)
