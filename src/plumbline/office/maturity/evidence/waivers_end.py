"""Whether who departs from the standard does so for a limited time, approved by somebody else."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, Q

from plumbline.engine.maturity import Answer
from plumbline.office.governance.models import Waiver
from plumbline.office.maturity.measured import Measured, address
from plumbline.office.people.models import Organisation

TITLE = "Waivers"


def measured(organisation: Organisation, day: date) -> Measured:
    there = address("governance:asked", organisation)
    waivers = Waiver.objects.filter(project__organisation=organisation)
    counted = waivers.aggregate(
        holding=Count("pk", filter=Q(state=Waiver.State.APPROVED, last_day__gte=day)),
        over=Count("pk", filter=Q(state=Waiver.State.APPROVED, last_day__lt=day)),
    )
    if not any(counted.values()):
        return Measured(None, "No waiver has been approved yet.", None, there)
    said = (
        f"Waivers that hold: {counted['holding']}; that are over: {counted['over']}. Each has a reason and a last day."
    )
    return Measured(counted["holding"] + counted["over"], said, Answer.MET, there)
