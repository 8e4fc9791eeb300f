"""Minutes by slot as they lie in a row of the database, and the slots for which capacity is kept."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from plumbline.engine.capacity import Ints, Window, months_from

_FORMAT = np.dtype("<i4")
MONTHS_KEPT = 27
"""From the month before this one on: two years of whole weeks always lie in it."""


def packed(minutes: Ints) -> bytes:
    """What is more than four thousand years of one person in one slot is cut off there."""
    return np.clip(minutes, 0, np.iinfo(_FORMAT).max).astype(_FORMAT).tobytes()


def unpacked(content: bytes | memoryview) -> Ints:
    return np.frombuffer(bytes(content), dtype=_FORMAT).astype(np.int64)


def horizon(day: date) -> Window:
    return months_from(day.replace(day=1) - timedelta(days=1), MONTHS_KEPT)
