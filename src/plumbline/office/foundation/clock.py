"""What time it is, asked in one place, so that a story can be told and tested at the time it happens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from django.utils import timezone

_told: ContextVar[datetime | None] = ContextVar("told", default=None)


def now() -> datetime:
    """An aware instant."""
    return _told.get() or timezone.now()


@contextmanager
def clock_at(moment: datetime) -> Iterator[None]:
    """Inside, ``now`` is that moment; for tests and for the demo world, which tells of two years in half a minute."""
    if timezone.is_naive(moment):
        raise ValueError("The moment needs a time zone.")
    token = _told.set(moment)
    try:
        yield
    finally:
        _told.reset(token)
