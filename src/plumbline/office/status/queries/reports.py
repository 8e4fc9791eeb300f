"""Published reports of a project."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404

from plumbline.office.projects.models import Project
from plumbline.office.status.models import ReportLine, StatusReport


def reports_of(project: Project, line: ReportLine | None = None) -> QuerySet[StatusReport]:
    """Of the project as a whole, or of one of its lines; latest first."""
    return StatusReport.objects.filter(project=project, line=line)


def last_report(project: Project, line: ReportLine | None = None) -> StatusReport | None:
    return reports_of(project, line).first()


def report(project: Project, report_id: int) -> StatusReport:
    """404 for one of another project."""
    found = (
        StatusReport.objects.filter(project=project, pk=report_id)
        .select_related("author", "line", "previous__author", "assessment")
        .first()
    )
    if found is None:
        raise Http404
    return found
