"""What the pages ask about assessments. Nothing here calculates."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet

from plumbline.office.assurance.models import Assessment, CurrentStatus, DimensionStatus, Finding, Standing
from plumbline.office.projects.models import Project


def standing_of(project: Project) -> Standing | None:
    return (
        Standing.objects.filter(project=project)
        .select_related("assessment__standard_version", "assessment__plan_version")
        .first()
    )


def current_statuses(project: Project) -> list[CurrentStatus]:
    return list(CurrentStatus.objects.filter(project=project).order_by("id"))


def history_of(project: Project) -> QuerySet[Assessment]:
    """Every assessment of the project, latest facts first, with the status of each dimension."""
    return (
        Assessment.objects.filter(project=project)
        .select_related("plan_version", "standard_version")
        .prefetch_related(Prefetch("dimensions", DimensionStatus.objects.defer("indicators")))
    )


def findings_of(assessment: Assessment) -> list[Finding]:
    """How every rule came out: failed ones first, the gravest of them first, then what could not be assessed."""
    outcomes = {"fail": 0, "not assessable": 1, "waived": 2, "pass": 3}
    severities = {"major": 0, "minor": 1, "info": 2}
    found = Finding.objects.filter(assessment=assessment)
    return sorted(found, key=lambda each: (outcomes[each.outcome], severities[each.severity], each.pk))


def is_behind(project: Project, standing: Standing | None) -> bool:
    """Whether evidence has arrived that the standing does not show yet."""
    if project.facts_changed_at is None or project.current_plan_id is None:
        return False
    return standing is None or project.facts_changed_at > standing.facts_as_of
