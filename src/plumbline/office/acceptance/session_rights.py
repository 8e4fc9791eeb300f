"""Who calls an acceptance session, and who accepts which criterion."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet

from plumbline.engine.standard import Standard
from plumbline.office.acceptance.session_models import AcceptanceSession, Attendee
from plumbline.office.foundation.access import may
from plumbline.office.governance import queries as governance
from plumbline.office.people import queries as people
from plumbline.office.people.models import Membership, Person
from plumbline.office.people.roles import STAFF
from plumbline.office.projects.models import Project

OFFICE = "PMO"


@dataclass(frozen=True, slots=True)
class Acceptors:
    """By role of the standard: its title and who has it. Where a criterion names none, the PMO accepts."""

    titles: dict[str, str]
    held: dict[str, list[Person]]
    office: list[Person]

    def title(self, role: str) -> str:
        return self.titles.get(role, OFFICE)

    def people(self, role: str) -> list[Person]:
        return self.held.get(role, self.office)

    def accepts(self, person: Person, role: str) -> bool:
        return any(each.pk == person.pk for each in self.people(role))


def acceptors_of(project: Project) -> Acceptors:
    """Who manages the project does not accept what the PMO accepts: they hand it over."""
    standard: Standard | None = governance.standard_for(project)
    held = governance.roles_held(project, standard) if standard else []
    office = people.people_in(project.organisation, *sorted(STAFF))
    return Acceptors(
        {each.name: each.role.title for each in held},
        {each.name: each.people for each in held},
        [each for each in office if each.pk != project.manager_id],
    )


def visible_to(membership: Membership) -> QuerySet[AcceptanceSession]:
    """A guest sees the sessions that they are on the list of."""
    found = AcceptanceSession.objects.filter(project__organisation=membership.organisation)
    if may(membership, "see_acceptance"):
        return found
    return found.filter(pk__in=Attendee.objects.filter(person=membership.person).values("session"))


def must_see(membership: Membership, session: AcceptanceSession) -> None:
    if may(membership, "see_acceptance"):
        return
    if not session.attendees.filter(person=membership.person).exists():
        raise PermissionDenied("Your part in this project does not allow this: see an acceptance session.")


def runs(person: Person, project: Project) -> bool:
    """Whether they call and prepare sessions: whoever may edit the project."""
    membership = people.membership_in(project.organisation.slug, person)
    return membership is not None and not project.archived_at and may(membership, "edit_project", project)


def must_run(person: Person, project: Project) -> None:
    if not runs(person, project):
        raise PermissionDenied("Your part in this project does not allow this: prepare an acceptance session.")


def must_take_part(person: Person, session: AcceptanceSession) -> None:
    """Who accepts something that is shown."""
    acceptors = acceptors_of(session.project)
    roles = set(session.items.values_list("criterion__accepted_by", flat=True))
    if not any(acceptors.accepts(person, each) for each in roles):
        raise PermissionDenied("Your part in this project does not allow this: decide in this session.")


def must_accept(person: Person, acceptors: Acceptors, role: str) -> None:
    if not acceptors.accepts(person, role):
        title = acceptors.title(role)
        raise PermissionDenied(f"Your part in this project does not allow this: it is accepted by: {title}.")
