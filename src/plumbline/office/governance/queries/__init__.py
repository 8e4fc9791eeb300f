"""Questions about a project under its standard."""

from plumbline.office.governance.queries.appointments import RoleHeld, appointments_of, holders_of, holds, roles_held
from plumbline.office.governance.queries.following import standard_for, version_followed
from plumbline.office.governance.queries.roles_of import roles_of
from plumbline.office.governance.queries.waivers import (
    asked,
    holding,
    titles_of_rules,
    today,
    waiver,
    waivers_of,
)

__all__ = [
    "RoleHeld",
    "appointments_of",
    "asked",
    "holders_of",
    "holding",
    "holds",
    "roles_held",
    "roles_of",
    "standard_for",
    "titles_of_rules",
    "today",
    "version_followed",
    "waiver",
    "waivers_of",
]
