"""The calendars that people of an organisation work by: its own week, and patterns that differ from it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from plumbline.engine.calendars import WorkCalendar
from plumbline.engine.capacity import Window
from plumbline.office.capacity.models import WorkingPattern
from plumbline.office.people.models import Organisation
from plumbline.office.people.working_time import work_calendar


@dataclass(frozen=True, slots=True)
class Calendars:
    """``number`` by the key of a pattern, ``None`` for the organisation's own week."""

    known: tuple[WorkCalendar, ...]
    number: dict[int | None, int]

    @property
    def usual(self) -> WorkCalendar:
        return self.known[0]

    def basis(self, of: Window) -> str:
        """Another one whenever a calendar, a holiday or the time that is kept is another."""
        told = repr([(each.week, each.exceptions) for each in self.known]) + repr(
            (sorted(self.number.items(), key=str), of)
        )
        return hashlib.sha256(told.encode()).hexdigest()


def calendars_of(organisation: Organisation) -> Calendars:
    """Three queries. Holidays of the organisation hold for everybody."""
    usual = work_calendar(organisation)
    known = [usual]
    number: dict[int | None, int] = {None: 0}
    for each in WorkingPattern.objects.filter(organisation=organisation).order_by("pk"):
        week = tuple(tuple((start, end) for start, end in day) for day in each.windows)
        if any(week):
            number[each.pk] = len(known)
            known.append(WorkCalendar(uid=f"pattern-{each.pk}", name=each.name, week=week, exceptions=usual.exceptions))
    return Calendars(tuple(known), number)
