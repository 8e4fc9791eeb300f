"""When a row has begun."""

from __future__ import annotations

from plumbline.engine.editing.entries import instant_in
from plumbline.engine.editing.moments import moment_text
from plumbline.engine.editing.progress import started_on
from plumbline.engine.editing.work_only import must_be_work
from plumbline.engine.editing.working import Working
from plumbline.engine.readers.table.cells import DAY_START
from plumbline.engine.schedule import Activity

NAME, LABEL = "actual_start", "Actual start"


def text(working: Working, activity: Activity) -> str:
    """“2026-03-02”, with the time where it is not 08:00."""
    return moment_text(activity.actual_start, DAY_START)


def write(working: Working, activity: Activity, text: str) -> None:
    """Empty takes it back, and all progress with it. Raises CannotEdit."""
    must_be_work(activity, NAME)
    start = instant_in(text, DAY_START, activity.uid, NAME)
    if start != activity.actual_start:
        working.put(started_on(activity, start, NAME))
