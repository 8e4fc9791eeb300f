"""What an edit gives back."""

from __future__ import annotations

from dataclasses import dataclass

from plumbline.engine.schedule import Activity, Schedule


@dataclass(frozen=True, slots=True)
class Edited:
    """The plan after an edit, and the edit in words for the list of what can be undone: “Duration of 12 to 5d”."""

    schedule: Schedule
    words: str


def named(rows: list[Activity] | tuple[Activity, ...]) -> str:
    """“12 Walls”, or “5 rows”."""
    return f"{rows[0].id} {rows[0].name}".rstrip() if len(rows) == 1 else f"{len(rows):,} rows"
