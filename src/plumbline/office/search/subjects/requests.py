"""Project requests. One that was never submitted is found by its author alone."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import QuerySet

from plumbline.office.intake.models import OPEN, ProjectRequest, State
from plumbline.office.search.told import Told, address

TITLE, ICON, ORDER = "Requests", "edit", 100
FOLLOWS = {"intake.projectrequest": "pk", "people.person": "author"}


def rows() -> QuerySet[ProjectRequest]:
    return ProjectRequest.objects.select_related("organisation", "author")


def tell(asked: ProjectRequest) -> Iterator[Told]:
    submitted = asked.submitted_at is not None
    yield Told(
        organisation_id=asked.organisation_id,
        source_id=asked.pk,
        title=asked.title,
        under=asked.get_state_display(),
        text=" · ".join(filter(None, [str(asked.author), asked.what, asked.why, asked.whom])),
        path=address("intake:request", organisation=asked.organisation.slug, request_id=asked.pk),
        permission="submit_requests" if submitted else "",
        person_id=asked.author_id,
        closed=asked.state not in (*OPEN, State.DRAFT),
    )
