"""What a row is called."""

from __future__ import annotations

from dataclasses import replace

from plumbline.engine.editing.entries import in_one_line
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity

NAME, LABEL = "name", "Name"


def text(working: Working, activity: Activity) -> str:
    """As it stands."""
    return activity.name


def write(working: Working, activity: Activity, text: str) -> None:
    """In one line. Raises CannotEdit."""
    working.put(replace(activity, name=in_one_line(text)))
