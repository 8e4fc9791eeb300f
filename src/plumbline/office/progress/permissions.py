"""What depends on whose project it is."""

from __future__ import annotations

import rules

from plumbline.office.governance.models import Appointment
from plumbline.office.people.models import Membership
from plumbline.office.people.permissions import role_has
from plumbline.office.projects.models import Project
from plumbline.office.projects.permissions import belongs_here, manages

LEADS = ("team_lead", "delivery_lead")
"""Roles of the built-in standards whose holders lead those who do the work of a project."""


@rules.predicate
def leads_a_team(membership: Membership, project: Project | None) -> bool:
    if project is None:
        return False
    held = Appointment.objects.filter(project=project, person=membership.person_id, role__in=LEADS, ended_at=None)
    return held.exists()


_records = role_has("record_any_plan") | (role_has("record_own_plan") & manages)
rules.add_perm("take_in_progress", belongs_here & _records)
"""Takes a project: who writes what was told into its plan, or refuses it, and says whom names in plans mean."""

rules.add_perm("tell_for_others", belongs_here & (_records | (role_has("tell_progress") & leads_a_team)))
"""Takes a project: who may say how the activities of others stand."""
