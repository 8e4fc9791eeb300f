"""Who may do what: permissions are predicates over a membership and, for some, the thing acted on."""

from __future__ import annotations

from typing import Any

import rules


def may(who: Any, permission: str, thing: Any = None) -> bool:
    """Whether the member has the permission, on that thing where it depends on one."""
    if not rules.perm_exists(permission):
        raise LookupError(f"There is no permission '{permission}'.")
    return bool(rules.has_perm(permission, who, thing))
