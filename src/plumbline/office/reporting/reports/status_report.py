"""One published status report on one page."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.office.reporting.document import Block, Column, Figure, Figures, Heading, Paragraph, Table
from plumbline.office.reporting.report import Asked, Gathered, Report
from plumbline.office.status.models import StatusReport


def gather(asked: Asked) -> Gathered:
    report = (
        StatusReport.objects.filter(project__organisation=asked.organisation, pk=asked.parameters["report"])
        .select_related("project", "line", "author", "previous")
        .prefetch_related("dimensions", "previous__dimensions")
        .first()
    )
    if report is None:
        raise ValidationError({"report": "Choose a status report."})
    blocks: list[Block] = [
        Heading("Overall"),
        _figures(report),
        *([Paragraph(report.summary)] if report.summary else []),
        Heading("By dimension"),
        _dimensions(report),
    ]
    of = f"{report.project}, {report.line}" if report.line else str(report.project)
    return Gathered("Status report", of, report.as_of, blocks)


def _figures(report: StatusReport) -> Figures:
    by = f"by {report.author}" if report.author else ""
    return Figures(
        (
            Figure("Reported", report.overall or "none", "status", by),
            Figure("Before", report.previous.overall if report.previous else None, "status"),
            Figure("Forecast finish", report.forecast_finish, "date"),
            Figure("Budget", report.budget, "money"),
            Figure("Spent", report.spent, "money"),
            Figure("Forecast cost", report.forecast_cost, "money"),
            Figure("Benefits", report.benefits, "money"),
        )
    )


def _dimensions(report: StatusReport) -> Table:
    before = {each.dimension: each.reported for each in report.previous.dimensions.all()} if report.previous else {}
    columns = (
        Column("Dimension"),
        Column("Before", "status"),
        Column("Reported", "status"),
        Column("Evidence", "status"),
        Column("What the manager says"),
        Column("What the evidence says", on_slides=False),
    )
    rows = tuple(
        (
            *(each.title, before.get(each.dimension), each.reported, each.evidence, each.comment),
            " ".join(map(str, each.reasons)),
        )
        for each in report.dimensions.all()
    )
    return Table("Dimensions", columns, rows, empty="It was reported as a whole only.")


REPORT = Report(
    title="Status report",
    about="One published status report on one page.",
    asks=(),
    needs=("see_projects", "see_status"),
    gather=gather,
)
