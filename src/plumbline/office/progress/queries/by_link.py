"""What the link of a reminder opens: the activities of its list, and nothing beside them."""

from __future__ import annotations

from dataclasses import dataclass

from plumbline.office.people.queries import has_permission, today
from plumbline.office.progress.links import request_in
from plumbline.office.progress.models import OwnedActivity, ProgressRequest, RequestedActivity
from plumbline.office.progress.queries.mine import ShownActivity, Told, last_told
from plumbline.office.progress.queries.names import TELLS


@dataclass(frozen=True)
class Line:
    """``shown`` is none where the activity is no longer in the plan."""

    line: RequestedActivity
    shown: ShownActivity | None
    project: str
    told: Told | None

    @property
    def can_be_told(self) -> bool:
        return self.shown is not None and self.line.told_at is None


@dataclass(frozen=True)
class Opened:
    request: ProgressRequest
    lines: list[Line]

    @property
    def left(self) -> list[Line]:
        return [each for each in self.lines if each.can_be_told]

    def line(self, number: int) -> Line | None:
        return next((each for each in self.lines if each.line.number == number), None)


def request_of(secret: str) -> ProgressRequest | None:
    """Of a link that was made here and still opens something: neither over nor taken back, its person still here."""
    found = ProgressRequest.objects.select_related("organisation", "person").filter(
        pk__in=[request_in(secret)], ended_at=None, person__is_active=True
    ).first()  # fmt: skip
    if found is None or found.last_day < today(found.organisation):
        return None
    return found if has_permission(found.organisation, found.person, TELLS) else None


def opened(request: ProgressRequest) -> Opened:
    """A fixed number of queries. Left out are projects that were archived since, and what anybody else told."""
    day = today(request.organisation)
    lines = list(
        RequestedActivity.objects.filter(request=request, project__archived_at=None)
        .select_related("project", "request__person")
        .order_by("number")
    )
    rows = OwnedActivity.objects.filter(
        project__in={each.project_id for each in lines}, uid__in={each.uid for each in lines}
    ).select_related("project__organisation")
    there = {(each.project_id, each.uid): each for each in rows}
    last = last_told(there.values())
    shown = []
    for each in lines:
        key = each.project_id, each.uid
        activity, told = there.get(key), last.get(key)
        own = told if told and told.update.by_id == request.person_id else None
        one = ShownActivity(activity, day, own) if activity else None
        shown.append(Line(each, one, each.project.name, own))
    return Opened(request, shown)
