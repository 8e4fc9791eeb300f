"""What the office knows of how projects are reported on, as the engine counts it."""

from __future__ import annotations

from datetime import date, timedelta

from plumbline.office.people.models import Organisation
from plumbline.office.status.models import GoToGreenPlan, ReportedBeside, Reporting, StatusReport

LOOKED_BACK = timedelta(days=183)
STEPS = {"green": 0, "amber": 1, "red": 2}


def reports_due(organisation: Organisation, day: date) -> tuple[tuple[date, date | None], ...] | None:
    """Pairs of due and published day of half a year, and those that are missing; ``None`` where none was asked for."""
    running = {"project__organisation": organisation, "project__archived_at": None}
    published = StatusReport.objects.filter(
        **running, line=None, source=StatusReport.Source.WRITTEN, due_on__range=(day - LOOKED_BACK, day)
    ).values_list("due_on", "published_at")
    missing = Reporting.objects.filter(**running, due_on__lte=day).values_list("due_on", flat=True)
    found = [(due, at.date()) for due, at in published if due] + [(due, None) for due in missing if due]
    return tuple(found) if found or _anything_asked_for(organisation) else None


def colours_reported(organisation: Organisation, day: date) -> tuple[tuple[int, int], ...] | None:
    """What is reported now beside today's evidence, as steps, of projects that are not silent."""
    rows = (
        ReportedBeside.objects.filter(project__organisation=organisation, project__archived_at=None)
        .exclude(project__reporting__silent_after__lt=day)
        .values_list("reported", "evidence")
    )
    found = tuple((STEPS[reported], STEPS[evidence]) for reported, evidence in rows if evidence in STEPS)
    return found if found or _anything_asked_for(organisation) else None


def plans_judged(organisation: Organisation) -> tuple[bool, ...] | None:
    """Whether each go-to-green plan worked, of those whose day has come; ``None`` where there never was one."""
    plans = GoToGreenPlan.objects.filter(project__organisation=organisation, project__archived_at=None)
    outcomes = list(plans.order_by("ended_at", "pk").values_list("outcome", flat=True))
    judged: dict[str, bool] = {GoToGreenPlan.Outcome.WORKED: True, GoToGreenPlan.Outcome.FAILED: False}
    return tuple(judged[each] for each in outcomes if each in judged) if outcomes else None


def _anything_asked_for(organisation: Organisation) -> bool:
    return Reporting.objects.filter(project__organisation=organisation, due_on__isnull=False).exists()
