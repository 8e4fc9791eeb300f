"""Collects what was odd in a file, without repeating itself ten thousand times."""

from __future__ import annotations

from collections import Counter

from plumbline.engine.readers.plan_file import Problem

SHOWN_PER_SUBJECT = 20


class Problems:
    """Problems in the order met. Of one subject only the first few are kept, then their number."""

    def __init__(self) -> None:
        self._kept: list[Problem] = []
        self._count: Counter[str] = Counter()

    def add(self, subject: str, message: str, place: str = "") -> None:
        self._count[subject] += 1
        if self._count[subject] <= SHOWN_PER_SUBJECT:
            self._kept.append(Problem(message, place))

    def as_tuple(self) -> tuple[Problem, ...]:
        more = (
            Problem(f"{count - SHOWN_PER_SUBJECT:,} more of the same kind: {subject}.")
            for subject, count in self._count.items()
            if count > SHOWN_PER_SUBJECT
        )
        return (*self._kept, *more)
