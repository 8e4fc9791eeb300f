"""Whether objectives are measured."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Count, Q

from plumbline.office.maturity.measured import Measured, address, share
from plumbline.office.people.models import Organisation
from plumbline.office.strategy.models import Objective

TITLE = "Measured objectives"
LATELY = timedelta(days=185)


def measured(organisation: Organisation, day: date) -> Measured:
    counted = Objective.objects.filter(organisation=organisation, archived_at=None).aggregate(
        asked=Count("pk", distinct=True),
        kept=Count("pk", filter=Q(measurements__on__gt=day - LATELY), distinct=True),
    )
    words = f"objectives were measured in the last {LATELY.days} days."
    there = address("strategy:objectives", organisation)
    return share(counted["kept"], counted["asked"], words, "There is no objective yet.", there)
