"""Giving a project to a manager."""

from __future__ import annotations

from uuid import uuid4

from django.core.exceptions import ValidationError
from django.urls import reverse

from plumbline.office.foundation.audit import action
from plumbline.office.notifications.actions import notify
from plumbline.office.notifications.wording import Wording, as_written
from plumbline.office.people import queries as people
from plumbline.office.people.models import Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.actions import edit_project
from plumbline.office.projects.models import Project


def assign_manager(project: Project, manager: Person, *, by: Person | None, note: str = "") -> Project:
    """The manager is told, with the note. Who has the project already is not told again."""
    organisation = project.organisation
    with action("assign_manager", by=by, scope=organisation) as line:
        locked = Project.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=project.pk)
        if locked.manager_id == manager.pk:
            line.nothing_happened()
            return locked
        if locked.archived_at:
            raise ValidationError({"project": f"{locked} is archived."})
        if not people.people_in(organisation, Role.PROJECT_MANAGER).filter(pk=manager.pk).exists():
            raise ValidationError({"manager": f"{manager} is no project manager of {organisation}."})
        edit_project(locked, by=by, manager=manager)
        notify(
            organisation,
            [manager],
            kind="manager",
            title=Wording("You lead {project}", project=locked),
            reason=as_written(note.strip()) if note.strip() else Wording("You were chosen as its manager."),
            path=reverse("projects:plan", args=[organisation.slug, locked.pk]),
            key=f"manager:{locked.pk}:{uuid4()}",
            about=f"project:{locked.pk}",
        )
        line.about(locked, manager=str(manager), note=note.strip()[:250])
        return locked
