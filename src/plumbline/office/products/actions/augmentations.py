"""What is offered beyond the actual product: what it costs, for whom it is, by what its value is measured."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today
from plumbline.office.products.actions.places import MOST_AUGMENTATIONS, locked_augmentation, locked_product, withdraw
from plumbline.office.products.models import Augmentation, Level, LevelStep, Product, Promised, Terms
from plumbline.office.projects.held import next_number

PROMISED = tuple(each.name for each in Promised._meta.local_fields)
MEASURED_BY = ("measure", "unit", "is_money")


def add_augmentation(
    product: Product, *, by: Person | None, name: str, offered_on: date | None = None, **columns: Any
) -> Augmentation:
    """Offered from ``offered_on`` (today, unless said) on. Raises ``ValidationError`` by field."""
    with action("add_augmentation", by=by, scope=product.project.organisation) as line:
        held = locked_product(product)
        this_day = today(held.project.organisation)
        day = offered_on or this_day
        if day > this_day:
            raise ValidationError({"offered_on": "Choose today or a day before."})
        number = next_number(held.augmentations.all(), MOST_AUGMENTATIONS)
        found = Augmentation(product=held, number=number, name=name.strip(), level_since=day, **columns)
        _check_measure(found)
        add(found)
        add(LevelStep(augmentation=found, level=Level.OFFERED, on=day, by=by))
        _keep_terms(found, by)
        line.about(found, number=number, offered_on=str(day))
    return found


def change_augmentation(augmentation: Augmentation, *, by: Person | None, **columns: Any) -> Augmentation:
    """What was promised before is kept. What was measured already goes on being measured by the same.

    Raises ``ValidationError`` by field.
    """
    with action("change_augmentation", by=by, scope=augmentation.product.project.organisation) as line:
        held = locked_augmentation(augmentation)
        _refuse_another_measure(held, columns)
        _check_measure(held, columns)
        told = change(held, **columns)
        if not told:
            line.nothing_happened()
            return held
        if any(each in told for each in PROMISED):
            _keep_terms(held, by)
        line.about(held, changed=told)
    return held


def withdraw_augmentation(augmentation: Augmentation, *, by: Person | None, because: str) -> None:
    """It is offered to nobody any more; what was said and measured stays to be read."""
    with action("withdraw_augmentation", by=by, scope=augmentation.product.project.organisation) as line:
        held = locked_augmentation(augmentation)
        withdraw(held, by, because)
        line.about(held, because=because.strip())


def _check_measure(found: Augmentation, changed: dict[str, Any] | None = None) -> None:
    """All of a measure or nothing of it: without where it began and where it is to go, no value can be told."""
    said: dict[str, Any] = {each: getattr(found, each) for each in ("measure", "baseline", "target", "is_money")}
    said |= changed or {}
    baseline, target = (None if said[each] is None else Decimal(said[each]) for each in ("baseline", "target"))
    if not said["measure"]:
        if baseline is not None or target is not None or said["is_money"]:
            raise ValidationError({"measure": "Say what is measured, or leave baseline and target empty as well."})
        return
    if baseline is None:
        raise ValidationError({"baseline": "Say where it began, so that the value can be told."})
    if target is None:
        raise ValidationError({"target": "Say where it is to go, so that it is known which way is better."})
    if baseline == target:
        raise ValidationError({"target": "The target has to differ from where it began."})


def _refuse_another_measure(held: Augmentation, columns: dict[str, Any]) -> None:
    for each in MEASURED_BY:
        if columns.get(each, getattr(held, each)) != getattr(held, each) and held.measurements.exists():
            raise ValidationError(
                {each: "It has been measured by this already. Withdraw it and add a new one to measure something else."}
            )


def _keep_terms(found: Augmentation, by: Person | None) -> None:
    add(Terms(augmentation=found, by=by, **{each: getattr(found, each) for each in PROMISED}))
