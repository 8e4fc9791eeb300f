"""Asking for approvals, deciding on them, and saying that a document is still right.

Who wrote something of a version, or asked for its approval, never decides.
"""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.office.artefacts.actions.writing import artefact_named
from plumbline.office.artefacts.models import ArtefactApproval, ArtefactDocument, ArtefactReview, ArtefactVersion
from plumbline.office.artefacts.parts import role_accountable
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.governance.queries import holds, standard_for
from plumbline.office.people.models import Person

State = ArtefactApproval.State


def ask_for_approval(version: ArtefactVersion, *, by: Person) -> ArtefactApproval:
    """Raises ``ValidationError`` for a version that is not the latest, waits, or is decided on."""
    project = version.document.project
    with action("ask_for_artefact_approval", by=by, scope=project.organisation) as line:
        document = _locked(version.document)
        artefact_named(project, document.name)
        if document.latest_id != version.pk:
            raise ValidationError("There is a newer version.")
        if document.approved_id == version.pk:
            raise ValidationError("It is approved already.")
        if version.approvals.filter(state=State.SENT_BACK).exists():
            raise ValidationError("It was sent back. Keep a new version that answers what was said, and ask for that.")
        approval = add(ArtefactApproval(document=document, version=version, asked_by=by))
        line.about(approval, version=version.number)
        return approval


def decide_approval(approval: ArtefactApproval, *, by: Person, approve: bool, note: str = "") -> None:
    """Raises ``ValidationError`` for whoever may not decide, when it is decided, and for no without a reason."""
    project = approval.document.project
    with action("decide_artefact_approval", by=by, scope=project.organisation) as line:
        document = _locked(approval.document)
        locked = ArtefactApproval.objects.select_related("version").get(pk=approval.pk)
        if locked.state != State.ASKED:
            raise ValidationError(f"It does not wait any more: {locked.get_state_display().lower()}.")
        _refuse_who_may_not(by, locked)
        if not approve and not note.strip():
            raise ValidationError({"note": "Say what has to change."})
        moment = now()
        state = State.APPROVED if approve else State.SENT_BACK
        changed = change(locked, state=state, decided_by=by, decided_at=moment, note=note.strip())
        if approve:
            change(document, approved=locked.version, reviewed_at=moment)
        line.about(locked, version=locked.version.number, state=changed["state"])


def confirm_review(document: ArtefactDocument, *, by: Person) -> ArtefactReview:
    """The version that counts is still right today. Raises ``ValidationError`` where none is approved."""
    with action("confirm_artefact", by=by, scope=document.project.organisation) as line:
        locked = _locked(document)
        if locked.approved is None:
            raise ValidationError("No version is approved yet, so there is nothing to confirm.")
        review = add(ArtefactReview(document=locked, version=locked.approved, reviewer=by, reviewed_at=now()))
        change(locked, reviewed_at=review.reviewed_at)
        line.about(review, version=locked.approved.number)
        return review


def _refuse_who_may_not(person: Person, approval: ArtefactApproval) -> None:
    project, name = approval.document.project, approval.document.name
    artefact = artefact_named(project, name)
    standard = standard_for(project)
    assert standard is not None
    role = role_accountable(artefact)
    if not holds(person, project, standard, role):
        raise ValidationError(f"Only who has the role “{standard.roles[role].title}” in this project decides.")
    if approval.asked_by_id == person.pk or approval.version.authors.filter(pk=person.pk).exists():
        raise ValidationError("You wrote part of it or asked for its approval, so somebody else has to decide.")


def _locked(document: ArtefactDocument) -> ArtefactDocument:
    """Of two who decide at once, the second is told."""
    return ArtefactDocument.objects.select_for_update(of=("self",)).select_related("approved").get(pk=document.pk)
