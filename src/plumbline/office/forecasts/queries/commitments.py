"""What was promised and still holds."""

from __future__ import annotations

from django.http import Http404

from plumbline.office.forecasts.models import Commitment
from plumbline.office.projects.models import Project


def newest_commitments(project: Project) -> dict[int, Commitment]:
    """By number, withdrawn ones too. One query."""
    rows = Commitment.objects.filter(project=project).select_related("promised_by", "by")
    return {each.number: each for each in rows}


def commitments_of(project: Project) -> list[Commitment]:
    """Those that hold, by number. One query."""
    return [each for each in newest_commitments(project).values() if not each.withdrawn]


def commitment(project: Project, number: int) -> Commitment:
    """404 where there is none, or it was withdrawn."""
    found = newest_commitments(project).get(number)
    if found is None or found.withdrawn:
        raise Http404
    found.project = project
    return found


def history_of(project: Project, number: int) -> list[Commitment]:
    """The latest first."""
    rows = Commitment.objects.filter(project=project, number=number).select_related("promised_by", "by")
    return list(rows.order_by("-id"))
