"""The rule behind every merge: who changed something against the base is heard; where both did, somebody has to say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

T = TypeVar("T")
MINE, THEIRS = "mine", "theirs"


class Choices(Generic[T]):
    """``mine`` or ``theirs`` by the key of a conflict, mine unless chosen. ``asked`` are those that arose."""

    def __init__(self, chosen: Mapping[str, str]) -> None:
        self._chosen = chosen
        self.asked: dict[str, tuple[object, object]] = {}

    def side(self, key: str) -> str:
        return THEIRS if self._chosen.get(key) == THEIRS else MINE

    def merged(self, key: str, base: T, mine: T, theirs: T, same: Callable[[T, T], bool] = lambda a, b: a == b) -> T:
        if same(mine, theirs) or same(base, theirs):
            return mine
        if same(base, mine):
            return theirs
        return self.between(key, mine, theirs)

    def between(self, key: str, mine: T, theirs: T) -> T:
        """What was chosen of two that both count."""
        self.asked.setdefault(key, (mine, theirs))
        return theirs if self.side(key) == THEIRS else mine
