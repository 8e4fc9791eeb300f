"""What others than the owner have to say: deciders of decisions and changes, managers of the other project."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from plumbline.office.foundation.access import may
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.clock import now
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Membership, Person
from plumbline.office.projects.models import PlanVersion
from plumbline.office.registers.actions.recording import end, locked, record, tell
from plumbline.office.registers.models import Entry, Kind, State


def decide_entry(entry: Entry, *, by: Person, text: str, approve: bool = True) -> None:
    """With the decision in words. An approved change stays open until it is carried out."""
    with action("decide_entry", by=by, scope=entry.organisation) as line:
        current = locked(entry)
        if current.kind not in (Kind.DECISION, Kind.CHANGE):
            raise ValidationError("Only decisions and changes are decided.")
        if current.decided_at is not None:
            raise ValidationError(f"{current.reference} is decided already.")
        if not text.strip():
            raise ValidationError({"text": "Say what is decided, so that others can act on it."})
        values: dict[str, Any] = {"response": text.strip(), "decided_at": now(), "decided_by": by}
        if current.kind == Kind.CHANGE and approve:
            values["state"] = State.AGREED
        else:
            values |= end(by, State.REFUSED if current.kind == Kind.CHANGE else State.DONE)
        changed = record(current, by, **values)
        for person in _others(by, current.owner, current.project.manager):
            reason = Wording("It is decided, and it is yours to act on.")
            tell(current, person, "decided", reason, f"decided:{current.version}")
        line.about(current, state=changed.get("state"))
    entry.refresh_from_db()


def answer_dependency(entry: Entry, *, by: Person, agrees: bool, comment: str = "") -> None:
    """For each side that the person may speak for. Agreed once both have; refused as soon as one has."""
    with action("answer_dependency", by=by, scope=entry.organisation) as line:
        current = locked(entry)
        if current.kind != Kind.DEPENDENCY or current.state != State.OPEN:
            raise ValidationError("Only a dependency that nobody has answered yet can be answered.")
        if not agrees and not comment.strip():
            raise ValidationError({"comment": "Say why not, so that the other side can propose something else."})
        values: dict[str, Any] = dict(_sides(current, by)) if agrees else end(by, State.REFUSED)
        here, there = (values.get(each, getattr(current, each)) for each in ("agreed_here_by", "agreed_there_by"))
        if agrees and here and there:
            values["state"] = State.AGREED
        changed = record(current, by, comment, **values)
        _tell_managers(current, by)
        line.about(current, changed=changed)
    entry.refresh_from_db()


def link_baseline(entry: Entry, *, by: Person, baseline: PlanVersion) -> None:
    """The plan version that the approved change set as the promise."""
    with action("link_baseline", by=by, scope=entry.organisation) as line:
        current = locked(entry, is_open=None)
        if current.kind != Kind.CHANGE or current.decided_at is None or current.state == State.REFUSED:
            raise ValidationError("Only an approved change sets a baseline.")
        if baseline.project_id != current.project_id:
            raise ValidationError({"baseline": "Choose a plan of this project."})
        if not record(current, by, baseline=baseline):
            line.nothing_happened()
            return
        line.about(current, baseline=str(baseline))
    entry.refresh_from_db()


def _sides(entry: Entry, by: Person) -> dict[str, Person]:
    place = Membership.objects.filter(organisation=entry.organisation, person=by, active=True).first()
    sides = (("agreed_here_by", entry.project), ("agreed_there_by", entry.other_project))
    found = {name: by for name, project in sides if project and place and may(place, "edit_project", project)}
    if not found:
        raise ValidationError("Only the managers of the two projects and the office agree on it.")
    return found


def _tell_managers(entry: Entry, by: Person) -> None:
    there = entry.other_project.manager if entry.other_project else None
    for person in _others(by, entry.project.manager, there):
        reason = Wording("You manage one of the two projects.")
        tell(entry, person, "dependency", reason, f"answered:{entry.version}")


def _others(by: Person, *people: Person | None) -> set[Person]:
    return {each for each in people if each is not None and each != by}
