"""Questions about waivers."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import QuerySet
from django.http import Http404

from plumbline.office.governance.models import Waiver
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Project


def waivers_of(project: Project) -> QuerySet[Waiver]:
    """Of every state, the last asked for first."""
    return Waiver.objects.filter(project=project).select_related("requested_by", "decided_by")


def holding(project: Project, as_of: datetime) -> dict[str, date]:
    """The rules set aside as of an instant in the organisation's own time: their names with the last day."""
    found = Waiver.objects.filter(project=project, state=Waiver.State.APPROVED, last_day__gte=as_of.date())
    return dict(found.order_by("last_day").values_list("rule", "last_day"))


def asked(organisation: Organisation) -> QuerySet[Waiver]:
    """Those that wait for a decision, the oldest first."""
    found = Waiver.objects.filter(project__organisation=organisation, state=Waiver.State.ASKED)
    return found.select_related("project", "requested_by").order_by("requested_at")


def waiver(organisation: Organisation, waiver_id: int) -> Waiver:
    """404 for a waiver of another organisation."""
    found = (
        Waiver.objects.filter(project__organisation=organisation, pk=waiver_id)
        .select_related("project__organisation", "requested_by", "decided_by")
        .first()
    )
    if found is None:
        raise Http404
    return found
