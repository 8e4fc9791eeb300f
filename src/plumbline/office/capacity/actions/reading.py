"""From the current plan of a project to what it asks of whom. It is read when the plan is another one."""

from __future__ import annotations

from collections import defaultdict

from django.db import transaction

from plumbline.engine.capacity import ResourceDemand, Series, added, plan_demand
from plumbline.office.capacity.actions.working_out import changed
from plumbline.office.capacity.columns import packed
from plumbline.office.capacity.models import PlanDemand, ReadPlan
from plumbline.office.capacity.models.asking import PLAN_NAME
from plumbline.office.foundation.clock import now
from plumbline.office.people.alike import key_of
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import PlanVersion, Project

NO_DATES = "The plan cannot be calculated, so nobody knows when its work is to be done."
NOBODY = "The plan assigns no work that is left to anybody."


def read_plan(project_id: int) -> None:
    """Nothing of it is new, so it leaves no line in the audit: what it follows from has left one already."""
    with transaction.atomic():
        held = Project.objects.select_for_update(of=("self",)).select_related("organisation", "current_plan")
        project = held.get(pk=project_id)
        version = None if project.archived_at else project.current_plan
        rows, problem = _demand(project, version) if version else ([], "")
        PlanDemand.objects.filter(project=project).delete()
        PlanDemand.objects.bulk_create(rows, batch_size=200)
        ReadPlan.objects.update_or_create(
            project=project, defaults={"version": version, "problem": problem, "read_at": now()}
        )
        changed(project.organisation)


def _demand(project: Project, version: PlanVersion) -> tuple[list[PlanDemand], str]:
    calculation = projects.calculation_of(version)
    if calculation is None:
        return [], NO_DATES
    by_key: dict[str, list[ResourceDemand]] = defaultdict(list)
    for each in plan_demand(projects.schedule_of(version), calculation):
        if name := " ".join(each.name.split())[:PLAN_NAME]:
            by_key[key_of(name)[:PLAN_NAME]].append(each)
    rows = [_row(project, key, those) for key, those in by_key.items()]
    return rows, "" if any(each.total for each in rows) else NOBODY


def _row(project: Project, key: str, those: list[ResourceDemand]) -> PlanDemand:
    """Two resources of one name are one."""
    series: Series = those[0].series
    for each in those[1:]:
        series = added(series, each.series)
    return PlanDemand(
        project=project,
        name=" ".join(those[0].name.split())[:PLAN_NAME],
        key=key,
        first_slot=series.first,
        minutes=packed(series.minutes),
        total=series.total,
        critical=sum(each.critical for each in those),
        activities=sum(each.activities for each in those),
        without_work=sum(each.without_work for each in those),
    )
