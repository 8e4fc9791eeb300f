"""What the measure of a benefit is on a day, and taking back what was wrong."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError

from plumbline.office.benefits.actions.places import held_benefit, wait_for_next
from plumbline.office.benefits.measurable import refuse_measuring
from plumbline.office.benefits.models import Benefit, BenefitMeasurement
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today
from plumbline.office.projects.held import mark


def measure_benefit(
    benefit: Benefit, *, by: Person | None, value: Decimal, on: date | None = None, note: str = ""
) -> BenefitMeasurement:
    """A later one of the same day takes the place of the first, which is kept. Raises ``ValidationError`` by field."""
    with action("measure_benefit", by=by, scope=benefit.organisation) as line:
        current = held_benefit(benefit)
        refuse_measuring(current, on or today(current.organisation))
        found = BenefitMeasurement(
            benefit=current, on=on or today(current.organisation), value=value, note=note.strip(), by=by
        )
        line.about(add(found), value=str(value), on=str(found.on))
        wait_for_next(current)
        mark(current.project)
    return found


def withdraw_measurement(measurement: BenefitMeasurement, *, by: Person | None, note: str) -> BenefitMeasurement:
    """It counts no longer; both are kept. Raises ``ValidationError`` by field."""
    with action("withdraw_measurement", by=by, scope=measurement.benefit.organisation) as line:
        benefit = held_benefit(measurement.benefit)
        if measurement.withdraws_id or BenefitMeasurement.objects.filter(withdraws=measurement).exists():
            raise ValidationError("It is withdrawn already.")
        if not note.strip():
            raise ValidationError({"note": "Say what was wrong with it."})
        taken = BenefitMeasurement(benefit=benefit, on=measurement.on, withdraws=measurement, note=note.strip(), by=by)
        line.about(add(taken), withdraws=measurement.pk)
        wait_for_next(benefit)
        mark(benefit.project)
    return taken
