"""What a row waits for."""

from __future__ import annotations

from plumbline.engine.editing.links import cell, must_be_possible, ties_typed
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity

NAME, LABEL = "predecessors", "Predecessors"


def text(working: Working, activity: Activity) -> str:
    """“10FS+2d; 11”: ids, kinds and lags."""
    return cell(working, working.links_to(activity.uid))


def write(working: Working, activity: Activity, text: str) -> None:
    """Kinds and lags as “12FS+2d; 7SS”. A loop is allowed; the linter says so. Raises CannotEdit."""
    if text.strip() == cell(working, working.links_to(activity.uid)):
        return
    links = [
        tie.to(activity.uid, working.activity(tie.predecessor)) for tie in ties_typed(working, activity, text, NAME)
    ]
    for each in links:
        must_be_possible(working.before, each, activity.uid, NAME)
    working.put_links_to(activity.uid, links)
