"""What a tracker tells, in few words."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from plumbline.engine.trackers import Category
from plumbline.engine.trackers import WorkItem as Told

STATES = {"To Do": Category.TO_DO, "In Progress": Category.IN_PROGRESS, "Done": Category.DONE}


def day(number: int) -> datetime:
    """Of March 2026, at noon."""
    return datetime(2026, 3, number, 12, tzinfo=UTC)


def told(key: str, state: str = "To Do", changed: int | None = 1, **more: Any) -> Told:
    given: dict[str, Any] = {"started_at": None, "ended_at": None, **more}
    return Told(key, f"Do {key}", "Task", state, STATES[state], changed_at=day(changed) if changed else None, **given)
