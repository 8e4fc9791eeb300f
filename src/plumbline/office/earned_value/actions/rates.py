"""Exchange rates of an organisation, entered by people."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError

from plumbline.office.earned_value.actions.recalculating import work_out
from plumbline.office.earned_value.models import ExchangeRate, ValueStanding
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import today


def enter_rate(
    organisation: Organisation, *, by: Person | None, currency: str, on: date, rate: Decimal, source: str
) -> ExchangeRate:
    """It holds from that day. Projects that waited for it are worked out anew. Raises ``ValidationError`` by field."""
    with action("enter_exchange_rate", by=by, scope=organisation) as line:
        if currency == organisation.currency:
            raise ValidationError({"currency": f"{currency} is the organisation's own currency; its rate is always 1."})
        if on > today(organisation):
            raise ValidationError({"on": "The day is still to come. Enter the rate when it is known."})
        found = ExchangeRate(
            organisation=organisation, currency=currency, on=on, rate=rate, source=source.strip(), by=by
        )
        line.about(add(found), currency=currency, on=str(on), rate=str(rate))
        waiting = ValueStanding.objects.filter(
            project__organisation=organisation, baseline__currency=currency, as_of__gte=on
        ).select_related("project__organisation", "baseline")
        for each in waiting:
            work_out(each.project, each.baseline)
    return found
