"""Whether a row is work, a moment, or work that lasts as long as other work."""

from __future__ import annotations

from dataclasses import replace

from plumbline.engine.editing.outline import A_DAY
from plumbline.engine.editing.progress import with_duration
from plumbline.engine.editing.refusal import CannotEdit
from plumbline.engine.editing.work_only import must_be_work
from plumbline.engine.editing.working import Working
from plumbline.engine.readers.table.words import KINDS, plain_words
from plumbline.engine.schedule import Activity, ActivityKind

NAME, LABEL = "kind", "Kind"


def text(working: Working, activity: Activity) -> str:
    """As it is typed."""
    return "milestone" if activity.kind is ActivityKind.FINISH_MILESTONE else activity.kind.value


def write(working: Working, activity: Activity, text: str) -> None:
    """A milestone takes no time, a task a day where it took none."""
    words = plain_words(text)
    kind = (KINDS.get(words) or ActivityKind.TASK) if words in KINDS else None
    if kind is activity.kind:
        return
    must_be_work(activity, NAME)
    if kind is None or kind is ActivityKind.SUMMARY:
        raise CannotEdit(
            "Write task, milestone or level of effort. A row becomes a summary when others are indented below it.",
            row=activity.uid,
            field=NAME,
        )
    minutes, elapsed = (0, False) if kind.is_milestone else (activity.duration, activity.elapsed)
    if kind is ActivityKind.TASK and not minutes:
        minutes = A_DAY
    working.put(with_duration(replace(activity, kind=kind), minutes, elapsed))
