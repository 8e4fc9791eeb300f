"""What a simulation is measured against: another program, plain NumPy, and the memory itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

import numpy as np
import trueppm_scheduler as trueppm
from numpy.typing import NDArray

from bench.trueppm import project_of
from plumbline.engine.schedule import LinkKind, Schedule

Rows = NDArray[np.float32]

LOW, HIGH = 0.8, 1.5
_CHUNK = 1_000
_FOR_THE_CACHES = 10_000_000


def of_trueppm(schedule: Schedule, runs: int) -> Callable[[], object]:
    """Its Monte Carlo of the same network in whole days: beta-PERT, the finish alone, no total float, no cost."""
    project = project_of(schedule)
    tasks = [
        replace(
            each,
            optimistic_duration=timedelta(days=int(each.duration.days * LOW)),
            most_likely_duration=each.duration,
            pessimistic_duration=timedelta(days=-int(-each.duration.days * HIGH // 1)),
        )
        for each in project.tasks
    ]
    asked = replace(project, tasks=tasks)
    return lambda: trueppm.monte_carlo(asked, runs=runs, seed=1)


def plain_numpy(schedule: Schedule, iterations: int) -> Callable[[], object]:
    """What one would write in an afternoon: a row per activity, triangular draws, both passes, who is critical.

    Minutes without calendars, in 32-bit floats; constraints are left out.
    """
    leaves = [each for each in schedule.activities if not each.is_summary]
    place = {each.uid: number for number, each in enumerate(leaves)}
    durations = [float(each.duration) for each in leaves]
    links = [(place[each.predecessor], place[each.successor], each.kind, each.lag) for each in schedule.links]
    into: list[list[tuple[int, LinkKind, int]]] = [[] for _ in leaves]
    out_of: list[list[tuple[int, LinkKind, int]]] = [[] for _ in leaves]
    for before, after, kind, lag in links:
        into[after].append((before, kind, lag))
        out_of[before].append((after, kind, lag))
    order = _order(into, out_of)
    return lambda: [
        _chunk(order, into, out_of, durations, min(_CHUNK, iterations - first), first)
        for first in range(0, iterations, _CHUNK)
    ]


def _order(into: Sequence[Sequence[object]], out_of: Sequence[Sequence[tuple[int, LinkKind, int]]]) -> list[int]:
    waiting = [len(each) for each in into]
    order = [node for node, count in enumerate(waiting) if not count]
    for node in order:
        for after, _, _ in out_of[node]:
            waiting[after] -= 1
            if not waiting[after]:
                order.append(after)
    return order


def _chunk(
    order: Sequence[int],
    into: Sequence[Sequence[tuple[int, LinkKind, int]]],
    out_of: Sequence[Sequence[tuple[int, LinkKind, int]]],
    durations: Sequence[float],
    width: int,
    seed: int,
) -> tuple[Rows, NDArray[np.int64]]:
    drawn = np.random.default_rng(seed)
    work, early, late = (np.zeros((len(order), width), dtype=np.float32) for _ in range(3))
    for node in order:
        work[node] = drawn.triangular(durations[node] * LOW, durations[node], durations[node] * HIGH, width)
        for before, kind, lag in into[node]:
            whence = (
                early[before] if kind in (LinkKind.START_START, LinkKind.START_FINISH) else early[before] + work[before]
            )
            if kind in (LinkKind.FINISH_FINISH, LinkKind.START_FINISH):
                whence = whence - work[node]
            np.maximum(early[node], whence + lag, out=early[node])
    finish = (early + work).max(axis=0)
    for node in reversed(order):
        late[node] = finish - work[node]
        for after, kind, lag in out_of[node]:
            whither = (
                late[after] + work[after] if kind in (LinkKind.FINISH_FINISH, LinkKind.START_FINISH) else late[after]
            )
            if kind in (LinkKind.FINISH_START, LinkKind.FINISH_FINISH):
                whither = whither - work[node]
            np.minimum(late[node], whither - lag, out=late[node])
    return finish, (late <= early + 0.5).sum(axis=1)


def memory(links: int, iterations: int) -> Callable[[], object]:
    """Two numbers read and one written for each link in each iteration: the traffic of one pass by rows."""
    one, other, out = (np.ones(_FOR_THE_CACHES, dtype=np.float32) for _ in range(3))
    rounds, rest = divmod(links * iterations, _FOR_THE_CACHES)

    def stream() -> None:
        for _ in range(rounds):
            np.maximum(one, other, out=out)
        np.maximum(one[:rest], other[:rest], out=out[:rest])

    return stream
