"""What only work has, and a summary does not: its dates and its progress are those of the rows below it."""

from __future__ import annotations

from plumbline.engine.editing.refusal import CannotEdit
from plumbline.engine.schedule import Activity


def must_be_work(activity: Activity, field: str) -> None:
    """Raises CannotEdit for a summary."""
    if activity.is_summary:
        raise CannotEdit(
            "This is a summary: its dates and its progress follow from the rows below it. Change those.",
            row=activity.uid,
            field=field,
        )
