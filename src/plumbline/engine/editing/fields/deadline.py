"""By when a row is wanted; it holds nothing."""

from __future__ import annotations

from dataclasses import replace

from plumbline.engine.editing.entries import instant_in
from plumbline.engine.editing.moments import moment_text
from plumbline.engine.editing.working import Working
from plumbline.engine.readers.table.cells import DAY_FINISH
from plumbline.engine.schedule import Activity

NAME, LABEL = "deadline", "Deadline"


def text(working: Working, activity: Activity) -> str:
    """“2026-03-06”, with the time where it is not 17:00."""
    return moment_text(activity.deadline, DAY_FINISH)


def write(working: Working, activity: Activity, text: str) -> None:
    """Empty takes it away. Raises CannotEdit."""
    working.put(replace(activity, deadline=instant_in(text, DAY_FINISH, activity.uid, NAME)))
