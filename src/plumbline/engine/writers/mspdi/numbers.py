"""Unique ids as Microsoft Project has them: whole numbers above 0."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import count

from plumbline.engine.schedule import Uid

_LARGEST = 2**31 - 1


def numbered(uids: Iterable[Uid]) -> dict[Uid, int]:
    """A number for each uid: its own where it is one, else the smallest that is free."""
    uids = list(uids)
    taken = {each for each in uids if isinstance(each, int) and 0 < each <= _LARGEST}
    free = (number for number in count(1) if number not in taken)
    return {each: each if isinstance(each, int) and each in taken else next(free) for each in uids}


def row_numbers(ids: Iterable[str], first: int) -> list[int] | None:
    """The ids as numbers, if that is what they are in rising order; ``None`` if rows have to be counted anew."""
    rows: list[int] = []
    for each in ids:
        if not (each.isascii() and each.isdigit()) or str(int(each)) != each or int(each) > _LARGEST:
            return None
        if int(each) < (rows[-1] + 1 if rows else first):
            return None
        rows.append(int(each))
    return rows


def are_kept(numbers: Mapping[Uid, int]) -> bool:
    return all(uid == number for uid, number in numbers.items())
