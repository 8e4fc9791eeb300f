"""Whom a name in plans means, said once for the organisation; and whether owners of a project are asked by mail."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.people.queries import has_permission
from plumbline.office.progress.actions.reading import read_plan
from plumbline.office.progress.models import PlanName, ProjectProgress
from plumbline.office.progress.owners import key_of
from plumbline.office.progress.queries.names import TELLS, is_in_plan
from plumbline.office.projects.held import locked
from plumbline.office.projects.models import Project


def say_who(project: Project, name: str, *, person: Person | None, by: Person | None) -> PlanName:
    """``person`` of ``None``: nobody of the organisation. Raises ``ValidationError``.

    The name has to stand in the plan of that project; what is said of it holds for all plans of the organisation.
    """
    organisation = project.organisation
    with action("say_who_is_meant", by=by, scope=organisation) as line:
        held = locked(project)
        found = is_in_plan(held, key_of(name))
        if found is None:
            raise ValidationError("The plan does not name anybody like this any more. Load the page again.")
        if person is not None and not has_permission(organisation, person, TELLS):
            raise ValidationError({"person": "Choose somebody of the organisation who is no guest."})
        said, is_new = PlanName.objects.get_or_create(
            organisation=organisation, key=found.key, defaults={"name": found.name, "person": person, "set_by": by}
        )
        if not is_new:
            if said.person == person:
                line.nothing_happened()
                return said
            PlanName.objects.filter(pk=said.pk).update(person=person, set_by=by, set_at=now())
        line.about(said, person=str(person) if person else None)
    said.refresh_from_db()
    return said


def forget_who(project: Project, name: str, *, by: Person | None) -> bool:
    """From then on the name means whoever is called so, as any other. Returns whether anything was kept of it."""
    with action("forget_who_is_meant", by=by, scope=project.organisation) as line:
        locked(project)
        found = PlanName.objects.filter(organisation=project.organisation, key=key_of(name)).first()
        if found is None:
            line.nothing_happened()
            return False
        line.about(found, person=str(found.person) if found.person_id else None)
        PlanName.objects.filter(pk=found.pk).delete()
    return True


def ask_owners(project: Project, *, asks: bool, by: Person | None) -> ProjectProgress:
    """Whether those who answer for activities of this plan are reminded by mail."""
    with action("ask_owners", by=by, scope=project.organisation) as line:
        held = locked(project)
        read = ProjectProgress.objects.filter(project=held).first() or read_plan(held)
        if read.asks == asks:
            line.nothing_happened()
            return read
        ProjectProgress.objects.filter(pk=read.pk).update(asks=asks)
        line.about(read, asks=asks)
    read.refresh_from_db()
    return read
