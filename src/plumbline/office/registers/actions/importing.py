"""A file is kept, its columns are told apart, and what is new in it is added."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.foundation.tabular import UnreadableTable, read_table
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project
from plumbline.office.registers.actions.closing import close_entry
from plumbline.office.registers.actions.entries import add_entry
from plumbline.office.registers.importing.meanings import guessed, meanings_of
from plumbline.office.registers.importing.reading import LIMITS, ReadRow, preview
from plumbline.office.registers.kinds import RegisterKind, kind_of
from plumbline.office.registers.models import CLOSED, Entry, EntryTable, Kind, State


def keep_table(project: Project, kind: RegisterKind, *, by: Person, name: str, content: bytes) -> EntryTable:
    """Raises ``ValidationError`` at ``table`` for what cannot be read."""
    with action("keep_table", by=by, scope=project.organisation) as line:
        try:
            table = read_table(content, limits=LIMITS)
        except UnreadableTable as unreadable:
            raise ValidationError({"table": str(unreadable)}) from unreadable
        kept = add(
            EntryTable(
                organisation=project.organisation,
                project=project,
                kind=kind.kind,
                name=name[-200:],
                content=content,
                meanings=guessed(kind, table.columns),
                by=by,
            )
        )
        line.about(kept, kind=kind.name, rows=len(table.rows))
    return kept


def tell_meanings(kept: EntryTable, *, by: Person, meanings: dict[str, str]) -> None:
    with action("tell_meanings", by=by, scope=kept.organisation) as line:
        known = meanings_of(kind_of(kept.kind))
        chosen = {name: heading for name, heading in meanings.items() if name in known and heading}
        if len(set(chosen.values())) < len(chosen):
            raise ValidationError("One column of the file means two things. Choose each column once.")
        if not change(kept, meanings=chosen):
            line.nothing_happened()
            return
        line.about(kept, meanings=chosen)


def import_table(kept: EntryTable, *, by: Person, all_or_none: bool) -> int:
    """Adds what is new and returns how many that are. What is there already stays as it is; a second time adds nothing.

    ``all_or_none`` refuses the file as long as one of its rows cannot be read.
    """
    with action("import_entries", by=by, scope=kept.organisation) as line:
        Project.objects.select_for_update(of=("self",)).get(pk=kept.project_id)  # two at once would add each row twice
        held = (
            EntryTable.objects.select_for_update(of=("self",)).select_related("project__organisation").get(pk=kept.pk)
        )
        if held.done_at is not None:
            line.nothing_happened()
            return 0
        found = preview(held)
        if all_or_none and found.bad:
            raise ValidationError(
                f"{found.bad} rows cannot be read, so nothing was added. Mend them, or leave them out."
            )
        for each in found.new:
            _add(held, each, by)
        # the file has served its purpose, and may hold what nobody wants kept twice
        change(held, done_at=now(), added=len(found.new), content=b"-")
        line.about(held, added=len(found.new), left_out=found.bad)
    kept.refresh_from_db()
    return len(found.new)


def _add(kept: EntryTable, row: ReadRow, by: Person) -> Entry:
    values = dict(row.values)
    state = values.pop("state", State.OPEN)
    try:
        entry = add_entry(kept.project, Kind(kept.kind), by=by, **values)
        if state in CLOSED:
            close_entry(entry, by=by, state=state, comment="Closed when it was imported.")
        elif state == State.UNDER_WAY:
            Entry.objects.filter(pk=entry.pk).update(state=state)
    except ValidationError as refused:
        raise ValidationError(f"{row.place}: {' '.join(refused.messages)}") from refused
    return entry
