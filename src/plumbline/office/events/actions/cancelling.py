"""One day of what comes again: cancelled, and brought back."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError

from plumbline.office.events.actions.planning import touch
from plumbline.office.events.models import CancelledDay, Event
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.people.models import Person

MOST_CANCELLED = 200


def cancel_on(event: Event, on: date, *, by: Person) -> CancelledDay:
    """Raises ``ValidationError`` for a day on which it would not take place."""
    with action("cancel_event_on", by=by, scope=event.organisation) as line:
        found = Event.objects.select_for_update().get(pk=event.pk)
        if not found.comes_again or not found.recurrence.falls_on(on):
            raise ValidationError({"on": "It does not take place on this day."})
        if found.cancelled.count() >= MOST_CANCELLED:
            raise ValidationError(f"{MOST_CANCELLED} days are cancelled. Change how it repeats instead.")
        cancelled = add(CancelledDay(event=found, on=on, by=by))
        touch(found)
        line.about(found, on=str(on))
    return cancelled


def bring_back(event: Event, on: date, *, by: Person) -> None:
    """Raises ``ValidationError`` for a day that is not cancelled."""
    with action("bring_event_back_on", by=by, scope=event.organisation) as line:
        gone, _ = CancelledDay.objects.filter(event=event, on=on).delete()
        if not gone:
            raise ValidationError("It is not cancelled on this day.")
        touch(event)
        line.about(event, on=str(on))
