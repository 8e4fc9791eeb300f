"""The dates of a row that people type: it may not begin, or finish, before them; once it has, they are actual."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time

from plumbline.engine.editing.constraint_words import first, with_first
from plumbline.engine.editing.entries import instant_in
from plumbline.engine.editing.moments import moment_text
from plumbline.engine.editing.work_only import must_be_work
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity, Constraint, ConstraintKind


@dataclass(frozen=True, slots=True)
class NotBefore:
    """``name`` is start or finish; ``planned`` sets the planned date of that name.

    ``write_actual`` writes what is typed once ``actual`` gives a date for the row.
    """

    name: str
    kind: ConstraintKind
    at: time
    actual: Callable[[Activity], datetime | None]
    write_actual: Callable[[Working, Activity, str], None]
    planned: Callable[[Activity, datetime | None], Activity]

    def text(self, activity: Activity) -> str:
        """The actual date, or the one before which it may not be; empty where only links decide."""
        held = first(activity)
        holds = held.date if held and held.kind is self.kind else None
        return moment_text(self.actual(activity) or holds, self.at)

    def write(self, working: Working, activity: Activity, text: str) -> None:
        """It may not be before; of what has happened it is the actual date. Empty, only links decide."""
        must_be_work(activity, self.name)
        if text.strip() == self.text(activity):
            return
        if self.actual(activity):
            self.write_actual(working, activity, text)
            return
        day = instant_in(text, self.at, activity.uid, self.name)
        held = first(activity)
        if day is not None:
            activity = with_first(activity, Constraint(self.kind, day))
        elif held and held.kind is self.kind:
            activity = with_first(activity, None)
        working.put(self.planned(activity, day))
