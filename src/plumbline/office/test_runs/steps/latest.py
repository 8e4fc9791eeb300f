"""Each test follows its latest run, and is flaky where one revision both passed and failed."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from plumbline.office.test_runs.models import TestCase, TestResult, TestRun
from plumbline.office.test_runs.models.runs import GREEN, RED

MOST_RUNS = 50
"""Of one revision that are compared."""


def let_cases_follow(run: TestRun) -> int:
    """How many of its tests have mixed results on its revision. Four statements, whatever the number of results."""
    of_run = TestResult.objects.filter(run=run, is_last=True)
    of_case = of_run.filter(case=OuterRef("pk")).order_by("-attempt")
    cases = TestCase.objects.filter(project=run.project_id, pk__in=of_run.values("case"))
    cases.filter(Q(latest_at=None) | Q(latest_at__lte=run.ran_at)).update(
        latest=run, latest_at=run.ran_at, status=Subquery(of_case.values("status")[:1]), is_flaky=False
    )
    mixed = cases.filter(pk__in=_mixed(run))
    found = mixed.update(flaky_times=F("flaky_times") + 1)
    same = Q(latest__revision=run.revision) if run.revision else Q(latest=run)
    mixed.filter(same).update(is_flaky=True)
    return found


def _mixed(run: TestRun) -> QuerySet[Any, Any]:
    """Tests that passed in one attempt or run of the revision, and failed in another."""
    numbers = [run.pk]
    if run.revision:
        others = TestRun.objects.filter(project=run.project_id, revision=run.revision, state=TestRun.State.READ)
        numbers += others.exclude(pk=run.pk).order_by("-pk").values_list("pk", flat=True)[:MOST_RUNS]
    counted = TestResult.objects.filter(run__in=numbers).order_by().values("case")
    counted = counted.annotate(
        green=Count("pk", filter=Q(status__in=GREEN)), red=Count("pk", filter=Q(status__in=RED))
    ).filter(green__gt=0, red__gt=0)
    return counted.values("case")
