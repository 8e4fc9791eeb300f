"""Where an organisation draws the lines between its classes of projects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.leading.classes import USUAL
from plumbline.office.leading.models import ClassLimit
from plumbline.office.leading.proficiency import Proficiency
from plumbline.office.people.models import Organisation, Person


@dataclass(frozen=True, slots=True)
class Drawn:
    """One class: the budget from which a project is of it (none for the smallest), its load, what it asks for."""

    begins: Decimal | None
    points: int
    proficiency: Proficiency


def draw_classes(organisation: Organisation, *, by: Person | None, classes: Sequence[Drawn]) -> None:
    """From the smallest to the largest. Raises ``ValidationError``."""
    with action("draw_classes", by=by, scope=organisation) as line:
        if len(classes) != len(USUAL.each):
            raise ValidationError(f"There are {len(USUAL.each)} classes.")
        begins = [each.begins for each in classes[1:]]
        if any(each is None or each <= 0 for each in begins):
            raise ValidationError("Say from which budget each larger class begins.")
        if any(first >= second for first, second in pairwise(each for each in begins if each is not None)):
            raise ValidationError("A larger class has to begin at a larger budget.")
        Organisation.objects.select_for_update().get(pk=organisation.pk)
        ClassLimit.objects.filter(organisation=organisation).delete()
        for place, each in enumerate(classes):
            add(
                ClassLimit(
                    organisation=organisation, place=place, budget=each.begins if place else None,
                    points=each.points, proficiency=each.proficiency,
                )
            )  # fmt: skip
        line.about(organisation, begins=[str(each) for each in begins], points=[each.points for each in classes])
