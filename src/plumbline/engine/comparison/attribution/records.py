"""The move of a finish in parts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from plumbline.engine.comparison.kinds import Cause
from plumbline.engine.schedule import Uid


@dataclass(frozen=True, slots=True)
class Part:
    """What one thing did to the finish; ``words`` say what happened to it. ``uid`` is empty for a calendar."""

    words: str
    moved_by: int
    uid: Uid | None = None
    id: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """What one group of changes did to the finish, on top of the groups before it.

    ``causes`` are several where a plan with only the first of them cannot be calculated. ``rest`` is what the single
    ``parts`` leave over: changes off the driving path, or what several of them did only together.
    """

    causes: tuple[Cause, ...]
    moved_by: int
    parts: tuple[Part, ...] = ()

    @property
    def rest(self) -> int:
        return self.moved_by - sum(each.moved_by for each in self.parts)


@dataclass(frozen=True, slots=True)
class FinishMove:
    """All moves are working minutes on the later version's default calendar, positive when the finish slipped.

    The moves add up to ``moved_by``; the parts and the rest of a move add up to the move.
    ``calculations`` is how often a plan was calculated to find out.
    """

    finish_before: datetime
    finish_after: datetime
    moved_by: int
    minutes_per_day: int
    moves: tuple[Move, ...]
    calculations: int
