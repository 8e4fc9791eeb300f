"""Questions about a project under its standard."""

from plumbline.office.governance.queries.appointments import RoleHeld, appointments_of, holders_of, holds, roles_held
from plumbline.office.governance.queries.following import standard_for, version_followed
from plumbline.office.governance.queries.waivers import asked, holding, titles_of_rules, waiver, waivers_of
from plumbline.office.people.queries import today

__all__ = [
    "RoleHeld",
    "appointments_of",
    "asked",
    "holders_of",
    "holding",
    "holds",
    "roles_held",
    "standard_for",
    "titles_of_rules",
    "today",
    "version_followed",
    "waiver",
    "waivers_of",
]
