"""How much of a row is done."""

from __future__ import annotations

from plumbline.engine.editing.entries import percent_in
from plumbline.engine.editing.progress import with_percent
from plumbline.engine.editing.work_only import must_be_work
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity

NAME, LABEL = "percent", "Percent complete"


def text(working: Working, activity: Activity) -> str:
    """“40”."""
    return f"{activity.percent_complete:.10f}".rstrip("0").rstrip(".")


def write(working: Working, activity: Activity, text: str) -> None:
    """Brings the actual dates and what remains in line. Raises CannotEdit."""
    must_be_work(activity, NAME)
    percent = percent_in(text, activity.uid, NAME)
    if percent != activity.percent_complete or (percent == 100 and not activity.is_complete):
        working.put(with_percent(working, activity, percent, NAME))
