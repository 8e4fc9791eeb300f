"""How large a draft becomes, and how many there are."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.engine.editing import CannotEdit
from plumbline.engine.schedule import Schedule

MOST_ROWS = 5_000
MOST_LINKS = 20_000
MOST_OPEN_DRAFTS = 100
MOST_EDITS = 50_000
SNAPSHOT_EVERY = 50


def check_size(before: Schedule, after: Schedule) -> None:
    """A plan that came larger than this may be edited, and not grow. Raises ``CannotEdit``."""
    rows, links = len(after.activities), len(after.links)
    if rows > max(MOST_ROWS, len(before.activities)):
        raise CannotEdit(f"The plan would have {rows:,} rows; {MOST_ROWS:,} are the most. Split it into projects.")
    if links > max(MOST_LINKS, len(before.links)):
        raise CannotEdit(f"The plan would have {links:,} links; {MOST_LINKS:,} are the most. Take some away first.")


def check_beginning(schedule: Schedule) -> None:
    """Raises ``ValidationError`` for a plan that is too large to be written in a browser."""
    if len(schedule.activities) > 4 * MOST_ROWS or len(schedule.links) > 4 * MOST_LINKS:
        raise ValidationError(
            f"The plan has {len(schedule.activities):,} rows. More than {4 * MOST_ROWS:,} rows or "
            f"{4 * MOST_LINKS:,} links are edited in a planning tool and uploaded."
        )
