"""Whether published policies are looked at again in time."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, Q

from plumbline.office.maturity.measured import Measured, address, share
from plumbline.office.people.models import Organisation
from plumbline.office.policies.models import Policy

TITLE = "Policies"


def measured(organisation: Organisation, day: date) -> Measured:
    published = Policy.objects.filter(organisation=organisation, state=Policy.State.PUBLISHED)
    counted = published.aggregate(asked=Count("pk"), kept=Count("pk", filter=Q(review_due__gte=day)))
    words = "published policies have been looked at in time."
    there = address("policies:list", organisation)
    return share(counted["kept"], counted["asked"], words, "No policy is published.", there)
