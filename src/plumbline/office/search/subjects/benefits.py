"""What projects are for."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import QuerySet

from plumbline.office.benefits.models import Benefit, Status
from plumbline.office.search.told import Told, address

TITLE, ICON, ORDER = "Benefits", "target", 75
FOLLOWS = {"benefits.benefit": "pk", "projects.project": "project", "people.person": "profile__owner"}


def rows() -> QuerySet[Benefit]:
    return Benefit.objects.exclude(profile=None).select_related("organisation", "project", "profile__owner")


def tell(benefit: Benefit) -> Iterator[Told]:
    profile, slug = benefit.profile, benefit.organisation.slug
    if profile is None:
        return
    page = address("benefits:benefit", organisation=slug, benefit_id=benefit.pk)
    yield Told(
        organisation_id=benefit.organisation_id,
        source_id=benefit.pk,
        title=profile.title,
        under=f"{benefit.project.code} {benefit.reference}",
        text=" · ".join(filter(None, [str(profile.owner or ""), profile.measure, profile.description])),
        path=page or address("benefits:register", organisation=slug),
        permission="see_benefits",
        project_id=benefit.project_id,
        closed=profile.status == Status.ENDED,
    )
