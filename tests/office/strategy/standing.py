"""Gives a project a standing without a plan that would lead to it."""

from __future__ import annotations

from datetime import date

from plumbline.office.assurance.models import Assessment, Standing
from plumbline.office.foundation.clock import now
from plumbline.office.projects.models import PlanDocument, PlanVersion, Project
from plumbline.office.standards.actions import publish_builtin
from plumbline.office.standards.models import StandardVersion


def stand(project: Project, overall: str, finish: date | None = None) -> Standing:
    document, _ = PlanDocument.objects.get_or_create(digest="0" * 64, defaults={"content": b"", "size": 0})
    plan = PlanVersion.objects.create(
        project=project, number=1, document=document, activity_count=1, source_format="XER", finish=finish
    )
    standard = StandardVersion.objects.filter(organisation=project.organisation).first() or publish_builtin(
        project.organisation, "predictive", by=None
    )
    assessment = Assessment.objects.create(
        project=project,
        plan_version=plan,
        standard_version=standard,
        engine_version="0",
        overall=overall,
        facts_as_of=now(),
    )
    project.current_plan = plan
    project.save(update_fields=["current_plan"])
    return Standing.objects.create(
        project=project, assessment=assessment, facts_as_of=now(), overall=overall, forecast_finish=finish
    )
