"""Who has which role of the standard in a project."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404

from plumbline.engine.standard import Standard
from plumbline.engine.standard.roles import Role
from plumbline.office.governance.models import Appointment
from plumbline.office.people import queries as people
from plumbline.office.people.models import Person
from plumbline.office.people.roles import STAFF
from plumbline.office.projects.models import Project


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """A role of the standard with those who have it; ``usual`` where nobody was appointed and they have it anyway."""

    name: str
    role: Role
    people: list[Person]
    appointments: list[Appointment]

    @property
    def usual(self) -> bool:
        return bool(self.people) and not self.appointments


def roles_held(project: Project, standard: Standard) -> list[RoleHeld]:
    """Every role of the standard, in its order; two queries at most."""
    appointed: dict[str, list[Appointment]] = {}
    for each in appointments_of(project):
        appointed.setdefault(each.role, []).append(each)
    found = []
    for name, role in standard.roles.items():
        of_role = appointed.get(name, [])
        holders = [each.person for each in of_role] or _usual(project, role)
        found.append(RoleHeld(name, role, holders, of_role))
    return found


def holders_of(project: Project, standard: Standard, role: str) -> list[Person]:
    """Those appointed, else those who usually have it; nobody for a role that the standard does not have."""
    return next((each.people for each in roles_held(project, standard) if each.name == role), [])


def holds(person: Person, project: Project, standard: Standard, role: str) -> bool:
    return any(each.pk == person.pk for each in holders_of(project, standard, role))


def appointments_of(project: Project) -> QuerySet[Appointment]:
    """Those that hold, of people who still belong to the organisation."""
    belongs = {"person__memberships__organisation": project.organisation, "person__memberships__active": True}
    return Appointment.objects.filter(project=project, ended_at=None, **belongs).select_related("person")


def appointment(project: Project, appointment_id: int) -> Appointment:
    """404 for one of another project, and for one that has ended."""
    found = appointments_of(project).filter(pk=appointment_id).first()
    if found is None:
        raise Http404
    return found


def _usual(project: Project, role: Role) -> list[Person]:
    if role.usually == "pmo":
        return list(people.people_in(project.organisation, *sorted(STAFF)))
    named = {"manager": project.manager, "sponsor": project.sponsor}.get(role.usually or "")
    return [named] if named else []
