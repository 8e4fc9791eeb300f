"""Where the reporting of a project stands: worked out when something arrives, so that no page has to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.db import transaction

from plumbline.engine.divergence import Colour, Flag, Period, divergence, flags_of
from plumbline.engine.standard import Standard
from plumbline.office.assurance.models import Standing, Status
from plumbline.office.assurance.queries import standing_of
from plumbline.office.foundation.clock import now
from plumbline.office.governance.queries import standard_for
from plumbline.office.people.queries import today
from plumbline.office.projects.models import Project
from plumbline.office.pulse.queries import confidence_of
from plumbline.office.status.cadence import asked_after
from plumbline.office.status.evidence import statuses_now
from plumbline.office.status.models import ReportedBeside, Reporting, StatusReport
from plumbline.office.status.queries.reports import reports_of

PERIODS = 24
"""As many reports back as flags are looked for: two years of monthly ones."""


def renew_reporting(project: Project) -> None:
    """From the last reports of the project as a whole, the cadence of its standard and today's evidence.

    Nothing of it is new, so it leaves no line in the audit: what it follows from has left one already.
    """
    with transaction.atomic():
        Project.objects.select_for_update().get(pk=project.pk)
        renew_locked(project, standard_for(project), standing_of(project))


def renew_locked(project: Project, standard: Standard | None, standing: Standing | None) -> None:
    """For whoever holds the project and has looked up both already."""
    reports = _latest_of_each_day(project)
    beside = _beside(project, standing, reports)
    flags = [each for each in Flag if any(each in row.flags for row in beside)]
    Reporting.objects.update_or_create(
        project=project,
        defaults={
            "report": reports[0] if reports else None,
            "overall": _colour(project, standard, reports),
            "flags": flags,
            "is_watermelon": Flag.WATERMELON in flags,
            "renewed_at": now(),
            **_asked(project, standard, reports),
        },
    )
    ReportedBeside.objects.filter(project=project).delete()
    ReportedBeside.objects.bulk_create(beside)


def _latest_of_each_day(project: Project) -> list[StatusReport]:
    """A second report about the same day takes the place of the first."""
    by_day: dict[date, StatusReport] = {}
    for each in reports_of(project).prefetch_related("dimensions")[:PERIODS]:
        by_day.setdefault(each.as_of, each)
    return list(by_day.values())


def _colour(project: Project, standard: Standard | None, reports: list[StatusReport]) -> str:
    """One from elsewhere counts only as long as the cadence would let one count that was written here."""
    if not reports:
        return ""
    asked = asked_after(reports[0].as_of, standard)
    is_over = asked is not None and today(project.organisation) > asked.silent_after
    return "" if _is_imported(reports[0]) and is_over else reports[0].overall


def _is_imported(report: StatusReport) -> bool:
    return report.source == StatusReport.Source.IMPORTED


def _asked(project: Project, standard: Standard | None, reports: list[StatusReport]) -> dict[str, date | None]:
    """Nothing is asked of a project that is over, or that has only ever been reported on elsewhere."""
    began = reports[0].as_of if reports else project.created_at.date()
    is_from_elsewhere = bool(reports) and all(_is_imported(each) for each in reports)
    asked = None if project.archived_at or is_from_elsewhere else asked_after(began, standard)
    return {
        "due_on": asked.due_on if asked else None,
        "late_after": asked.late_after if asked else None,
        "silent_after": asked.silent_after if asked else None,
    }


def _beside(project: Project, standing: Standing | None, reports: list[StatusReport]) -> list[ReportedBeside]:
    """The evidence of the last period is today's, as is what its team answers; before, it is what it was then."""
    if not reports:
        return []
    evidence = statuses_now(standing)
    forecast, confidence = standing.forecast_finish if standing else None, confidence_of(project)
    rows = []
    for said in reports[0].dimensions.all():
        then = [_period(each, said.dimension) for each in reversed(reports)]
        seen = evidence.get(said.dimension, Status.UNKNOWN)
        last = Period(
            reports[0].as_of, Colour(said.reported), Colour.known(seen),
            forecast, then[-1].cpi, then[-1].spi_t, confidence,
        )  # fmt: skip
        periods = [_speaking_of(said.dimension, each) for each in (*then[:-1], last)]
        rows.append(
            ReportedBeside(
                project=project,
                dimension=said.dimension,
                reported=said.reported,
                previous=periods[-2].reported or "" if len(periods) > 1 else "",
                evidence=seen,
                divergence=divergence(last.reported, last.evidence),
                flags=[str(each) for each in flags_of(periods)],
            )
        )
    return rows


def _speaking_of(dimension: str, period: Period) -> Period:
    """A finish that slips is no reason why the cost should not stay green, so each forecast counts for its own.

    The team is asked about the next milestone, so its confidence speaks of the schedule.
    """
    if dimension != "schedule":
        period = replace(period, forecast_finish=None, spi_t=None, confidence=None)
    return period if dimension == "cost" else replace(period, cpi=None)


def _period(report: StatusReport, dimension: str) -> Period:
    row = next((each for each in report.dimensions.all() if each.dimension == dimension), None)
    kept = report.frozen
    forecast = kept.get("forecast_finish")
    return Period(
        report.as_of,
        Colour(row.reported) if row else None,
        Colour.known(row.evidence) if row else None,
        date.fromisoformat(forecast) if forecast else report.forecast_finish,
        kept.get("cpi"),
        kept.get("spi_t"),
    )
