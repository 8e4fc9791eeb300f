"""The end of an entry, its return, and a look at it in between."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project
from plumbline.office.registers.actions.recording import end, locked, record
from plumbline.office.registers.kinds import kind_of
from plumbline.office.registers.models import CLOSED, Entry, EntryEvent, Kind, State


def close_entry(entry: Entry, *, by: Person | None, state: State = State.DONE, comment: str = "") -> None:
    """Does nothing to what is closed already. Raises ``ValidationError`` for an end that the kind does not know."""
    with action("close_entry", by=by, scope=entry.organisation) as line:
        current = locked(entry, is_open=None)
        if not current.is_open:
            line.nothing_happened()
            return
        kind = kind_of(current.kind)
        if state not in CLOSED or state not in kind.states:
            known = ", ".join(words for each, words in kind.states.items() if each in CLOSED)
            raise ValidationError({"state": f"It ends as one of: {known}."})
        values = end(by, state)
        if current.kind == Kind.DECISION and state == State.DONE:
            values |= {"decided_at": now(), "decided_by": by}
        changed = record(current, by, comment, **values)
        line.about(current, state=changed["state"])
    entry.refresh_from_db()


def reopen_entry(entry: Entry, *, by: Person | None, comment: str) -> None:
    """Nothing of what was decided or agreed holds any more."""
    with action("reopen_entry", by=by, scope=entry.organisation) as line:
        current = locked(entry, is_open=False)
        if not comment.strip():
            raise ValidationError({"comment": "Say why it is open again."})
        nobody = {"closed_by": None, "decided_by": None, "agreed_here_by": None, "agreed_there_by": None}
        changed = record(current, by, comment, state=State.OPEN, closed_at=None, decided_at=None, **nobody)
        line.about(current, state=changed["state"])
    entry.refresh_from_db()


def review_entry(entry: Entry, *, by: Person | None) -> None:
    """Somebody has looked at it today, and left it as it is."""
    with action("review_entry", by=by, scope=entry.organisation) as line:
        current = locked(entry)
        current.reviewed_at = now()
        current.save(update_fields=["reviewed_at"])
        add(EntryEvent(entry=current, by=by, changed={"reviewed": [None, f"{now():%Y-%m-%d}"]}))
        if current.kind == Kind.RISK:
            Project.objects.filter(pk=current.project_id).update(facts_changed_at=now())
        line.about(current)
    entry.refresh_from_db()
