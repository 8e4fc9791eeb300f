"""Who may do what in communities, whatever page it comes from."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied

from plumbline.office.communities.models import Community
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import has_permission

TAKE_PART, RUN = "take_part_in_communities", "run_communities"


def must_take_part(organisation: Organisation, by: Person) -> None:
    if not has_permission(organisation, by, TAKE_PART):
        raise PermissionDenied("Your role does not allow this: take part in communities.")


def must_run(organisation: Organisation, by: Person) -> None:
    if not has_permission(organisation, by, RUN):
        raise PermissionDenied("Your role does not allow this: run communities.")


def must_lead(community: Community, by: Person) -> None:
    must_take_part(community.organisation, by)
    if not leads(community, by):
        raise PermissionDenied("Your role does not allow this: leads of the community do it.")


def leads(community: Community, person: Person) -> bool:
    """Its leads do, and those who run communities."""
    is_lead = community.members.filter(person=person, is_lead=True).exists()
    return is_lead or has_permission(community.organisation, person, RUN)
