"""One-to-ones as one of the two sees them; for everybody else there are none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.http import Http404

from plumbline.office.foundation.sealed import place, words_in
from plumbline.office.leading.models import AgreedAction, OneToOne
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects.models import Project

WEEKS_BETWEEN = 6
"""After so many weeks without one, the next is due."""


def of(organisation: Organisation, person: Person) -> QuerySet[OneToOne]:
    """Those that the person is one of the two of, the latest first."""
    return _all(organisation).filter(Q(manager=person) | Q(lead=person))


def one_to_one(organisation: Organisation, person: Person, number: int) -> OneToOne:
    """404 for one of another organisation; who is neither of the two is refused."""
    found = _all(organisation).filter(pk=number).first()
    if found is None:
        raise Http404
    _must_be_of_two(found, person)
    return found


def own_notes(meeting: OneToOne, person: Person) -> str | None:
    """What one of the two has noted for themselves; ``None`` where the key to it is lost."""
    field = meeting.own_field(person)
    return words_in(getattr(meeting, field), place(meeting, field, meeting.planned_at))


def agreed(organisation: Organisation, person: Person) -> QuerySet[AgreedAction]:
    """What the person took upon themselves and has not done yet, the most urgent first."""
    mine = AgreedAction.objects.filter(owner=person, one_to_one__organisation=organisation, done_at=None)
    return mine.select_related("one_to_one__manager", "one_to_one__lead").order_by("due_on", "pk")


def agreed_action(organisation: Organisation, person: Person, number: int) -> AgreedAction:
    """As with ``one_to_one``."""
    agreed = AgreedAction.objects.filter(one_to_one__organisation=organisation, pk=number)
    found = agreed.select_related("one_to_one__organisation", "owner").first()
    if found is None:
        raise Http404
    _must_be_of_two(found.one_to_one, person)
    return found


@dataclass(frozen=True, slots=True)
class Overdue:
    person: Person
    last: datetime


def due_again(organisation: Organisation, day: date, most: int) -> tuple[list[Overdue], int]:
    """Managers of running projects whose last one-to-one is long ago, and none is planned; the longest ago first.

    Who never had one is not among them: whether an office holds them is its own choice. Two queries.
    """
    since = day - timedelta(weeks=WEEKS_BETWEEN)
    held = OneToOne.objects.filter(organisation=organisation, manager=OuterRef("pk"))
    leads = Project.objects.filter(organisation=organisation, archived_at=None, manager=OuterRef("pk"))
    mine = Q(one_to_ones__organisation=organisation, one_to_ones__held_at__isnull=False)
    found = (
        Person.objects.filter(Exists(leads), Exists(held.filter(held_at__isnull=False)))
        .exclude(Exists(held.filter(held_at=None, cancelled_at=None)))
        .annotate(last=Max("one_to_ones__at", filter=mine))
        .filter(last__date__lt=since)
        .order_by("last", "name", "pk")
    )
    return [Overdue(each, each.last) for each in found[:most]], found.count()


def _all(organisation: Organisation) -> QuerySet[OneToOne]:
    return OneToOne.objects.filter(organisation=organisation).select_related("manager", "lead", "organisation")


def _must_be_of_two(meeting: OneToOne, person: Person) -> None:
    if person.pk not in (meeting.manager_id, meeting.lead_id):
        raise PermissionDenied(
            "A one-to-one belongs to the two who talk: your role, whatever it is, does not allow you to look."
        )
