"""What assessments say of plans is taken in, with who led the project; then those who led are reconsidered."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, Max, OuterRef, QuerySet

from plumbline.engine.rules.rule import Outcome
from plumbline.office.academy.actions.proposing import reconsider
from plumbline.office.academy.models import JudgedPlan
from plumbline.office.assurance.models import Assessment, Finding
from plumbline.office.foundation.clock import now

LOOKED_BACK = timedelta(days=400)
AT_ONCE, MOST = 200, 10_000
OVERLAP = 1000
"""Assessments before the latest that are looked at again: some may have been written later than others begun after."""


def judge_what_was_assessed() -> None:
    """By batches, each in its own transaction, then person by person; whatever stops, the next sweep goes on with."""
    for _ in range(0, MOST, AT_ONCE):
        if not _judge_some():
            break
    concerned = JudgedPlan.objects.filter(considered=False, person__isnull=False).order_by()
    for organisation, person in concerned.values_list("organisation", "person").distinct():
        reconsider(organisation, person)


def unjudged() -> QuerySet[Assessment]:
    """Assessments that say more of a plan than was taken in, the oldest first."""
    latest = JudgedPlan.objects.aggregate(latest=Max("assessment_id"))["latest"] or 0
    taken = JudgedPlan.objects.filter(plan_version=OuterRef("plan_version"), assessment_id__gte=OuterRef("pk"))
    found = Assessment.objects.filter(pk__gt=latest - OVERLAP, plan_version__recorded_at__gt=now() - LOOKED_BACK)
    return found.exclude(Exists(taken)).order_by("pk")


@transaction.atomic
def _judge_some() -> bool:
    """Whether there was anything. The person of a plan that is known stays; the rules are those of now."""
    due = unjudged().values_list(
        "plan_version", "pk", "project", "project__organisation", "project__manager", "plan_version__recorded_at"
    )[:AT_ONCE]
    latest = {row[0]: row for row in due}
    outcomes = _outcomes([row[1] for row in latest.values()])
    JudgedPlan.objects.bulk_create(
        [
            JudgedPlan(
                organisation_id=organisation, plan_version_id=plan, project_id=project, person_id=manager,
                assessment_id=assessment, at=at, held=outcomes[assessment, Outcome.PASS],
                failed=outcomes[assessment, Outcome.FAIL],
            )
            for plan, assessment, project, organisation, manager, at in latest.values()
        ],
        update_conflicts=True, unique_fields=["plan_version"],
        update_fields=["assessment", "held", "failed", "considered"],
    )  # fmt: skip
    return bool(latest)


def _outcomes(assessments: list[int]) -> dict[tuple[int, str], list[str]]:
    """Rules by assessment and outcome."""
    told = Finding.objects.filter(assessment__in=assessments, outcome__in=(Outcome.PASS, Outcome.FAIL)).order_by()
    found: dict[tuple[int, str], list[str]] = defaultdict(list)
    for assessment, outcome, rule in told.values_list("assessment_id", "outcome", "rule"):
        found[assessment, outcome].append(rule)
    return found
