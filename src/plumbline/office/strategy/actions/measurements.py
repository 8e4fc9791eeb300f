"""What an objective's measure is on a day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today
from plumbline.office.strategy.models import Measurement, Objective


def record_measurement(
    objective: Objective, *, by: Person | None, value: Decimal, on: date | None = None, note: str = ""
) -> Measurement:
    """A later one of the same day takes the place of the first, which is kept. Raises ``ValidationError`` by field."""
    with action("record_measurement", by=by, scope=objective.organisation) as line:
        this_day = today(objective.organisation)
        if not objective.measure:
            raise ValidationError("Say first what is counted: edit the objective and give it a measure.")
        if objective.archived_at is not None:
            raise ValidationError("The objective is archived. Restore it first.")
        if on is not None and on > this_day:
            raise ValidationError({"on": "Choose today or a day before."})
        found = Measurement(objective=objective, on=on or this_day, value=value, note=note.strip(), by=by)
        line.about(add(found), value=str(value), on=str(found.on))
    return found
