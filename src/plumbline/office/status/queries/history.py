"""All reports of a project, and how it stands with the next one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from plumbline.office.assurance.queries import current_statuses
from plumbline.office.governance.queries import standard_for
from plumbline.office.people.queries import today
from plumbline.office.projects.models import Project
from plumbline.office.status.models import Acknowledgement, ReportedBeside, Reporting, ReportLine, StatusReport
from plumbline.office.status.queries.dimension_page import Notes, notes_on
from plumbline.office.status.queries.drafts import titles_of


@dataclass(frozen=True, slots=True)
class BesideNow:
    """One dimension now. ``reported`` is none where nothing was reported, or too long ago to count."""

    name: str
    title: str
    reported: str | None
    evidence: str
    row: ReportedBeside | None
    notes: Notes | None


@dataclass(frozen=True, slots=True)
class WhereItStands:
    reporting: Reporting | None
    state: str
    dimensions: list[BesideNow]
    day: date

    @property
    def is_silent(self) -> bool:
        return self.state == "silent"

    @property
    def beside(self) -> dict[str, ReportedBeside]:
        """What was reported, by dimension; nothing where it counts no more."""
        rows = [each.row for each in self.dimensions if each.row and each.reported]
        return {each.dimension: each for each in rows}

    @property
    def notes(self) -> dict[str, Notes]:
        """Contests and plans, by dimension."""
        return {each.name: each.notes for each in self.dimensions if each.notes}


def where_it_stands(project: Project) -> WhereItStands:
    reporting = Reporting.objects.filter(project=project).select_related("report__author").first()
    day = today(project.organisation)
    state = reporting.state(day) if reporting else ""
    beside = {each.dimension: each for each in ReportedBeside.objects.filter(project=project).order_by("pk")}
    evidence = {each.dimension: each.status for each in current_statuses(project)}
    notes = notes_on(project)
    titles = titles_of(standard_for(project)) or {each: each.capitalize() for each in beside}
    dimensions = [
        BesideNow(
            name,
            title,
            beside[name].reported if name in beside and state != "silent" else None,
            evidence.get(name, "unknown"),
            beside.get(name),
            notes.get(name),
        )
        for name, title in titles.items()
    ]
    return WhereItStands(reporting, state, dimensions, day)


def all_reports_of(project: Project) -> QuerySet[StatusReport]:
    """Of the project and of its lines, latest first; each knows whether the sponsor has read it."""
    read = Acknowledgement.objects.filter(report=OuterRef("pk"), person=project.sponsor_id)
    found = StatusReport.objects.filter(project=project).select_related("author", "line")
    return found.annotate(read_by_sponsor=Exists(read)).defer("frozen")


def lines_to_export(project: Project, line: ReportLine | None = None) -> Iterator[list[Any]]:
    """One line for each dimension of each report."""
    yield [
        "As of", "Report line", "Published", "Asked for by", "Author", "Overall", "Dimension", "Reported", "Comment",
        "Evidence then", "Budget", "Spent", "Cost expected", "Finish expected", "Summary",
    ]  # fmt: skip
    for report in all_reports_of(project).prefetch_related("dimensions"):
        for each in report.dimensions.all():
            yield [
                report.as_of,
                report.line.name if report.line else "",
                report.published_at.date(),
                report.due_on,
                str(report.author or ""),
                report.overall,
                each.title,
                each.reported,
                each.comment,
                each.evidence,
                report.budget,
                report.spent,
                report.forecast_cost,
                report.forecast_finish,
                report.summary,
            ]
