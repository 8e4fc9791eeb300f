"""An entry from its first line to its last."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Max

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project
from plumbline.office.registers.models import Entry, EntryEvent, Kind, State


def add_entry(
    project: Project,
    kind: Kind,
    *,
    by: Person | None,
    title: str,
    owner: Person | None = None,
    due_on: date | None = None,
    **fields: Any,
) -> Entry:
    """Raises ``ValidationError`` by field. Numbers are counted within kind and project."""
    with action("add_entry", by=by, scope=project.organisation) as line:
        Project.objects.select_for_update().get(pk=project.pk)  # two at once would take the same number
        last = Entry.objects.filter(project=project, kind=kind).aggregate(last=Max("number"))["last"] or 0
        entry = add(
            Entry(
                organisation=project.organisation,
                project=project,
                kind=kind,
                number=last + 1,
                title=title,
                owner=owner,
                due_on=due_on,
                raised_by=by,
                reviewed_at=now(),
                **fields,
            )
        )
        line.about(entry, kind=kind)
    return entry


def close_entry(entry: Entry, *, by: Person | None, state: State = State.DONE, comment: str = "") -> None:
    """Does nothing to what is closed already."""
    with action("close_entry", by=by, scope=entry.organisation) as line:
        current = Entry.objects.select_for_update().get(pk=entry.pk)
        if current.closed_at is not None:
            line.nothing_happened()
            return
        before = current.state
        current.state, current.closed_at, current.closed_by = state, now(), by
        current.save(update_fields=["state", "closed_at", "closed_by"])
        EntryEvent.objects.create(entry=current, by=by, changed={"state": [before, state]}, comment=comment)
        line.about(current, state=[before, state])
    entry.refresh_from_db()
