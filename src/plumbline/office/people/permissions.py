"""The table of roles as predicates, one for each permission."""

from __future__ import annotations

from typing import Any

import rules

from plumbline.office.people.models import Membership
from plumbline.office.people.roles import PERMISSIONS


def role_has(permission: str) -> rules.Predicate:
    roles = PERMISSIONS[permission]

    @rules.predicate(name=f"role_has:{permission}")
    def has(membership: Membership, thing: Any = None) -> bool:
        return membership.active and membership.role in roles

    return has


for name in PERMISSIONS:
    rules.add_perm(name, role_has(name))
