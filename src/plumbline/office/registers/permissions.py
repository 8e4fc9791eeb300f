"""Who may change an entry, decide it, or agree for a project."""

from __future__ import annotations

import rules

from plumbline.office.people.models import Membership
from plumbline.office.people.permissions import role_has
from plumbline.office.people.roles import STAFF
from plumbline.office.registers.models import Entry


@rules.predicate
def of_this_organisation(membership: Membership, entry: Entry | None) -> bool:
    return entry is not None and entry.organisation_id == membership.organisation_id


@rules.predicate
def answers_for_it(membership: Membership, entry: Entry | None) -> bool:
    """Owns it, raised it, or manages its project."""
    who = membership.person_id
    return entry is not None and who in (entry.owner_id, entry.raised_by_id, entry.project.manager_id)


@rules.predicate
def is_staff(membership: Membership, entry: Entry | None) -> bool:
    return membership.active and membership.role in STAFF


@rules.predicate
def is_decider(membership: Membership, entry: Entry | None) -> bool:
    return entry is not None and entry.decider_id == membership.person_id


@rules.predicate
def manages_a_side(membership: Membership, entry: Entry | None) -> bool:
    if entry is None:
        return False
    other = entry.other_project
    return membership.person_id in (entry.project.manager_id, other.manager_id if other else None)


raises = of_this_organisation & role_has("raise_entries")
rules.add_perm("edit_entry", raises & (is_staff | answers_for_it))
rules.add_perm("decide_entry", raises & (is_staff | is_decider))
rules.add_perm("answer_dependency", raises & (is_staff | manages_a_side))
rules.add_perm("comment_entry", raises)
