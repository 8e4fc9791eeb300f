"""Publishing: what is said is kept for ever, with the evidence of that moment."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TypedDict, Unpack

from django.core.exceptions import ValidationError

from plumbline.engine.standard import Standard
from plumbline.office.assurance.models import Status
from plumbline.office.assurance.queries import standing_of
from plumbline.office.foundation.audit import action
from plumbline.office.governance.queries import standard_for
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today
from plumbline.office.projects.models import Project
from plumbline.office.status.actions.reporting import renew_locked
from plumbline.office.status.cadence import asked_after
from plumbline.office.status.evidence import evidence_of
from plumbline.office.status.frozen import Frozen, FrozenDimension
from plumbline.office.status.models import Acknowledgement, ReportedStatus, ReportLine, StatusReport
from plumbline.office.status.queries.drafts import titles_of
from plumbline.office.status.queries.reports import last_report

Said = Mapping[str, tuple[str, str]]
NAMED = {"project", "line", "author", "previous", "assessment"}
"""Rows that were at hand a moment ago: to look each up again would double the cost of a report."""


class Figures(TypedDict, total=False):
    """What the author gives beside colours, each of it optional."""

    forecast_finish: date | None
    budget: Decimal | None
    spent: Decimal | None
    forecast_cost: Decimal | None
    benefits: Decimal | None


def publish_report(
    project: Project,
    *,
    by: Person | None,
    as_of: date,
    overall: str,
    dimensions: Said,
    summary: str = "",
    line: ReportLine | None = None,
    **figures: Unpack[Figures],
) -> StatusReport:
    """``dimensions`` holds colour and comment by name. Raises ``ValidationError`` by field."""
    with action("publish_report", by=by, scope=project.organisation) as audit:
        Project.objects.select_for_update().get(pk=project.pk)  # two at once would both follow the same report
        standard, standing = standard_for(project), standing_of(project)
        previous = last_report(project, line)
        _check(project, standard, previous, as_of, overall, dimensions)
        evidence = evidence_of(project, standing, previous.published_at if previous else None)
        report = StatusReport(
            project=project,
            line=line,
            author=by,
            as_of=as_of,
            overall=overall,
            summary=summary,
            due_on=_asked_for(project, previous, standard),
            previous=previous,
            assessment_id=evidence.assessment,
            baseline_finish=evidence.baseline_finish,
            frozen=evidence.as_json(),
            **figures,
        )
        report.clean_fields(exclude=NAMED)
        report.save(force_insert=True)
        _keep_dimensions(report, dimensions, evidence, standard)
        if line is None:
            renew_locked(project, standard, standing)
        audit.about(report, overall=overall, dimensions={name: colour for name, (colour, _) in dimensions.items()})
    return report


def acknowledge_report(report: StatusReport, *, by: Person) -> None:
    """Somebody has read it. Once is enough."""
    with action("acknowledge_report", by=by, scope=report.project.organisation) as audit:
        found, is_new = Acknowledgement.objects.get_or_create(report=report, person=by)
        if is_new:
            audit.about(found)
        else:
            audit.nothing_happened()


def _check(
    project: Project,
    standard: Standard | None,
    previous: StatusReport | None,
    as_of: date,
    overall: str,
    dimensions: Said,
) -> None:
    if project.archived_at:
        raise ValidationError("The project is archived. Bring it back before you report on it.")
    if not overall:
        raise ValidationError({"overall": "Choose a colour for the project as a whole."})
    if as_of > today(project.organisation):
        raise ValidationError({"as_of": "A report speaks of today or of a day before."})
    if previous and as_of < previous.as_of:
        raise ValidationError({"as_of": f"The last report speaks of {previous.as_of:%-d %B %Y}: choose a later day."})
    if unknown := [each for each in dimensions if standard and each not in standard.dimensions]:
        raise ValidationError(f"The project's standard has no dimension {', '.join(unknown)}.")


def _asked_for(project: Project, previous: StatusReport | None, standard: Standard | None) -> date | None:
    asked = asked_after(previous.as_of if previous else project.created_at.date(), standard)
    return asked.due_on if asked else None


def _keep_dimensions(report: StatusReport, dimensions: Said, evidence: Frozen, standard: Standard | None) -> None:
    seen, titles = evidence.by_dimension, titles_of(standard)
    rows = []
    for name, (colour, comment) in dimensions.items():
        found = seen.get(name) or FrozenDimension(dimension=name, title="", status=Status.UNKNOWN)
        row = ReportedStatus(
            report=report,
            dimension=name,
            title=titles.get(name, name.replace("_", " ").capitalize()),
            reported=colour,
            comment=comment,
            evidence=found.status,
            reasons=list(found.reasons),
        )
        row.clean_fields(exclude={"reasons"})
        rows.append(row)
    ReportedStatus.objects.bulk_create(rows)
