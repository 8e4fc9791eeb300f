"""What the measure of an augmentation is on a day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today
from plumbline.office.products.actions.places import locked_augmentation
from plumbline.office.products.models import Augmentation, ValueMeasurement


def record_value(
    augmentation: Augmentation, *, by: Person | None, value: Decimal, on: date | None = None, note: str = ""
) -> ValueMeasurement:
    """A later one of the same day takes the place of the first, which is kept. Raises ``ValidationError`` by field."""
    with action("record_value", by=by, scope=augmentation.product.project.organisation) as line:
        held = locked_augmentation(augmentation)
        this_day = today(held.product.project.organisation)
        if not held.measure:
            raise ValidationError("Say first what is measured: edit the augmentation and give it a measure.")
        if on is not None and on > this_day:
            raise ValidationError({"on": "Choose today or a day before."})
        found = ValueMeasurement(augmentation=held, on=on or this_day, value=value, note=note.strip(), by=by)
        line.about(add(found), value=str(value), on=str(found.on))
    return found
