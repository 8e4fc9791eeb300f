"""What depends on whose policy it is: its owner may do what the office may, but approve it."""

from __future__ import annotations

import rules

from plumbline.office.people.models import Membership
from plumbline.office.people.permissions import role_has
from plumbline.office.policies.models import Policy


@rules.predicate
def owns(membership: Membership, policy: Policy | None) -> bool:
    return policy is not None and policy.owner_id == membership.person_id


@rules.predicate
def belongs_here(membership: Membership, policy: Policy | None) -> bool:
    return policy is not None and policy.organisation_id == membership.organisation_id


rules.add_perm("edit_policy", belongs_here & (role_has("write_policies") | owns))
rules.add_perm("see_policy_drafts", belongs_here & (role_has("write_policies") | role_has("approve_policies") | owns))
