"""What depends on whose project it is."""

from __future__ import annotations

import rules

from plumbline.office.people.models import Membership
from plumbline.office.people.permissions import role_has
from plumbline.office.projects.models import Project


@rules.predicate
def manages(membership: Membership, project: Project | None) -> bool:
    return project is not None and project.manager_id == membership.person_id


@rules.predicate
def belongs_here(membership: Membership, project: Project | None) -> bool:
    return project is not None and project.organisation_id == membership.organisation_id


rules.add_perm("edit_project", belongs_here & (role_has("edit_any_project") | (role_has("edit_own_project") & manages)))
rules.add_perm("record_plan", belongs_here & (role_has("record_any_plan") | (role_has("record_own_plan") & manages)))
