"""What the grid shows beside the plan of the draft: the baseline of the project, and criteria of what is delivered."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from django.db.models import Count, Q

from plumbline.engine.schedule import Baseline, Uid
from plumbline.engine.schedule.baseline import with_baseline
from plumbline.engine.schedule.calculate import LoopInSchedule
from plumbline.engine.schedule.document import load
from plumbline.office.acceptance.models import Deliverable
from plumbline.office.planning.grid.rows import Beside
from plumbline.office.planning.models import PlanDraft
from plumbline.office.projects.documents import unpacked
from plumbline.office.projects.models import Project
from plumbline.office.projects.queries.plans import kept_calculation, kept_schedule


def beside_of(draft: PlanDraft) -> Beside:
    """One query once the plans are in memory."""
    return Beside(baseline_of(draft), criteria_of(draft.project))


def baseline_of(draft: PlanDraft) -> Mapping[Uid, Baseline] | None:
    promised = draft.project.baseline
    if promised is None:
        return None
    return _promised(draft.beginning_id, promised.document_id, promised.calculation_document_id)


@lru_cache(maxsize=16)
def _promised(beginning: str, document: str, calculated: str | None) -> Mapping[Uid, Baseline]:
    """By the rows the draft began with: those added since were never promised."""
    calculation = kept_calculation(calculated)
    try:
        held = with_baseline(
            load(unpacked(beginning)), kept_schedule(document), calculation.dates if calculation else {}
        )
    except LoopInSchedule:
        return {}
    return {each.uid: each.baseline for each in held.activities if each.baseline}


def criteria_of(project: Project) -> dict[str, int]:
    """How many criteria deliverables have, by the row of the plan that stands for them."""
    counted = (
        Deliverable.objects.filter(project=project, dropped_at=None)
        .exclude(wbs_key="")
        .annotate(criteria_count=Count("criteria", filter=Q(criteria__withdrawn_at=None)))
    )
    found: dict[str, int] = {}
    for key, count in counted.values_list("wbs_key", "criteria_count"):
        found[key] = found.get(key, 0) + count
    return found
