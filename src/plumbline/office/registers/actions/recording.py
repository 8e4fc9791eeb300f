"""A change of an entry: locked, checked, told in its history, and told to those whom it makes responsible."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.urls import reverse

from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.notifications.actions import notify
from plumbline.office.notifications.wording import Wording, as_written
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project
from plumbline.office.registers.models import Entry, EntryEvent, Kind, State

WITH_RULES = (Kind.RISK, Kind.ACTION, Kind.DECISION)
_RULES_LOOK_AT = {"state", "owner", "response", "due_on", "title", "probability", "impact"}
_YOURS = {
    Kind.RISK: Wording("You own this risk."),
    Kind.ISSUE: Wording("You own this issue."),
    Kind.CHANGE: Wording("You own this change."),
    Kind.DECISION: Wording("You own this decision."),
    Kind.ACTION: Wording("You own this action."),
    Kind.ASSUMPTION: Wording("You own this assumption."),
    Kind.DEPENDENCY: Wording("You own this dependency."),
    Kind.LESSON: Wording("You own this lesson learned."),
}
_BESIDE = ("project__organisation", "project__manager", "organisation", "owner", "decider", "other_project__manager")


def locked(entry: Entry, *, is_open: bool | None = True) -> Entry:
    """As it is now; of two who act at once, the second waits. Refuses what is closed, or is not."""
    found = Entry.objects.select_for_update(of=("self",)).select_related(*_BESIDE).get(pk=entry.pk)
    refuse_archived(found.project)
    if is_open is not None and found.is_open is not is_open:
        raise ValidationError(f"{found.reference} is {'closed' if is_open else 'open'} already. Reload the page.")
    return found


def refuse_archived(project: Project) -> None:
    if project.archived_at is not None:
        raise ValidationError(f"{project} is archived, so its registers stay as they are.")


def record(entry: Entry, by: Person | None, comment: str = "", **values: Any) -> dict[str, list[Any]]:
    """Saves what differs, with its event; returns what differed. Whoever changes an entry has looked at it."""
    before = {entry.owner_id, entry.decider_id}
    changed = change(entry, **values)
    if changed:
        entry.version += 1
        entry.reviewed_at = now()
        entry.save(update_fields=["version", "reviewed_at"])
        mark_facts(entry, set(changed))
    if changed or comment.strip():
        add(EntryEvent(entry=entry, by=by, changed=_shown(changed), comment=comment.strip()))
    if {"owner", "decider"} & changed.keys():
        tell_responsible(entry, by, but=before)
    return changed


def mark_facts(entry: Entry, changed: set[str]) -> None:
    """Rules look at some kinds and columns only; anything else needs no new assessment."""
    if entry.kind in WITH_RULES and changed & _RULES_LOOK_AT:
        Project.objects.filter(pk=entry.project_id).update(facts_changed_at=now())


def tell_responsible(entry: Entry, by: Person | None, but: set[int | None] | None = None) -> None:
    """Owner and decider, unless they were it before or made themselves so."""
    known = {*(but or ()), by.pk if by else None}
    parts = (
        (entry.decider, Wording("You are asked to decide this.")),
        (entry.owner, _YOURS[Kind(entry.kind)]),
    )
    for person, reason in parts:
        if person is not None and person.pk not in known:
            tell(entry, person, "responsible", reason, f"responsible:{entry.version}")
            known.add(person.pk)


def tell(entry: Entry, person: Person, kind: str, reason: Wording, key: str) -> None:
    notify(
        entry.organisation,
        [person],
        kind=kind,
        title=as_written(f"{entry.reference} {entry.title} ({entry.project.code})"),
        reason=reason,
        path=path_of(entry),
        key=f"entry:{entry.pk}:{key}",
        about=f"project:{entry.project_id}",
    )


def path_of(entry: Entry) -> str:
    return reverse("registers:entry", args=[entry.organisation.slug, entry.project_id, entry.pk])


def end(by: Person | None, state: State) -> dict[str, Any]:
    return {"state": state, "closed_at": now(), "closed_by": by}


def _shown(changed: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """Who closed or decided it and when says the event itself."""
    unsaid = {"closed_at", "closed_by", "decided_at", "decided_by"}
    return {name: told for name, told in changed.items() if name not in unsaid}
