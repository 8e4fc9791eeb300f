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


@dataclass(frozen=True)
class Measurement:
    """What is measured, and the yardstick that does the least work anyone would need for the same input."""

    what: str
    yardstick: str
    measured: Callable[[], object]
    plain: Callable[[], object]


@dataclass(frozen=True)
class Result:
    """Medians in milliseconds; ``ratio`` is the median of the pairs' ratios, between ``lowest`` and ``highest``."""

    what: str
    yardstick: str
    measured_ms: float
    yardstick_ms: float
    ratio: float
    lowest: float
    highest: float

    def as_dict(self) -> dict[str, str | float]:
        return asdict(self)


def run(measurement: Measurement, rounds: int) -> Result:
    measurement.measured()
    measurement.plain()
    pairs = [(_milliseconds(measurement.measured), _milliseconds(measurement.plain)) for _ in range(rounds)]
    ratios = [measured / plain for measured, plain in pairs]
    return Result(
        what=measurement.what,
        yardstick=measurement.yardstick,
        measured_ms=median(measured for measured, _ in pairs),
        yardstick_ms=median(plain for _, plain in pairs),
        ratio=median(ratios),
        lowest=min(ratios),
        highest=max(ratios),
    )


def _milliseconds(work: Callable[[], object]) -> float:
    gc.collect()
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000
