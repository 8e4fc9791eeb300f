"""What the versions of a plan have earned of a baseline that came from a plan."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, time
from decimal import Decimal

from django.db.models import F

from plumbline.engine.calendars import OutOfWorkingTime
from plumbline.engine.earned_value.from_plan import earned_by, rules_by_kind
from plumbline.engine.earned_value.phasing import planned_budgets
from plumbline.engine.schedule.matching import match_activities
from plumbline.office.earned_value.actions.baselines import cents
from plumbline.office.earned_value.actions.recalculating import work_out
from plumbline.office.earned_value.models import CostBaseline, EarnedEntry, ValueStanding
from plumbline.office.earned_value.wbs import wbs_names
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.sweeps import each_by_itself
from plumbline.office.projects import queries as projects
from plumbline.office.projects.held import held
from plumbline.office.projects.models import PlanVersion, Project

MOST_AT_ONCE = 24
"""Versions that are taken up in one transaction; the next sweep goes on."""


def take_progress_where_due() -> None:
    """Projects whose plan has newer versions than were taken up."""
    due = ValueStanding.objects.filter(
        baseline__plan_version__isnull=False,
        project__archived_at=None,
        project__current_plan__number__gt=F("plan_number"),
    )
    each_by_itself(due.values_list("project_id", flat=True), take_progress)


def take_progress(project_id: int) -> int:
    """Takes up what came since the last time and returns how many versions that were; a second time takes none."""
    project = Project.objects.select_related("organisation").get(pk=project_id)
    with action("take_progress", by=None, scope=project.organisation) as line:
        current = held(project)
        standing = ValueStanding.objects.select_related("baseline__plan_version").filter(project=current).first()
        if standing is None or standing.baseline.plan_version is None:
            line.nothing_happened()
            return 0
        versions = list(
            PlanVersion.objects.filter(project=current, number__gt=standing.plan_number).order_by("number")[
                :MOST_AT_ONCE
            ]
        )
        if not versions:
            line.nothing_happened()
            return 0
        for version in versions:
            EarnedEntry.objects.bulk_create(_earned(standing.baseline, version))
        work_out(current, standing.baseline, plan_number=versions[-1].number)
        line.about(standing.baseline, versions=[each.number for each in versions])
    return len(versions)


def _earned(baseline: CostBaseline, version: PlanVersion) -> list[EarnedEntry]:
    """Nothing for a version without a data date: it does not say which day it speaks of."""
    if version.data_date is None or baseline.plan_version is None:
        return []
    promised, now = projects.schedule_of(baseline.plan_version), projects.schedule_of(version)
    calculation = projects.calculation_of(baseline.plan_version)
    budgets = planned_budgets(promised, dates=calculation.dates if calculation else None)
    as_of = now.data_date or datetime.combine(version.data_date, time(0))
    try:
        found = earned_by(promised, budgets, match_activities(now, promised), as_of, rules_by_kind(baseline.task_rule))
    except OutOfWorkingTime:
        return []
    names = wbs_names(promised)
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for each in found:
        sums[names[each.budget.uid]] += cents(each.earned.value or 0.0)
    return [
        EarnedEntry(baseline=baseline, wbs=wbs, as_of=version.data_date, value=value, plan_version=version)
        for wbs, value in sums.items()
    ]
