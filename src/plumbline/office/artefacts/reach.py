"""What somebody may do with the artefacts of one project."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import Http404

from plumbline.engine.standard import Standard
from plumbline.engine.standard.artefacts import Artefact
from plumbline.engine.standard.rasci import Part
from plumbline.office.artefacts.models import ArtefactApproval, ArtefactDocument, ArtefactVersion
from plumbline.office.artefacts.parts import WRITE, PartHeld, parts_held, people_with
from plumbline.office.foundation.access import may
from plumbline.office.governance.queries import RoleHeld, roles_held, standard_for
from plumbline.office.people.models import Membership
from plumbline.office.projects.models import Project


@dataclass(frozen=True, slots=True)
class Reach:
    """A member of the organisation before the artefacts of a project: its standard, and who has which role."""

    membership: Membership
    project: Project
    standard: Standard | None
    held: list[RoleHeld]

    def sees_drafts(self, name: str) -> bool:
        """Everybody but guests, and a guest who writes or approves this artefact."""
        return may(self.membership, "see_artefact_drafts") or self._has_part(name, *WRITE)

    def artefact(self, name: str) -> Artefact | None:
        return self.standard.artefacts.get(name) if self.standard else None

    def named(self, name: str) -> Artefact:
        """404 for one that the standard does not have."""
        found = self.artefact(name)
        if found is None:
            raise Http404
        return found

    def parts(self, name: str) -> list[PartHeld]:
        artefact = self.artefact(name)
        return parts_held(artefact, self.held) if artefact else []

    def may_write(self, name: str) -> bool:
        """Who may edit the project, and who is responsible, accountable or supports."""
        return self.artefact(name) is not None and (
            may(self.membership, "edit_project", self.project) or self._has_part(name, *WRITE)
        )

    def is_accountable(self, name: str) -> bool:
        return self._has_part(name, Part.ACCOUNTABLE)

    def may_confirm(self, name: str) -> bool:
        """Who writes it, and who approves it."""
        return self.may_write(name) or self.is_accountable(name)

    def has_a_hand_in(self, approval: ArtefactApproval) -> bool:
        """Whoever wrote part of it or asked for it; needs the authors of the version."""
        authors = {each.pk for each in approval.version.authors.all()}
        return self.membership.person_id in authors | {approval.asked_by_id}

    def sees(self, document: ArtefactDocument, version: ArtefactVersion) -> bool:
        """Who sees no drafts sees the version that counts."""
        return self.sees_drafts(document.name) or version.pk == document.approved_id

    def require_writing(self, name: str) -> None:
        self.named(name)
        if not self.may_write(name):
            raise PermissionDenied("Your part in this project does not allow this: write this artefact.")

    def require_deciding(self, name: str) -> None:
        self.named(name)
        if not self.is_accountable(name):
            raise PermissionDenied("Your part in this project does not allow this: approve this artefact.")

    def require_confirming(self, name: str) -> None:
        self.named(name)
        if not self.may_confirm(name):
            raise PermissionDenied("Your part in this project does not allow this: confirm this artefact.")

    def _has_part(self, name: str, *parts: Part) -> bool:
        artefact = self.artefact(name)
        found = people_with(artefact, self.held, *parts) if artefact else []
        return any(each.pk == self.membership.person_id for each in found)


def reach_of(membership: Membership, project: Project) -> Reach:
    standard = standard_for(project)
    return Reach(membership, project, standard, roles_held(project, standard) if standard else [])
