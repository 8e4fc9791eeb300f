"""Which computed statuses are contested."""

from __future__ import annotations

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.http import Http404

from plumbline.office.assurance.models import CurrentStatus
from plumbline.office.people.models import Organisation
from plumbline.office.people.queries import today
from plumbline.office.projects.models import Project
from plumbline.office.status.models import Contest
from plumbline.office.status.queries.titles import titled


def contests_holding(project: Project) -> dict[str, Contest]:
    """By dimension; each with ``current``, what the evidence says today."""
    found = _with_current(Contest.objects.filter(_holds(project.organisation), project=project))
    return {each.dimension: each for each in found}


def contests_of(project: Project, dimension: str) -> QuerySet[Contest]:
    """Those that hold and those that are over, the latest first."""
    return _with_current(Contest.objects.filter(project=project, dimension=dimension)).select_related("ended_by")


def contests_in(organisation: Organisation, *, over: bool = False) -> QuerySet[Contest]:
    """Of projects that go on: those that hold, the first to end before the others; or those that are over."""
    found = Contest.objects.filter(project__organisation=organisation, project__archived_at=None)
    chosen = (
        found.exclude(_holds(organisation)) if over else found.filter(_holds(organisation)).order_by("last_day", "pk")
    )
    return titled(_with_current(chosen), organisation).select_related("project__manager", "ended_by")


def contest_of(project: Project, contest_id: int) -> Contest:
    """404 for one of another project."""
    found = _with_current(Contest.objects.filter(project=project, pk=contest_id)).first()
    if found is None:
        raise Http404
    return found


def _holds(organisation: Organisation) -> Q:
    return Q(ended_at=None, last_day__gte=today(organisation))


def _with_current(contests: QuerySet[Contest]) -> QuerySet[Contest]:
    current = CurrentStatus.objects.filter(project=OuterRef("project"), dimension=OuterRef("dimension"))
    return contests.annotate(current=Subquery(current.values("status")[:1])).select_related("by")
