"""Policies, procedures and guidelines, with the text that holds.

One without a version is found by its owner and by those who see drafts.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import QuerySet

from plumbline.office.policies.models import Policy
from plumbline.office.search.told import Told, address

TITLE, ICON, ORDER = "Policies", "file", 90
FOLLOWS = {"policies.policy": "pk", "policies.policydraft": "drafts"}


def rows() -> QuerySet[Policy]:
    return Policy.objects.select_related("organisation", "current")


def tell(policy: Policy) -> Iterator[Told]:
    holds = policy.current is not None
    yield Told(
        organisation_id=policy.organisation_id,
        source_id=policy.pk,
        title=policy.title,
        under=" · ".join(filter(None, [policy.get_kind_display(), policy.area, "" if holds else "draft"])),
        text=policy.current.text if policy.current else "",
        path=address("policies:policy", organisation=policy.organisation.slug, policy_id=policy.pk),
        permission="see_standards" if holds else "approve_policies",
        person_id=None if holds else policy.owner_id,
        closed=policy.state == Policy.State.WITHDRAWN,
    )
