"""Where a project stands now, kept so that no page has to work it out."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from plumbline.engine.calendars import OutOfWorkingTime
from plumbline.engine.facts import PlanFacts, ProjectFacts
from plumbline.engine.metrics.finish_slip_days import expected_finish
from plumbline.engine.schedule.calculate import LoopInSchedule
from plumbline.office.assurance.gather import aware
from plumbline.office.assurance.models import Assessment, CurrentStatus, DimensionStatus, Standing


def advance_standing(assessment: Assessment, facts: ProjectFacts, due_again: datetime | None) -> None:
    """Moves the project's standing on to ``assessment``; one that knows later facts is left as it is."""
    project = assessment.project
    before = Standing.objects.select_for_update().filter(project=project).first()
    if before is not None and before.facts_as_of > assessment.facts_as_of:
        return
    Standing.objects.update_or_create(
        project=project,
        defaults={
            "assessment": assessment,
            "facts_as_of": assessment.facts_as_of,
            "due_again_at": aware(project, due_again) if due_again else None,
            "overall": assessment.overall,
            "finish_slip_days": _slip(assessment),
            **_outlook(facts.plan),
        },
    )
    _replace_current_statuses(assessment)


def _slip(assessment: Assessment) -> int | None:
    values = [each["value"] for each in assessment.metrics if each["metric"] == "finish_slip_days"]
    return round(values[0]) if values and values[0] is not None else None


def _outlook(plan: PlanFacts | None) -> dict[str, Any]:
    """The forecast finish and the next milestone that is still open."""
    nothing: dict[str, Any] = {"forecast_finish": None, "next_milestone": "", "next_milestone_on": None}
    if plan is None:
        return nothing
    try:
        dates = plan.calculation.dates
    except (LoopInSchedule, OutOfWorkingTime):
        return nothing
    coming: list[tuple[date, str]] = [
        (finish.date(), each.name)
        for each in plan.schedule.activities
        if each.is_milestone and not each.is_complete and each.active
        if (finish := dates[each.uid].early_finish) is not None
    ]
    on, name = min(coming, default=(None, ""))
    return {
        "forecast_finish": expected_finish(plan).date(),
        "next_milestone": name[:200],
        "next_milestone_on": on,
    }


def _replace_current_statuses(assessment: Assessment) -> None:
    project = assessment.project
    since = {(each.dimension, each.status): each.since for each in CurrentStatus.objects.filter(project=project)}
    previous = _statuses_of_the_plan_before(assessment)
    CurrentStatus.objects.filter(project=project).delete()
    CurrentStatus.objects.bulk_create(
        CurrentStatus(
            project=project,
            dimension=each.dimension,
            status=each.status,
            previous=previous.get(each.dimension, ""),
            since=since.get((each.dimension, each.status), assessment.facts_as_of),
        )
        for each in assessment.dimensions.all()
    )


def _statuses_of_the_plan_before(assessment: Assessment) -> dict[str, str]:
    earlier = (
        Assessment.objects.filter(project=assessment.project, plan_version__number__lt=assessment.plan_version.number)
        .order_by("-plan_version__number", "-facts_as_of", "-id")
        .first()
    )
    rows = DimensionStatus.objects.filter(assessment=earlier) if earlier else DimensionStatus.objects.none()
    return {each.dimension: each.status for each in rows}
