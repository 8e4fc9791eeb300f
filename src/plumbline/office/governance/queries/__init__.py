"""Questions about a project under its standard."""

from plumbline.office.governance.queries.appointments import RoleHeld, appointments_of, holders_of, holds, roles_held
from plumbline.office.governance.queries.following import (
    Adapted,
    adapted_for,
    laid_over,
    last_decision,
    standard_by,
    standard_for,
    tailoring,
    tailorings_holding,
    tailorings_of,
    titles_of_rules,
    version_followed,
)
from plumbline.office.governance.queries.roles_of import roles_of
from plumbline.office.governance.queries.waivers import asked, holding, waiver, waivers_of
from plumbline.office.people.queries import today

__all__ = [
    "Adapted",
    "RoleHeld",
    "adapted_for",
    "appointments_of",
    "asked",
    "holders_of",
    "holding",
    "holds",
    "laid_over",
    "last_decision",
    "roles_held",
    "roles_of",
    "standard_by",
    "standard_for",
    "tailoring",
    "tailorings_holding",
    "tailorings_of",
    "titles_of_rules",
    "today",
    "version_followed",
    "waiver",
    "waivers_of",
]
