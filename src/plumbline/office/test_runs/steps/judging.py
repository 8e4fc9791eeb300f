"""How each criterion stands by its tests: kept where it is read, and every turn of it remembered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from plumbline.office.acceptance.models import Criterion
from plumbline.office.foundation.clock import now
from plumbline.office.projects.models import Project
from plumbline.office.test_runs.models import CriterionEvidence, CriterionTest, EvidenceTurn, Outcome, TestRun
from plumbline.office.test_runs.models.runs import GREEN, RED
from plumbline.office.test_runs.steps.telling import tell_of_red

KEPT = ["outcome", "latest_run", "oldest_at", "since", "first_green_at", "tests", "passed", "failed"]


@dataclass(frozen=True, slots=True)
class Said:
    """By one test, when it ran last."""

    status: str
    is_flaky: bool
    run: int | None
    at: datetime | None


def judge(project: Project, run: TestRun | None) -> list[Criterion]:
    """Those that turned red; in the transaction of whoever changed what they stand by. A fixed number of queries."""
    moment = now()
    criteria = list(Criterion.objects.filter(project=project).order_by("number"))
    kept = {each.criterion_id: each for each in CriterionEvidence.objects.filter(criterion__project=project)}
    said = _said(project)
    new, changed, turned = [], [], []
    for criterion in criteria:
        before = kept.get(criterion.pk)
        after = _evidence(criterion, before, said.get(criterion.pk, []), moment)
        if before is None and after.outcome == Outcome.UNTESTED:
            continue
        if before is None:
            new.append(after)
        elif any(getattr(before, name) != getattr(after, name) for name in KEPT):
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


def outcome_of(said: Iterable[Said]) -> Outcome:
    """Red where a test fails whenever it is run; flaky where one cannot be believed; green where all passed."""
    found = list(said)
    if not found:
        return Outcome.UNTESTED
    if any(each.status in RED and not each.is_flaky for each in found):
        return Outcome.RED
    if any(each.is_flaky for each in found):
        return Outcome.FLAKY
    return Outcome.GREEN if all(each.status in GREEN for each in found) else Outcome.PENDING


def _said(project: Project) -> dict[int, list[Said]]:
    tests = CriterionTest.objects.filter(criterion__project=project, criterion__withdrawn_at=None)
    columns = tests.values_list("criterion", "case__status", "case__is_flaky", "case__latest", "case__latest_at")
    found: dict[int, list[Said]] = {}
    for criterion, status, is_flaky, run, at in columns.iterator():
        found.setdefault(criterion, []).append(Said(status, is_flaky, run, at))
    return found


def _evidence(
    criterion: Criterion, before: CriterionEvidence | None, said: list[Said], moment: datetime
) -> CriterionEvidence:
    outcome = outcome_of(said)
    ran = [(each.at, each.run) for each in said if each.at is not None]
    latest_at, latest = max(ran, default=(None, None))
    oldest = min((at for at, _ in ran), default=None)
    first = before.first_green_at if before else None
    if first is not None and first < criterion.changed_at:
        first = None
    if first is None and outcome == Outcome.GREEN and oldest is not None and oldest >= criterion.changed_at:
        first = latest_at
    return CriterionEvidence(
        pk=before.pk if before else None,
        criterion=criterion,
        outcome=outcome,
        latest_run_id=latest,
        oldest_at=oldest,
        since=before.since if before and before.outcome == outcome else moment,
        first_green_at=first,
        tests=len(said),
        passed=sum(each.status in GREEN for each in said),
        failed=sum(each.status in RED for each in said),
    )
