"""Help that project managers asked for."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404

from plumbline.office.foundation.access import may
from plumbline.office.leading.models import HelpWanted
from plumbline.office.people.models import Membership, Organisation, Person


def help_in(organisation: Organisation) -> QuerySet[HelpWanted]:
    """What waits first, the urgent and the oldest before; then what was closed."""
    return HelpWanted.objects.filter(organisation=organisation).select_related(
        "person", "helper", "project", "organisation"
    )


def waiting(organisation: Organisation) -> QuerySet[HelpWanted]:
    return help_in(organisation).filter(state__in=HelpWanted.WAITING)


def asked_by(organisation: Organisation, person: Person) -> QuerySet[HelpWanted]:
    return help_in(organisation).filter(person=person)


def help_wanted(membership: Membership, number: int) -> HelpWanted:
    """404 for that of another organisation; who neither asked nor leads managers is refused."""
    found = help_in(membership.organisation).filter(pk=number).first()
    if found is None:
        raise Http404
    if found.person_id != membership.person_id and not may(membership, "lead_managers"):
        raise PermissionDenied("It is between whoever asked and those who lead: your role does not allow you to look.")
    return found
