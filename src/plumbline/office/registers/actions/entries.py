"""An entry from its first line on: added, and changed without overwriting what somebody else wrote meanwhile."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Max

from plumbline.office.foundation.access import may
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Membership, Person
from plumbline.office.projects.models import Project
from plumbline.office.registers.actions.recording import locked, mark_facts, record, refuse_archived, tell_responsible
from plumbline.office.registers.models import Entry, Kind, State

TERMS = {"title", "description", "due_on", "other_project"}
"""What both sides of a dependency agree on."""


class ChangedMeanwhile(Exception):
    """Somebody has changed the entry since it was read; ``current`` is as it is now."""

    def __init__(self, current: Entry) -> None:
        super().__init__(f"{current.reference} was changed meanwhile.")
        self.current = current


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
        # two at once would take the same number
        held = Project.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=project.pk)
        if kind != Kind.LESSON:  # what a project taught shows after its end as well
            refuse_archived(held)
        last = Entry.objects.filter(project=held, kind=kind).aggregate(last=Max("number"))["last"] or 0
        entry = Entry(
            organisation=held.organisation,
            project=held,
            kind=kind,
            number=last + 1,
            title=title.strip(),
            owner=owner,
            due_on=due_on,
            raised_by=by,
            reviewed_at=now(),
            **fields,
        )
        refuse_itself(entry)
        if kind == Kind.DEPENDENCY and by is not None:
            _agree_for_own_side(entry, by)
        add(entry)
        mark_facts(entry, {"title"})
        tell_responsible(entry, by)
        line.about(entry, kind=kind)
    return entry


def edit_entry(entry: Entry, *, by: Person | None, seen: int | None = None, **values: Any) -> bool:
    """Returns whether anything differed. ``seen`` is the version that was read.

    Raises ``ChangedMeanwhile`` if it is not the current one, ``ValidationError`` by field.
    """
    with action("edit_entry", by=by, scope=entry.organisation) as line:
        current = locked(entry)
        if seen is not None and seen != current.version:
            raise ChangedMeanwhile(current)
        before = {name: getattr(current, name) for name in TERMS}
        refuse_itself(current, values.get("other_project"))
        if current.kind == Kind.DEPENDENCY and any(values.get(name, was) != was for name, was in before.items()):
            # other terms are a new proposal, which nobody has agreed to
            values |= {"state": State.OPEN, "agreed_here_by": None, "agreed_there_by": None}
        changed = record(current, by, **values)
        if not changed:
            line.nothing_happened()
            return False
        line.about(current, changed=changed)
    entry.refresh_from_db()
    return True


def refuse_itself(entry: Entry, other: Project | None = None) -> None:
    if entry.project_id == (other.pk if other else entry.other_project_id):
        raise ValidationError({"other_project": "Choose another project: none depends on itself."})


def _agree_for_own_side(entry: Entry, by: Person) -> None:
    """Whoever may change the project agrees by asking; anybody else only asks."""
    place = Membership.objects.filter(organisation=entry.organisation, person=by, active=True).first()
    if place is not None and may(place, "edit_project", entry.project):
        entry.agreed_here_by = by
