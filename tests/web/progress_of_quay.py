"""Progress at Quay: somebody is asked, one told and it waits, one was taken over, one refused."""

from __future__ import annotations

from datetime import date, timedelta

from plumbline.office.foundation.clock import clock_at, now
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.progress import actions
from plumbline.office.progress.models import OwnedActivity
from plumbline.office.progress.saying import Said
from plumbline.office.projects.models import Project


def tell_at_quay(organisation: Organisation, people: dict[Role, Person], day: date) -> None:
    """The plan names the team of Quay; who that is was said. What is told is told by whoever manages the project."""
    project, manager = Project.objects.get(organisation=organisation, code="QUAY-1"), people[Role.PROJECT_MANAGER]
    actions.read_plan(project)
    actions.say_who(project, "Team of Quay", person=people[Role.PROJECT_MANAGER], by=manager)
    actions.ask_owners(project, asks=True, by=manager)
    owned = list(
        OwnedActivity.objects.filter(project=project).select_related("project__organisation").order_by("start", "pk")
    )
    actions.ask(organisation, people[Role.TEAM_MEMBER], owned[:2], day)
    with clock_at(now() + timedelta(days=1)):
        refused = actions.tell(owned[1], Said("not_yet", note="The quay is wet."), by=manager)
        actions.refuse(refused, by=manager, reason="The quay was dry.")
        taken = actions.tell(owned[0], Said("planned"), by=manager)
        actions.accept(project, [taken], by=manager)
        actions.tell(owned[1], Said("under_way", started=day, remaining="3d", note="Quay is dry."), by=manager)
