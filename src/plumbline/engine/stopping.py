"""Long calculations can be followed and stopped: whoever calls them says whether they go on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

GoingOn: TypeAlias = Callable[[int, int], bool]
"""Told how much is done of how much, at least twice a second; answers False when the calculation is to stop."""


class Stopped(Exception):
    """The caller wanted no more of it; nothing came of the calculation."""


def go_on_or_stop(going_on: GoingOn | None, done: int, total: int) -> None:
    """Raises ``Stopped`` when the caller, if there is one who asks, wants no more."""
    if going_on is not None and not going_on(done, total):
        raise Stopped
