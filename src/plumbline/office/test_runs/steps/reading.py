"""The results of a run are kept in batches; once all are there, they count. May be begun again at any time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from django.db.models import F

from plumbline.engine.test_results import RunInfo, TestResult, UnreadableResults, read
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.clock import now
from plumbline.office.projects.models import Project
from plumbline.office.test_runs.limits import BATCH, LIMITS, LONGEST_STEP, MOST_ATTEMPTS
from plumbline.office.test_runs.models import TestRun
from plumbline.office.test_runs.pieces import chunks_of
from plumbline.office.test_runs.steps.judging import judge
from plumbline.office.test_runs.steps.keeping import Keeper
from plumbline.office.test_runs.steps.latest import let_cases_follow
from plumbline.office.test_runs.steps.linking import link_tests
from plumbline.office.test_runs.survey import Survey, survey

EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
"""A clock that shows less was not set."""
GAVE_UP = f"The file stopped the program {MOST_ATTEMPTS} times while it was read. Send it in parts."


def read_run(run_id: int) -> None:
    """Reads a file that was received, if no other worker is at it."""
    run = _claim(run_id)
    if run is None:
        return
    if run.attempts > MOST_ATTEMPTS:
        _refuse(run, GAVE_UP)
        return
    try:
        found = survey(chunks_of(run))
    except UnreadableResults as refused:
        _refuse(run, str(refused))
        return
    run.ran_at = ran_at(found.info, run.received_at)
    run.revision = run.revision or found.info.revision
    _keep_all(run)
    _finish(run, found)


def ran_at(info: RunInfo, received: datetime) -> datetime:
    """When the tests ran: as the file says, unless that cannot be."""
    return info.started if info.started and EARLIEST <= info.started <= received else received


def _claim(run_id: int) -> TestRun | None:
    moment = now()
    waiting = TestRun.objects.filter(pk=run_id, state=TestRun.State.RECEIVED, due_at__lte=moment)
    if not waiting.update(due_at=moment + LONGEST_STEP, attempts=F("attempts") + 1):
        return None
    return TestRun.objects.select_related("project__organisation", "by").get(pk=run_id)


def _refuse(run: TestRun, problem: str) -> None:
    with action("refuse_test_run", by=run.by, scope=run.project.organisation) as line:
        TestRun.objects.filter(pk=run.pk).update(state=TestRun.State.REFUSED, problem=problem[:500], due_at=None)
        line.about(run, problem=problem)


def _keep_all(run: TestRun) -> None:
    keeper = Keeper(run)
    for batch in _batches(read(chunks_of(run), LIMITS)):
        keeper.keep(batch)
        TestRun.objects.filter(pk=run.pk).update(done=keeper.kept)


def _batches(found: Iterable[TestResult | RunInfo]) -> Iterator[list[TestResult]]:
    batch: list[TestResult] = []
    for each in found:
        if isinstance(each, TestResult):
            batch.append(each)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _finish(run: TestRun, found: Survey) -> None:
    """From here on its results count, all at once."""
    with action("read_test_run", by=run.by, scope=run.project.organisation) as line:
        project = Project.objects.select_for_update().get(pk=run.project_id)
        held = TestRun.objects.select_for_update().get(pk=run.pk)
        if held.state != TestRun.State.RECEIVED:
            line.nothing_happened()
            return
        run.branch, run.address = run.branch or found.info.branch, run.address or found.info.address
        for name, value in found.columns.items():
            setattr(run, name, value)
        run.state, run.due_at, run.done, run.attempts = TestRun.State.READ, None, found.kept, held.attempts
        run.save()
        run.flaky = let_cases_follow(run)
        run.save(update_fields=["flaky"])
        link_tests(project)
        judge(project, run)
        Project.objects.filter(pk=project.pk).update(facts_changed_at=now())
        line.about(run, tests=run.total, failed=run.failed, revision=run.revision)
