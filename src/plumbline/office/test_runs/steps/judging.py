"""How each criterion stands by its evidence: kept where it is read, and every turn of it remembered."""

from __future__ import annotations

from datetime import datetime

from plumbline.office.acceptance.models import Criterion
from plumbline.office.foundation.clock import now
from plumbline.office.projects.models import Project
from plumbline.office.test_runs.models import (
    CriterionEvidence,
    CriterionTest,
    EvidenceTurn,
    ManualEvidence,
    Outcome,
    TestRun,
)
from plumbline.office.test_runs.models.runs import GREEN, RED
from plumbline.office.test_runs.queries.manual import counting_evidence
from plumbline.office.test_runs.steps.telling import tell_of_red
from plumbline.office.test_runs.steps.weighing import Said, weighed

KEPT = ["outcome", "latest_run", "manual", "oldest_at", "since", "first_green_at", "tests", "passed", "failed"]
COMPARED = ["latest_run_id", "manual_id", *(each for each in KEPT if each not in ("latest_run", "manual"))]
"""By number: to look a run up would be a query for each criterion."""


def judge(project: Project, run: TestRun | None) -> list[Criterion]:
    """Those that turned red; in the transaction of whoever changed what they stand by. A fixed number of queries."""
    moment = now()
    criteria = list(Criterion.objects.filter(project=project).order_by("number"))
    kept = {each.criterion_id: each for each in CriterionEvidence.objects.filter(criterion__project=project)}
    said, seen = _said(project), counting_evidence(project)
    new, changed, turned = [], [], []
    for criterion in criteria:
        before = kept.get(criterion.pk)
        after = _evidence(criterion, before, said.get(criterion.pk, []), seen.get(criterion.pk), moment)
        if before is None and after.outcome == Outcome.UNTESTED:
            continue
        if before is None:
            new.append(after)
        elif any(getattr(before, name) != getattr(after, name) for name in COMPARED):
            changed.append(after)
        if before is None or before.outcome != after.outcome:
            turned.append((criterion, after))
    CriterionEvidence.objects.bulk_create(new)
    CriterionEvidence.objects.bulk_update(changed, KEPT)
    EvidenceTurn.objects.bulk_create(
        EvidenceTurn(criterion=each, outcome=after.outcome, run=run, at=moment) for each, after in turned
    )
    red = [each for each, after in turned if after.outcome == Outcome.RED]
    if red and run is not None:
        tell_of_red(project, run, red)
    return red


def _said(project: Project) -> dict[int, list[Said]]:
    tests = CriterionTest.objects.filter(criterion__project=project, criterion__withdrawn_at=None)
    columns = tests.values_list("criterion", "case__status", "case__is_flaky", "case__latest", "case__latest_at")
    found: dict[int, list[Said]] = {}
    for criterion, status, is_flaky, run, at in columns.iterator():
        found.setdefault(criterion, []).append(Said(status, is_flaky, run, at))
    return found


def _evidence(
    criterion: Criterion,
    before: CriterionEvidence | None,
    said: list[Said],
    seen: ManualEvidence | None,
    moment: datetime,
) -> CriterionEvidence:
    found = weighed(said, seen)
    first = before.first_green_at if before else None
    if first is not None and first < criterion.changed_at:
        first = None
    is_of_this_text = found.oldest_at is not None and found.oldest_at >= criterion.changed_at
    if first is None and found.outcome == Outcome.GREEN and is_of_this_text:
        first = found.latest_at
    return CriterionEvidence(
        pk=before.pk if before else None,
        criterion=criterion,
        outcome=found.outcome,
        latest_run_id=found.latest_run,
        manual=found.manual,
        oldest_at=found.oldest_at,
        since=before.since if before and before.outcome == found.outcome else moment,
        first_green_at=first,
        tests=len(said),
        passed=sum(each.status in GREEN for each in said),
        failed=sum(each.status in RED for each in said),
    )
