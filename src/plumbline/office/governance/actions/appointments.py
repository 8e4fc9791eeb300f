"""Giving people the roles that the standard names."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.governance.models import Appointment
from plumbline.office.governance.queries.following import standard_for
from plumbline.office.people.models import Membership, Person
from plumbline.office.projects.models import Project


def appoint(project: Project, *, by: Person | None, role: str, person: Person) -> Appointment:
    """Gives somebody a role in a project, beside those who have it. Raises ``ValidationError`` by field."""
    with action("appoint", by=by, scope=project.organisation) as line:
        standard = standard_for(project)
        if standard is None or role not in standard.roles:
            raise ValidationError({"role": "The project's standard has no such role."})
        belongs = Membership.objects.filter(organisation=project.organisation, person=person, active=True)
        if not belongs.exists():
            raise ValidationError({"person": f"{person} does not belong to {project.organisation}."})
        appointment = add(Appointment(project=project, role=role, person=person, appointed_by=by))
        line.about(appointment, role=role, person=str(person))
        return appointment


def end_appointment(appointment: Appointment, *, by: Person | None) -> None:
    """It stays to be read that somebody had the role."""
    with action("end_appointment", by=by, scope=appointment.project.organisation) as line:
        locked = Appointment.objects.select_for_update().get(pk=appointment.pk)
        if locked.ended_at:
            line.nothing_happened()
            return
        change(locked, ended_at=now())
        line.about(locked, role=locked.role, person=str(appointment.person))
