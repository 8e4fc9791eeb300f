"""What depends on whose view it is: one's own can be removed, and the office removes those that are shared."""

from __future__ import annotations

import rules

from plumbline.office.people.models import Membership
from plumbline.office.people.permissions import role_has
from plumbline.office.portfolio.models import SavedView


@rules.predicate
def is_own(membership: Membership, view: SavedView | None) -> bool:
    return view is not None and view.person_id == membership.person_id


@rules.predicate
def is_shared_here(membership: Membership, view: SavedView | None) -> bool:
    return view is not None and view.is_shared and view.organisation_id == membership.organisation_id


rules.add_perm("remove_view", is_own | (is_shared_here & role_has("edit_portfolio_tree")))
