"""Which roles of their standards somebody has in many projects at once."""

from __future__ import annotations

from collections.abc import Iterable

from plumbline.engine.standard import Standard
from plumbline.engine.standard.roles import Role
from plumbline.office.governance.models import Appointment
from plumbline.office.people.models import Membership
from plumbline.office.people.roles import STAFF
from plumbline.office.projects.models import Project
from plumbline.office.standards import queries as standards

Held = tuple[Standard | None, frozenset[str]]


def roles_of(membership: Membership, projects: Iterable[Project]) -> dict[int, Held]:
    """By project: its standard, and the roles of it that this member has there.

    Two queries, and one for each standard that was not loaded yet. The projects come with their ``standard_version``.
    """
    wanted = list(projects)
    in_force = standards.in_force(membership.organisation)
    appointed = _appointed(membership, wanted)
    found: dict[int, Held] = {}
    for project in wanted:
        version = project.standard_version or in_force
        standard = standards.standard_of(version) if version else None
        roles = standard.roles.items() if standard else ()
        has = frozenset(
            name for name, role in roles if _has(membership, project, role, appointed.get((project.pk, name)))
        )
        found[project.pk] = (standard, has)
    return found


def _appointed(membership: Membership, projects: list[Project]) -> dict[tuple[int, str], set[int]]:
    """Who is appointed and still belongs to the organisation, by project and role."""
    belongs = {"person__memberships__organisation": membership.organisation, "person__memberships__active": True}
    found: dict[tuple[int, str], set[int]] = {}
    rows = Appointment.objects.filter(project__in=projects, ended_at=None, **belongs)
    for project_id, role, person_id in rows.values_list("project_id", "role", "person_id"):
        found.setdefault((project_id, role), set()).add(person_id)
    return found


def _has(membership: Membership, project: Project, role: Role, appointed: set[int] | None) -> bool:
    """Whoever is appointed takes the place of whoever usually has it."""
    if appointed:
        return membership.person_id in appointed
    if role.usually == "pmo":
        return membership.role in STAFF
    usual = {"manager": project.manager_id, "sponsor": project.sponsor_id}.get(role.usually or "")
    return membership.person_id == usual
