"""When a row has finished."""

from __future__ import annotations

from plumbline.engine.editing.entries import instant_in
from plumbline.engine.editing.moments import moment_text
from plumbline.engine.editing.progress import finished_on
from plumbline.engine.editing.work_only import must_be_work
from plumbline.engine.editing.working import Working
from plumbline.engine.readers.table.cells import DAY_FINISH
from plumbline.engine.schedule import Activity

NAME, LABEL = "actual_finish", "Actual finish"


def text(working: Working, activity: Activity) -> str:
    """“2026-03-06”, with the time where it is not 17:00."""
    return moment_text(activity.actual_finish, DAY_FINISH)


def write(working: Working, activity: Activity, text: str) -> None:
    """Empty takes it back; what was done stays done, short of all of it. Raises CannotEdit."""
    must_be_work(activity, NAME)
    finish = instant_in(text, DAY_FINISH, activity.uid, NAME)
    if finish != activity.actual_finish:
        working.put(finished_on(working, activity, finish, NAME))
