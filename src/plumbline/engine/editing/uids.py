"""Unique ids for new rows: numbers that follow on the largest, and that nothing in the plan is called by."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, islice

from plumbline.engine.schedule import Schedule


def next_uids(schedule: Schedule, how_many: int) -> list[str]:
    """As text, as a table has them; no uid and no id of the plan is used again."""
    taken = {str(each.uid) for each in schedule.activities} | {each.id for each in schedule.activities}
    return list(islice(free_uids(taken), how_many))


def free_uids(taken: set[str]) -> Iterator[str]:
    """Without end."""
    numbers = (int(each) for each in taken if each.isascii() and each.isdecimal() and len(each) < 15)
    return (text for number in count(max(numbers, default=0) + 1) if (text := str(number)) not in taken)
