"""A signal becomes a risk, an issue, a lesson learned, or a proposal to change the standard."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import change
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Person
from plumbline.office.people.queries import has_permission
from plumbline.office.projects.models import Project
from plumbline.office.registers.actions import add_entry
from plumbline.office.registers.models import Entry
from plumbline.office.registers.models import Kind as EntryKind
from plumbline.office.signals.actions.answering import held_to_answer
from plumbline.office.signals.actions.telling import RAISED, tell
from plumbline.office.signals.models import Signal
from plumbline.office.standards.actions import begin_draft, remark
from plumbline.office.standards.models import DraftRemark, StandardDraft
from plumbline.office.standards.queries import in_force

ENTRIES = (EntryKind.RISK, EntryKind.ISSUE, EntryKind.LESSON)


def become_entry(
    signal: Signal, *, by: Person, kind: str, project: Project, title: str, description: str = ""
) -> Entry:
    """In the words of who does it: a register is read by more people than a signal. Raises ``ValidationError``."""
    with action("turn_signal_into_entry", by=by, scope=signal.organisation) as line:
        locked = _turning(signal, by, "raise_entries")
        if kind not in ENTRIES:
            raise ValidationError({"kind": "Choose a risk, an issue or a lesson learned."})
        if project.organisation_id != locked.organisation_id:
            raise ValidationError({"project": "Choose a project of the organisation."})
        text = "\n\n".join(each for each in (description.strip(), _origin(locked)) if each)
        entry = add_entry(project, EntryKind(kind), by=by, title=title, description=text)
        line.about(locked, changed=change(locked, entry=entry))
        _tell(locked, by, entry.reference)
        return entry


def become_draft(signal: Signal, *, by: Person, title: str, text: str) -> StandardDraft:
    """A draft of the standard in force with a remark of what is proposed. Raises ``ValidationError``."""
    with action("turn_signal_into_draft", by=by, scope=signal.organisation) as line:
        locked = _turning(signal, by, "write_standards")
        version = in_force(locked.organisation)
        if version is None:
            raise ValidationError("There is no standard in force that could be changed.")
        files = {name: words.encode() for name, words in version.files.items()}
        draft = begin_draft(locked.organisation, by=by, title=title.strip(), files=files, begun_from=version)
        about = f"About: {locked.subject}" if locked.subject else ""
        proposed = "\n\n".join(each for each in (text.strip(), about, _origin(locked)) if each)
        remark(draft, by=by, verdict=DraftRemark.Verdict.COMMENT, text=proposed)
        line.about(locked, changed=change(locked, draft=draft))
        _tell(locked, by, draft.title)
        return draft


def _turning(signal: Signal, by: Person, permission: str) -> Signal:
    locked = held_to_answer(signal, by)
    if not has_permission(signal.organisation, by, permission):
        raise PermissionDenied(f"Your role does not allow this: {permission.replace('_', ' ')}.")
    if not locked.is_going:
        raise ValidationError("It is closed.")
    if locked.entry_id or locked.draft_id:
        raise ValidationError("It has become something already.")
    return locked


def _origin(signal: Signal) -> str:
    return f"From a signal: {reverse('signals:signal', args=[signal.organisation.slug, signal.pk])}"


def _tell(signal: Signal, by: Person, what: str) -> None:
    title = Wording("Your signal has become {what}", what=what)
    tell(signal, [signal.by_id], "became", title, RAISED, by)
