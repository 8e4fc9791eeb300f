"""Whether users are offered an augmentation, or expect it by now."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today
from plumbline.office.products.actions.places import locked_augmentation
from plumbline.office.products.models import Augmentation, LevelStep


def set_level(
    augmentation: Augmentation, *, by: Person | None, level: str, reason: str, on: date | None = None
) -> LevelStep:
    """From ``on`` (today, unless said). Raises ``ValidationError`` by field; no day lies before the step before it."""
    with action("set_level", by=by, scope=augmentation.product.project.organisation) as line:
        held = locked_augmentation(augmentation)
        this_day = today(held.product.project.organisation)
        day = on or this_day
        if day > this_day:
            raise ValidationError({"on": "Choose today or a day before."})
        if day < held.level_since:
            raise ValidationError({"on": f"It is {held.level} since {held.level_since:%-d %B %Y}. Choose a later day."})
        if level == held.level:
            raise ValidationError(f"It is {held.level} already. Look at the page again: somebody was quicker.")
        if not reason.strip():
            raise ValidationError({"reason": "Say by what you know it, in a few words."})
        step = add(LevelStep(augmentation=held, level=level, on=day, reason=reason.strip(), by=by))
        change(held, level=level, level_since=day)
        line.about(held, level=level, on=str(day), reason=step.reason)
    return step
