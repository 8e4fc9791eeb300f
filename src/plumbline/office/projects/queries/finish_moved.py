"""What moved the finish between two versions, as steps of a picture and lines of a table.

The one question of the office that calculates while somebody waits, several times over; see decision 13.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from string import ascii_uppercase

from plumbline.engine.comparison import Cause, FinishMove, Move, what_moved_the_finish
from plumbline.office.projects.models import PlanVersion
from plumbline.office.projects.queries.plan_words import short_days
from plumbline.office.projects.queries.plans import kept_calculation, kept_schedule

CAUSES = {
    Cause.PROGRESS: "Progress since",
    Cause.ADDED: "Activities added",
    Cause.REMOVED: "Activities removed",
    Cause.DURATIONS: "Durations changed",
    Cause.LINKS: "Links changed",
    Cause.CONSTRAINTS: "Constraints changed",
    Cause.CALENDARS: "Calendars changed",
    Cause.SETTINGS: "Settings and outline",
}
assert set(CAUSES) == set(Cause)


@dataclass(frozen=True, slots=True)
class MovedBy:
    """One line: a cause with its letter, or under it what one activity did. ``days`` are working days."""

    name: str
    days: float
    letter: str = ""
    id: str = ""
    words: str = ""

    @property
    def shown(self) -> str:
        """As in '+3' or '−0.5'; nothing that rounds to nothing has a sign."""
        figure = short_days(abs(self.days))
        return figure if figure == "0" else f"{'+' if self.days > 0 else '−'}{figure}"


@dataclass(frozen=True)
class FinishMoved:
    finish_before: datetime
    finish_after: datetime
    total: MovedBy
    steps: list[MovedBy]
    lines: list[MovedBy]


def finish_moved(before: PlanVersion, after: PlanVersion) -> FinishMoved | None:
    """``None`` if one of the versions cannot be calculated."""
    if not (before.calculation_document_id and after.calculation_document_id):
        return None
    documents = (before.document_id, after.document_id)
    return _finish_moved(documents, (before.calculation_document_id, after.calculation_document_id))


@lru_cache(maxsize=64)
def _finish_moved(documents: tuple[str, str], calculations: tuple[str, str]) -> FinishMoved:
    before, after = map(kept_schedule, documents)
    was, now = map(kept_calculation, calculations)
    assert was
    assert now
    move = what_moved_the_finish(before, after, was, now)
    lines = list(_lines(move))
    total = MovedBy("Finish moved", move.moved_by / move.minutes_per_day)
    return FinishMoved(move.finish_before, move.finish_after, total, [each for each in lines if each.letter], lines)


def _lines(move: FinishMove) -> Iterator[MovedBy]:
    for letter, each in zip(ascii_uppercase, move.moves, strict=False):
        name = " and ".join(
            CAUSES[cause] if not place else CAUSES[cause].lower() for place, cause in enumerate(each.causes)
        )
        yield MovedBy(name, each.moved_by / move.minutes_per_day, letter)
        yield from _parts(each, move.minutes_per_day)


def _parts(move: Move, per_day: int) -> Iterator[MovedBy]:
    for part in move.parts:
        yield MovedBy(part.name, part.moved_by / per_day, id=part.id, words=part.words)
    if move.rest:
        words = "other changes of this kind, or several of them together" if move.parts else "several changes together"
        yield MovedBy("", move.rest / per_day, words=words)
