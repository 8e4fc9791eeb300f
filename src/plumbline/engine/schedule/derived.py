"""What is found out about a schedule once and then known: a schedule is immutable."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from plumbline.engine.schedule.model import Schedule

Found = TypeVar("Found")


def once(find: Callable[[Schedule], Found]) -> Callable[[Schedule], Found]:
    """``find``, asked once for each schedule; the answer is kept with it, so it must not be changed."""

    @wraps(find)
    def known(schedule: Schedule) -> Found:
        if find not in schedule.derived:
            schedule.derived[find] = find(schedule)
        found: Found = schedule.derived[find]
        return found

    return known


def take_over(find: Callable[[Schedule], Found], before: Schedule, after: Schedule) -> None:
    """What is known of ``before`` holds for ``after`` too. ``find`` is a function that ``once`` made."""
    asked = find.__wrapped__  # type: ignore[attr-defined]
    if asked in before.derived:
        after.derived[asked] = before.derived[asked]
