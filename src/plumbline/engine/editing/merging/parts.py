"""Parts of a merged plan in the order that one of the sides has them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T")


def as_they_were(
    parts: Iterable[T], base: tuple[T, ...], mine: tuple[T, ...], theirs: tuple[T, ...], *, by_row: bool = False
) -> tuple[T, ...]:
    """``parts`` in the order of the side that has the same ones. Where all sides go ``by_row``, so do the parts."""
    found = tuple(parts)
    if by_row:
        return found
    count = Counter(found)
    same = [side for side in (mine, theirs) if Counter(side) == count]
    if len(same) == 2:
        return theirs if mine == base else mine
    return same[0] if same else found
