"""What links call a row by."""

from __future__ import annotations

import re
from dataclasses import replace

from plumbline.engine.editing.entries import in_one_line
from plumbline.engine.editing.refusal import CannotEdit
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity

NAME, LABEL = "id", "Id"
LONGEST = 150


def text(working: Working, activity: Activity) -> str:
    """As links name it."""
    return activity.id


def write(working: Working, activity: Activity, text: str) -> None:
    """Only one row has it, and it holds nothing that separates ids."""
    wanted = in_one_line(text)
    if not wanted:
        raise CannotEdit("A row needs an id; links name it by that.", row=activity.uid, field=NAME)
    if len(wanted) > LONGEST or re.search(r"[;|]", wanted):
        message = f"An id has at most {LONGEST} characters and neither ; nor |."
        raise CannotEdit(message, row=activity.uid, field=NAME)
    other = working.uid_by_id.get(wanted, activity.uid)
    if other != activity.uid:
        message = f"'{wanted[:40]}' is the id of {working.activity(other).name[:60] or 'another row'} already."
        raise CannotEdit(message, row=activity.uid, field=NAME)
    working.put(replace(activity, id=wanted))
