"""What waits for somebody's approval, across projects."""

from __future__ import annotations

from django.db.models import QuerySet

from plumbline.office.artefacts.models import ArtefactApproval
from plumbline.office.artefacts.parts import role_accountable
from plumbline.office.governance import queries as governance
from plumbline.office.people.models import Membership


def waiting_for(membership: Membership) -> list[ArtefactApproval]:
    """Approvals that this person can decide, the oldest first; a fixed number of queries."""
    asked = list(_asked(membership))
    standing = governance.roles_of(membership, {each.document.project for each in asked})
    found = []
    for each in asked:
        standard, roles = standing[each.document.project_id]
        artefact = standard.artefacts.get(each.document.name) if standard else None
        if artefact and role_accountable(artefact) in roles:
            found.append(each)
    return found


def _asked(membership: Membership) -> QuerySet[ArtefactApproval]:
    """Those of others."""
    person, organisation = membership.person, membership.organisation
    found = ArtefactApproval.objects.filter(
        state=ArtefactApproval.State.ASKED,
        document__project__organisation=organisation,
        document__project__archived_at=None,
    )
    others = found.exclude(asked_by=person).exclude(version__authors=person)
    projects = ("document__project__manager", "document__project__sponsor", "document__project__standard_version")
    return (
        others.select_related("version", "asked_by", *projects)
        .defer("document__project__standard_version__files")
        .order_by("asked_at", "id")
    )
