"""Reading a plan file into records, beside the library that reads most formats."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from bench import mpxj
from bench.plans import xer
from bench.side_by_side import Measurement
from plumbline.engine.readers import xer as reader

SIZES = {10_000: 1_000, 100_000: 1}


def measurements() -> Iterator[Measurement]:
    for activities, rounds in SIZES.items():
        data = xer(activities)
        ours = partial(reader.read, data)
        yield Measurement(
            f"XER of {activities:,} activities to records", "MPXJ 16.10, warm", ours, partial(mpxj.read, data), rounds
        )
