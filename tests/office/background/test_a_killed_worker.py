"""A worker that is killed with SIGKILL loses nothing and leaves nothing half-written: the next sweep finishes it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from office.background.slow_writing import slow_writing, somebody_is_writing
from office.background.workers import kill, wait_until, worker_process
from plumbline.engine import catalogue, readers
from plumbline.office.assurance.jobs import assess_project
from plumbline.office.assurance.models import Assessment, CurrentStatus, DimensionStatus, Finding, Standing
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.jobs import LONGEST_TASK, expire_abandoned_tasks
from plumbline.office.foundation.models import AuditLine
from plumbline.office.imports.actions import confirm, receive
from plumbline.office.imports.jobs import work_on_what_is_due
from plumbline.office.imports.models import Upload
from plumbline.office.imports.steps.working import LONGEST_STEP
from plumbline.office.people.models import Person
from plumbline.office.projects.actions import record_plan
from plumbline.office.projects.models import PlanVersion, Project

pytestmark = pytest.mark.django_db(transaction=True)


def record(project: Project, plan: bytes) -> None:
    (schedule,) = readers.read(plan, "line.xer").schedules
    record_plan(project, by=None, schedule=schedule, source_format="XER")


def wait_for_an_idle_worker() -> None:
    """Its first sweep is over once it has taken a task."""
    assess_project.enqueue(0)
    wait_until(lambda: DBTaskResult.objects.finished().exists())


def assert_nothing_is_half_written(assessments: int) -> None:
    assert Assessment.objects.count() == assessments
    assert Finding.objects.count() == assessments * len(catalogue.rules())
    assert DimensionStatus.objects.exists() == bool(assessments)
    assert Standing.objects.count() == assessments
    assert CurrentStatus.objects.count() == DimensionStatus.objects.count()
    assert AuditLine.objects.filter(verb="assess_project").count() == assessments


def finished_by_another_worker(folder: Path) -> None:
    with worker_process(folder):
        wait_until(Standing.objects.exists)
        wait_for_an_idle_worker()
    assert_nothing_is_half_written(1)


def test_killed_while_it_calculates(crossing: Project, big_plan: bytes, tmp_path: Path) -> None:
    with worker_process(tmp_path) as worker:
        wait_for_an_idle_worker()
        record(crossing, big_plan)
        task = assess_project.enqueue(crossing.pk)
        wait_until(lambda: DBTaskResult.objects.get(pk=task.id).status == TaskResultStatus.RUNNING)
        kill(worker)
    assert DBTaskResult.objects.get(pk=task.id).status == TaskResultStatus.RUNNING
    assert_nothing_is_half_written(0)
    finished_by_another_worker(tmp_path)
    assert expire_abandoned_tasks() == 0
    DBTaskResult.objects.filter(pk=task.id).update(started_at=timezone.now() - 2 * LONGEST_TASK)
    assert expire_abandoned_tasks() == 1
    assert_nothing_is_half_written(1)


def test_killed_while_it_writes(crossing: Project, big_plan: bytes, tmp_path: Path) -> None:
    with worker_process(tmp_path) as worker:
        wait_for_an_idle_worker()
        record(crossing, big_plan)
        with slow_writing(Finding._meta.db_table):
            assess_project.enqueue(crossing.pk)
            wait_until(somebody_is_writing)
            kill(worker)
            assert_nothing_is_half_written(0)
    finished_by_another_worker(tmp_path)


def test_killed_again_and_again(crossing: Project, big_plan: bytes, tmp_path: Path) -> None:
    record(crossing, big_plan)
    for seconds in (0.05, 0.3, 0.6):
        with worker_process(tmp_path) as worker:
            time.sleep(seconds)
            kill(worker)
        assert_nothing_is_half_written(Assessment.objects.count())
    finished_by_another_worker(tmp_path)


def test_killed_while_it_reads_an_upload(crossing: Project, mira: Person, big_plan: bytes, tmp_path: Path) -> None:
    with worker_process(tmp_path) as worker:
        wait_for_an_idle_worker()
        upload = receive(crossing, "line.xer", big_plan, by=mira)
        wait_until(lambda: Upload.objects.get().attempts == 1)
        kill(worker)
    upload.refresh_from_db()
    assert (upload.state, upload.preview) == (Upload.State.RECEIVED, [])
    work_on_what_is_due()
    upload.refresh_from_db()
    assert upload.state == Upload.State.RECEIVED  # until the lease ends, the worker may still be at it
    with clock_at(timezone.now() + LONGEST_STEP):
        work_on_what_is_due()
    upload.refresh_from_db()
    assert (upload.state, upload.attempts) == (Upload.State.READABLE, 0)
    assert upload.preview[0]["activities"] == 5000


def test_killed_while_it_records_a_plan(crossing: Project, mira: Person, big_plan: bytes, tmp_path: Path) -> None:
    upload = receive(crossing, "line.xer", big_plan, by=mira)
    work_on_what_is_due()
    upload.refresh_from_db()
    with worker_process(tmp_path) as worker, slow_writing(PlanVersion._meta.db_table):
        confirm(upload, chosen=0, message="", by=mira)
        wait_until(somebody_is_writing)
        kill(worker)
        assert not PlanVersion.objects.exists()
    upload.refresh_from_db()
    assert (upload.state, upload.attempts) == (Upload.State.CONFIRMED, 1)
    with clock_at(timezone.now() + LONGEST_STEP):
        work_on_what_is_due()
    upload.refresh_from_db()
    assert (upload.state, upload.plan_version) == (Upload.State.RECORDED, PlanVersion.objects.get())
    assert AuditLine.objects.filter(verb="record_plan").count() == 1
    finished_by_another_worker(tmp_path)
