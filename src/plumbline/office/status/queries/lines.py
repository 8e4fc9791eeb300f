"""The report lines of a project."""

from __future__ import annotations

from django.db.models import OuterRef, QuerySet, Subquery
from django.http import Http404

from plumbline.office.projects.models import Project
from plumbline.office.status.models import ReportLine, StatusReport


def lines_of(project: Project) -> QuerySet[ReportLine]:
    """Open ones first. Each carries ``last_id``, ``last_as_of`` and ``last_overall`` of its last report."""
    last = StatusReport.objects.filter(line=OuterRef("pk"))
    return (
        ReportLine.objects.filter(project=project)
        .select_related("reporter")
        .annotate(
            last_id=Subquery(last.values("pk")[:1]),
            last_as_of=Subquery(last.values("as_of")[:1]),
            last_overall=Subquery(last.values("overall")[:1]),
        )
        .order_by("closed_at", "name")
    )


def line_of(project: Project, line_id: str | int) -> ReportLine | None:
    """None for the project as a whole (an empty id); 404 for a line of another project."""
    if line_id == "":
        return None
    text = str(line_id)
    found = lines_of(project).filter(pk=int(text)).first() if text.isdecimal() and len(text) < 19 else None
    if found is None:
        raise Http404
    return found
