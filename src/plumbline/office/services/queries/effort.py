"""A week of somebody's bookings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.http import Http404

from plumbline.office.people.models import Organisation, Person
from plumbline.office.services.models import Effort


@dataclass(frozen=True, slots=True)
class Week:
    monday: date
    rows: list[Effort]

    @property
    def before(self) -> date:
        return self.monday - timedelta(days=7)

    @property
    def after(self) -> date:
        return self.monday + timedelta(days=7)

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=6)

    @property
    def minutes(self) -> int:
        return sum(each.minutes for each in self.rows)

    @property
    def days(self) -> list[tuple[date, int]]:
        """Each day with its minutes."""
        days = [self.monday + timedelta(days=number) for number in range(7)]
        return [(day, sum(each.minutes for each in self.rows if each.on == day)) for day in days]


def week_of(organisation: Organisation, person: Person, day: date) -> Week:
    """The week in which ``day`` lies. One query."""
    monday = day - timedelta(days=day.weekday())
    rows = Effort.objects.filter(
        organisation=organisation, person=person, on__gte=monday, on__lt=monday + timedelta(days=7)
    ).select_related("service", "request")
    return Week(monday, list(rows))


def effort_in(organisation: Organisation, person: Person, effort_id: int) -> Effort:
    """One's own; 404 for all others."""
    found = Effort.objects.filter(organisation=organisation, person=person, pk=effort_id).first()
    if found is None:
        raise Http404
    return found
