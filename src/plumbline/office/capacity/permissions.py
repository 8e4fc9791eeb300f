"""Who keeps people and pools, who decides about them, and who may know why somebody is away."""

from __future__ import annotations

import rules

from plumbline.office.capacity.models import CapacityRequest, LeaveTable, Pool, ResourcePerson
from plumbline.office.people.models import Membership
from plumbline.office.people.permissions import role_has
from plumbline.office.projects.permissions import belongs_here, manages


@rules.predicate
def owns_pool(membership: Membership, pool: Pool | None) -> bool:
    return pool is not None and membership.person_id in (pool.owner_id, pool.deputy_id)


@rules.predicate
def of_here(membership: Membership, thing: Pool | ResourcePerson | CapacityRequest | None) -> bool:
    return thing is not None and thing.organisation_id == membership.organisation_id


@rules.predicate
def owns_their_pool(membership: Membership, person: ResourcePerson | None) -> bool:
    return person is not None and person.pool is not None and owns_pool(membership, person.pool)


@rules.predicate
def is_oneself(membership: Membership, person: ResourcePerson | None) -> bool:
    return person is not None and person.person_id == membership.person_id


@rules.predicate
def owns_what_is_asked(membership: Membership, request: CapacityRequest | None) -> bool:
    return request is not None and owns_pool(membership, request.pool)


@rules.predicate
def asked_or_manages(membership: Membership, request: CapacityRequest | None) -> bool:
    return request is not None and membership.person_id in (request.asked_by_id, request.project.manager_id)


@rules.predicate
def handed_it_in(membership: Membership, table: LeaveTable | None) -> bool:
    """It may hold reasons, so it is theirs alone."""
    return table is not None and table.by_id == membership.person_id


sees = role_has("see_capacity")
office = role_has("manage_any_capacity")
rules.add_perm("manage_pool", sees & of_here & (office | owns_pool))
rules.add_perm("manage_resource_person", sees & of_here & (office | owns_their_pool))
rules.add_perm("enter_leave", role_has("enter_own_leave") & of_here & (office | owns_their_pool | is_oneself))
rules.add_perm("take_up_leave_table", role_has("enter_own_leave") & handed_it_in)
rules.add_perm("see_reason_of_leave", sees & of_here & (owns_their_pool | is_oneself))
rules.add_perm("decide_capacity_request", sees & of_here & (office | owns_what_is_asked))
rules.add_perm("withdraw_capacity_request", sees & of_here & (office | asked_or_manages))
rules.add_perm("ask_for_project_capacity", sees & belongs_here & (office | (role_has("ask_for_capacity") & manages)))
