"""How much of a file is read before it is refused: plans are large, but not endless."""

from __future__ import annotations

from datetime import datetime

from plumbline.engine.readers.plan_file import Problem, UnreadableSchedule

MAX_BYTES = 100_000_000
MAX_FIELDS = 10_000_000
MAX_LOOSE_ELEMENTS = 1_000_000
MAX_PROJECTS = 200
MAX_ACTIVITIES = 100_000
MAX_LINKS = 500_000
MAX_ASSIGNMENTS = 500_000
MAX_RESOURCES = 50_000
MAX_CALENDARS = 5_000
MAX_CALENDAR_DAYS = 50_000
MAX_CALENDAR_DAYS_TOGETHER = 500_000
MAX_DAYS_OF_EXCEPTIONS = 20_000_000
MAX_CALENDARS_ON_EACH_OTHER = 10
MAX_DEPTH = 100
MAX_TIES_OF_SUMMARIES = 2_000_000
MAX_COLUMNS = 200
MAX_TEXT = 1_000
MAX_MINUTES = 200 * 366 * 24 * 60
FIRST_YEAR, LAST_YEAR = 1900, 2199


def check_count(what: str, count: int, limit: int) -> None:
    if count > limit:
        raise UnreadableSchedule(
            Problem(f"The file has {count:,} {what}; at most {limit:,} can be read. Export a smaller part of it.")
        )


def check_size(size: int, limit: int = MAX_BYTES) -> None:
    """Raises ``UnreadableSchedule`` for a file of more than ``limit`` bytes."""
    if size > limit:
        raise UnreadableSchedule(
            Problem(f"The file is larger than {limit // 1_000_000:,} MB, the most that can be read. Export less of it.")
        )


def is_plausible(instant: datetime) -> bool:
    return FIRST_YEAR <= instant.year <= LAST_YEAR


def shortened(text: str) -> str:
    """The text as far as it is kept: longer names carry no meaning a person reads, and no database keeps a NUL."""
    text = text.replace("\0", "")
    return text if len(text) <= MAX_TEXT else text[: MAX_TEXT - 1] + "…"
