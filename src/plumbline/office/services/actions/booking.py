"""The effort of the office, and what an hour of it costs."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db.models import Sum

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import has_permission, today
from plumbline.office.services.models import Effort, Service, ServiceRate, ServiceRequest

LONGEST_DAY = 24 * 60
EARLIEST = timedelta(days=366)


def book_effort(
    organisation: Organisation,
    *,
    by: Person,
    on: date,
    minutes: int,
    service: Service | None = None,
    request: ServiceRequest | None = None,
    note: str = "",
    person: Person | None = None,
) -> Effort:
    """On a request, on a service or on neither; minutes below zero take some back. Raises ``ValidationError``."""
    who = person or by
    with action("book_effort", by=by, scope=organisation) as line:
        Person.objects.select_for_update().get(pk=who.pk)  # two at once could book a day of 25 hours
        service = request.service if request is not None else service
        for thing in (service, request):
            if thing is not None and thing.organisation_id != organisation.pk:
                raise ValidationError("Choose a service or a request of the organisation.")
        if who.pk != by.pk and not has_permission(organisation, who, "book_effort"):
            raise ValidationError({"person": "Choose somebody of the office."})
        this_day = today(organisation)
        if not this_day - EARLIEST <= on <= this_day:
            raise ValidationError({"on": "Choose today or a day within the last year."})
        _check_day(organisation, who, on, minutes, service, request)
        found = Effort(
            organisation=organisation, person=who, on=on, minutes=minutes, service=service, request=request,
            note=note.strip(),
        )  # fmt: skip
        line.about(add(found), minutes=minutes, on=str(on))
    return found


def correct_effort(effort: Effort, *, by: Person) -> Effort:
    """Takes back what was booked: a row of its own, with minutes below zero."""
    return book_effort(
        effort.organisation,
        by=by,
        on=effort.on,
        minutes=-effort.minutes,
        service=effort.service,
        request=effort.request,
        note=f"Takes back: {effort.note}"[:300] if effort.note else "Taken back",
        person=effort.person,
    )


def set_rate(organisation: Organisation, *, by: Person | None, per_hour: Decimal, since: date) -> ServiceRate:
    """What an hour costs from that day on. The same day again replaces it. Raises ``ValidationError`` by field."""
    with action("set_service_rate", by=by, scope=organisation) as line:
        Organisation.objects.select_for_update().get(pk=organisation.pk)
        if per_hour < 0:
            raise ValidationError({"per_hour": "Name an amount of zero or more."})
        found = ServiceRate.objects.filter(organisation=organisation, since=since).first()
        if found is None:
            found = add(ServiceRate(organisation=organisation, since=since, per_hour=per_hour))
            line.about(found, per_hour=str(per_hour))
        elif told := change(found, per_hour=per_hour):
            line.about(found, changed=told)
        else:
            line.nothing_happened()
    return found


def _check_day(
    organisation: Organisation,
    who: Person,
    on: date,
    minutes: int,
    service: Service | None,
    request: ServiceRequest | None,
) -> None:
    if not minutes or abs(minutes) > LONGEST_DAY:
        raise ValidationError({"minutes": "Book from one minute to 24 hours."})
    that_day = Effort.objects.filter(organisation=organisation, person=who, on=on)
    whole = (that_day.aggregate(sum=Sum("minutes"))["sum"] or 0) + minutes
    there = that_day.filter(service=service, request=request).aggregate(sum=Sum("minutes"))["sum"] or 0
    if whole > LONGEST_DAY:
        raise ValidationError({"minutes": "That would be more than 24 hours on this day."})
    if there + minutes < 0:
        raise ValidationError({"minutes": "That takes back more than was booked on this day."})
