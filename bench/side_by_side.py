"""Runs two things in turn and compares them pair by pair.

A time alone says more about the machine and what else it is doing than about the code. The ratio of two runs made
one right after the other stays comparable between machines, and the median of several pairs survives disturbance.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from statistics import median

Gauge = Callable[[Callable[[], object]], float]


@dataclass(frozen=True)
class Measurement:
    """What is measured, and the yardstick beside it: the least work anyone would need, or another program's.

    ``rounds`` is the most that is worth the time; ``gauge`` gives a figure in ``unit`` for one run.
    """

    what: str
    yardstick: str
    measured: Callable[[], object]
    plain: Callable[[], object]
    rounds: int = 1_000
    unit: str = "ms"
    gauge: Gauge | None = None


@dataclass(frozen=True)
class Result:
    """Medians in ``unit``; ``ratio`` is the median of the pairs' ratios, between ``lowest`` and ``highest``."""

    what: str
    yardstick: str
    unit: str
    measured: float
    yardstick_measured: float
    ratio: float
    lowest: float
    highest: float

    def as_dict(self) -> dict[str, str | float]:
        return asdict(self)


def run(measurement: Measurement, rounds: int) -> Result:
    gauge = measurement.gauge or milliseconds
    if measurement.rounds > 1:
        measurement.measured()
        measurement.plain()
    pairs = [(gauge(measurement.measured), gauge(measurement.plain)) for _ in range(min(rounds, measurement.rounds))]
    ratios = [measured / plain for measured, plain in pairs]
    return Result(
        what=measurement.what,
        yardstick=measurement.yardstick,
        unit=measurement.unit,
        measured=median(measured for measured, _ in pairs),
        yardstick_measured=median(plain for _, plain in pairs),
        ratio=median(ratios),
        lowest=min(ratios),
        highest=max(ratios),
    )


def milliseconds(work: Callable[[], object]) -> float:
    gc.collect()
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000
