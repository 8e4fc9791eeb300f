"""Where two sequences differ: what stands between their common beginning and their common end."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Splice(Generic[T]):
    """From ``at`` on, ``was`` is replaced by ``now``."""

    at: int
    was: tuple[T, ...]
    now: tuple[T, ...]

    def inverse(self) -> Splice[T]:
        return Splice(self.at, self.now, self.was)

    def applied_to(self, sequence: Sequence[T]) -> list[T]:
        """Raises ValueError where ``was`` does not stand there."""
        end = self.at + len(self.was)
        if tuple(sequence[self.at : end]) != self.was:
            raise ValueError(f"at {self.at} stands something else than what is to be replaced")
        return [*sequence[: self.at], *self.now, *sequence[end:]]

    def as_plain(self, plain: Callable[[T], Any] = lambda each: each) -> dict[str, Any]:
        return {"at": self.at, "was": [plain(each) for each in self.was], "now": [plain(each) for each in self.now]}

    @classmethod
    def from_plain(cls, content: Mapping[str, Any], read: Callable[[Any], T] = lambda each: each) -> Splice[T]:
        return cls(content["at"], tuple(map(read, content["was"])), tuple(map(read, content["now"])))


def splice_between(before: Sequence[T], after: Sequence[T]) -> Splice[T] | None:
    """``None`` where they are equal."""
    if len(before) == len(after) and all(one == other for one, other in zip(before, after, strict=True)):
        return None
    most = min(len(before), len(after))
    begin = next((at for at in range(most) if before[at] != after[at]), most)
    end = next((at for at in range(most - begin) if before[-1 - at] != after[-1 - at]), most - begin)
    return Splice(begin, tuple(before[begin : len(before) - end]), tuple(after[begin : len(after) - end]))
