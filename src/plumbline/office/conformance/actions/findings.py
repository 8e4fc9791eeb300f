"""Raising findings, answering them, and closing them. Who owns one never closes it."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError

from plumbline.office.conformance.actions.auditing import check_auditor, locked
from plumbline.office.conformance.models import Audit, AuditFinding, ChecklistQuestion, FindingEvent
from plumbline.office.conformance.queries.findings import deeds_open_to
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.governance import queries as governance
from plumbline.office.people import queries as people
from plumbline.office.people.models import Person

Deed, State = FindingEvent.Deed, AuditFinding.State
AFTER = {
    Deed.AGREE: State.AGREED,
    Deed.DISAGREE: State.DISAGREED,
    Deed.DONE: State.DONE,
    Deed.CLOSE: State.CLOSED,
    Deed.REOPEN: State.OPEN,
}


def raise_finding(
    question: ChecklistQuestion, *, by: Person, text: str, grade: str, owner: Person, due: date
) -> AuditFinding:
    """Something to be mended, that came out at a question. Raises ``ValidationError`` by field."""
    organisation = question.audit.organisation
    with action("raise_finding", by=by, scope=organisation) as line:
        found = locked(question.audit, Audit.State.UNDER_WAY)
        check_auditor(found, by)
        if due < governance.today(organisation):
            raise ValidationError({"due": "The day is over already."})
        if not people.people_in(organisation).filter(pk=owner.pk).exists():
            raise ValidationError({"owner": f"{owner} does not belong to {organisation}."})
        finding = add(
            AuditFinding(
                audit=found,
                project=question.project,
                question=question,
                text=text.strip(),
                grade=grade,
                owner=owner,
                due=due,
                raised_by=by,
            )
        )
        line.about(finding, grade=grade, owner=str(owner), due=str(due))
        return finding


def follow_up(finding: AuditFinding, *, by: Person, deed: str, words: str, until: date | None = None) -> FindingEvent:
    """What somebody does about a finding, in words. Raises ``ValidationError`` where it is not theirs to do."""
    organisation = finding.audit.organisation
    with action(f"finding_{deed}", by=by, scope=organisation) as line:
        found = (
            AuditFinding.objects.select_for_update(of=("self",)).select_related("audit", "project").get(pk=finding.pk)
        )
        audits = people.has_permission(organisation, by, "audit_projects")
        if deed not in deeds_open_to(by, found, audits=audits):
            raise ValidationError(_why_not(by, found, deed))
        if not words.strip():
            raise ValidationError({"words": "Say it in words."})
        if deed == Deed.AGREE and (until is None or until < governance.today(organisation)):
            raise ValidationError({"until": "Say until which day it is done, today or later."})
        event = add(
            FindingEvent(
                finding=found, deed=deed, words=words.strip(), until=until if deed == Deed.AGREE else None, by=by
            )
        )
        line.about(
            found, state=change(found, state=AFTER[Deed(deed)])["state"] if found.state != AFTER[Deed(deed)] else []
        )
        return event


def _why_not(by: Person, finding: AuditFinding, deed: str) -> str:
    if deed == Deed.CLOSE and by.pk == finding.owner_id:
        return "You own it, so somebody else has to close it."
    if deed in (Deed.AGREE, Deed.DISAGREE) and by.pk != finding.project.manager_id:
        return "Only the manager of the project says whether they agree."
    if deed == Deed.DONE and by.pk != finding.owner_id:
        return "Only the owner of the finding reports it done."
    return f"It is {finding.get_state_display().lower()}, or not yours to decide, so this is not possible."
