"""The steps of a worker that is killed, and of one that finds nothing to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from pytest_bdd import given, scenarios, then, when

from acceptance.story import Story
from cli.plan_files import SOUND, Step, xer
from office.background.workers import kill, wait_until, worker_process
from plumbline.engine import catalogue, readers
from plumbline.office.assurance.jobs import assess_project
from plumbline.office.assurance.models import Assessment, Finding, Standing
from plumbline.office.foundation.sweeps import run_sweeps
from plumbline.office.projects.actions import record_plan

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("background_work.feature")


@pytest.fixture
def plan() -> bytes:
    """Large enough to be assessed for a second."""
    return xer(("Bridge", [SOUND[0], *(Step(f"Span {each}", hours=8) for each in range(4998)), SOUND[-1]]))


@given("a recorded plan whose assessment is due")
def _(story: Story, plan: bytes) -> None:
    (schedule,) = readers.read(plan, "bridge.xer").schedules
    record_plan(story.add_project("Quay crossing"), by=None, schedule=schedule, source_format="XER")


@when("the worker that assesses it is killed with SIGKILL")
def _(story: Story, tmp_path: Path) -> None:
    """Its project is archived while the worker starts, so that the task and not the first sweep assesses it."""
    project = story.projects["Quay crossing"]
    project.archived_at = project.created_at
    project.save()
    with worker_process(tmp_path) as worker:
        assess_project.enqueue(0)
        wait_until(lambda: DBTaskResult.objects.finished().exists())
        project.archived_at = None
        project.save()
        task = assess_project.enqueue(project.pk)
        wait_until(lambda: DBTaskResult.objects.get(pk=task.id).status == TaskResultStatus.RUNNING)
        kill(worker)
    assert DBTaskResult.objects.get(pk=task.id).status == TaskResultStatus.RUNNING


@then("no half-written assessment is left")
def _() -> None:
    assert not Assessment.objects.exists()
    assert not Finding.objects.exists()
    assert not Standing.objects.exists()


@when("another worker sweeps")
def _(tmp_path: Path) -> None:
    with worker_process(tmp_path):
        wait_until(Standing.objects.exists)


@then("the plan is assessed exactly once")
def _() -> None:
    assessment = Assessment.objects.get()
    assert Finding.objects.filter(assessment=assessment).count() == len(catalogue.rules())
    run_sweeps()
    assert Assessment.objects.count() == 1


@given("a recorded plan that has been assessed")
def _(story: Story) -> None:
    (schedule,) = readers.read(xer(("Bridge", SOUND)), "bridge.xer").schedules
    record_plan(story.add_project("Quay crossing"), by=None, schedule=schedule, source_format="XER")
    run_sweeps()
    assert Assessment.objects.count() == 1


@when("a worker sweeps twice")
def _() -> None:
    run_sweeps()
    run_sweeps()


@then("there is still one assessment")
def _() -> None:
    assert Assessment.objects.count() == 1
