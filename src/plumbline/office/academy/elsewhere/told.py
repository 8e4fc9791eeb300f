"""What a file says of one result, before anybody looked whether it can be so."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from plumbline.office.foundation.tabular import CellProblem

MOST_ROWS = 2_000
MOST_BYTES = 2_000_000
LONGEST = 200


@dataclass(slots=True)
class Told:
    """One row of a table or one statement. ``names`` are what may name a course or lesson, the surest first.

    ``identity`` is the statement's own, which no other has; ``columns`` how the file calls mail and course.
    """

    place: str
    mail: str
    names: tuple[str, ...]
    on: date | None
    percent: float | None = None
    passed: bool | None = None
    identity: str = ""
    columns: tuple[str, str] = ("E-mail", "Course")
    problems: list[CellProblem] = field(default_factory=list)

    @property
    def about(self) -> str:
        return self.names[0][:LONGEST] if self.names else ""

    def wrong(self, column: str, value: object, reason: str) -> None:
        self.problems.append(CellProblem(self.place, column, str(value)[:80], reason))


@dataclass(frozen=True, slots=True)
class Read:
    rows: list[Told]
    remarks: tuple[str, ...] = ()


def checked_percent(told: Told, column: str, percent: float | None) -> None:
    if percent is not None and not 0 <= percent <= 100:
        told.wrong(column, percent, "It has to lie between 0 and 100 per cent.")
        return
    told.percent = None if percent is None else round(percent, 2)
