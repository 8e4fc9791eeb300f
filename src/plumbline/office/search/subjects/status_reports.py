"""Published status reports, by what they say. One that is being written is found by nobody."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import QuerySet

from plumbline.office.search.told import Told, address
from plumbline.office.status.models import StatusReport

TITLE, ICON, ORDER = "Status reports", "file", 60
FOLLOWS = {"status.statusreport": "pk"}


def rows() -> QuerySet[StatusReport]:
    return StatusReport.objects.select_related("project__organisation", "line").prefetch_related("dimensions")


def tell(report: StatusReport) -> Iterator[Told]:
    project = report.project
    said = [report.summary, *(each.comment for each in report.dimensions.all())]
    yield Told(
        organisation_id=project.organisation_id,
        source_id=report.pk,
        title=f"{report.line or project.name}, {report.as_of:%-d %B %Y}",
        reference=project.code,
        text=" · ".join(filter(None, said)),
        path=address(
            "status:report", organisation=project.organisation.slug, project_id=project.pk, report_id=report.pk
        ),
        permission="see_status",
        project_id=project.pk,
    )
