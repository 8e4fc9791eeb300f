"""The classes of projects as an organisation draws them."""

from __future__ import annotations

from plumbline.office.leading.classes import Classes, drawn
from plumbline.office.leading.models import ClassLimit
from plumbline.office.people.models import Organisation


def classes_in(organisation: Organisation) -> Classes:
    limits = ClassLimit.objects.filter(organisation=organisation)
    return drawn(limits.values_list("place", "budget", "points", "proficiency"))
