"""What the actions share: a benefit held while it changes, who may be named, and when it is measured next."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.office.benefits.measurable import next_due
from plumbline.office.benefits.models import Benefit, BenefitMeasurement
from plumbline.office.foundation.changes import change
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_with
from plumbline.office.projects.held import held

MOST = 10_000
"""Of benefits, enablers and changes of one project."""


def held_benefit(benefit: Benefit) -> Benefit:
    """With its project and profile, both as they are now."""
    project = held(benefit.project)
    found = Benefit.objects.select_related("organisation", "profile").get(pk=benefit.pk)
    found.project = project
    return found


def refuse_stranger(organisation: Organisation, **people: Person | None) -> None:
    """Whoever is named has to see benefits here. Raises ``ValidationError`` by field."""
    for field, person in people.items():
        if person is not None and not people_with(organisation, "see_benefits").filter(pk=person.pk).exists():
            raise ValidationError({field: f"{person} does not see benefits here. Choose somebody of the organisation."})


def wait_for_next(benefit: Benefit) -> None:
    """After a new profile or measurement."""
    counted = BenefitMeasurement.objects.filter(benefit=benefit, withdraws=None, withdrawn_by=None)
    last = counted.order_by("-on").values_list("on", flat=True).first()
    assert benefit.profile is not None
    change(benefit, measure_due_on=next_due(benefit.profile, last))
