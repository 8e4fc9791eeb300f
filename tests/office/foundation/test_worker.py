"""A worker runs what waits, sweeps for what is due, ends when told to, and leaves nothing hanging when killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import transaction
from django.utils import timezone
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from plumbline.office.foundation import sweeps
from plumbline.office.foundation.jobs import LONGEST_TASK, expire_abandoned_tasks, tidy_up
from plumbline.office.foundation.sweeps import run_sweeps
from plumbline.office.foundation.worker import run_waiting_tasks, run_worker
from plumbline.office.people.models import Organisation, Unit

WORKER = (
    "import django; django.setup()\n"
    "from plumbline.office.foundation.worker import work_until_told_to_stop\n"
    "work_until_told_to_stop()"
)


@task
def found_unit(organisation_id: int, name: str) -> None:
    Unit.objects.create(organisation_id=organisation_id, name=name)


@task
def fail() -> None:
    raise RuntimeError("the tide was out")


@pytest.mark.django_db(transaction=True)
def test_a_worker_runs_what_waits_and_ends_when_told(harbour: Organisation) -> None:
    found_unit.enqueue(harbour.pk, "Dredging")
    fail.enqueue()
    found_unit.enqueue(harbour.pk, "Pilots")
    stop = threading.Event()
    worker = threading.Thread(target=run_worker, args=(stop, 0.01))
    worker.start()
    _wait_until(lambda: DBTaskResult.objects.finished().count() == 3)
    stop.set()
    worker.join(timeout=10)
    assert not worker.is_alive()
    assert set(Unit.objects.values_list("name", flat=True)) == {"Dredging", "Pilots"}
    assert "the tide was out" in DBTaskResult.objects.failed().get().traceback


@pytest.mark.django_db(transaction=True)
def test_a_task_that_is_rolled_back_with_its_action_never_runs(harbour: Organisation) -> None:
    @transaction.atomic
    def dredge() -> None:
        found_unit.enqueue(harbour.pk, "Dredging")
        raise RuntimeError("the tide was out")

    with pytest.raises(RuntimeError, match="tide"):
        dredge()
    run_waiting_tasks()
    assert not Unit.objects.exists()


@pytest.mark.django_db
def test_a_task_whose_worker_was_killed_does_not_run_for_ever(harbour: Organisation) -> None:
    lost = DBTaskResult.objects.get(pk=found_unit.enqueue(harbour.pk, "Lost").id)
    running = DBTaskResult.objects.get(pk=found_unit.enqueue(harbour.pk, "At work").id)
    for each in (lost, running):
        each.claim("a worker")
    DBTaskResult.objects.filter(pk=lost.pk).update(started_at=timezone.now() - LONGEST_TASK - timedelta(seconds=1))
    assert expire_abandoned_tasks() == 1
    lost.refresh_from_db()
    running.refresh_from_db()
    assert (lost.status, running.status) == (TaskResultStatus.FAILED, TaskResultStatus.RUNNING)
    assert lost.task_result.errors[0].exception_class.__name__ == "WorkerWasLost"


@pytest.mark.django_db(transaction=True)
def test_finished_tasks_are_forgotten_after_a_week(harbour: Organisation) -> None:
    found_unit.enqueue(harbour.pk, "Dredging")
    run_waiting_tasks()
    tidy_up()
    assert DBTaskResult.objects.count() == 1
    DBTaskResult.objects.update(finished_at=timezone.now() - timedelta(days=8))
    tidy_up()
    assert not DBTaskResult.objects.exists()


def test_every_application_with_a_sweep_is_found() -> None:
    assert sweeps.sweeps()["plumbline.office.foundation"] is tidy_up


def test_a_sweep_that_fails_keeps_no_other_from_running(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    ran: list[str] = []

    def fails() -> None:
        raise RuntimeError("the tide was out")

    monkeypatch.setattr(sweeps, "sweeps", lambda: {"first": fails, "second": lambda: ran.append("second")})
    run_sweeps()
    assert ran == ["second"]
    assert "The sweep of first failed" in caplog.text


def test_a_worker_process_ends_in_order_when_the_system_asks_it_to(
    tmp_path: Path, migrated: Callable[[Path], None]
) -> None:
    environment = _alone(tmp_path)
    migrated(tmp_path / "plumbline.sqlite3")
    worker = subprocess.Popen([sys.executable, "-c", WORKER], env=environment, stderr=subprocess.PIPE, text=True)
    assert worker.stderr is not None
    assert "Worker started." in worker.stderr.readline()
    worker.send_signal(signal.SIGTERM)
    _, told = worker.communicate(timeout=20)
    assert worker.returncode == 0
    assert "Worker stopped." in told


def test_a_worker_that_is_started_before_the_database_is_prepared_waits_for_it(tmp_path: Path) -> None:
    worker = subprocess.Popen([sys.executable, "-c", WORKER], env=_alone(tmp_path), stderr=subprocess.PIPE, text=True)
    assert worker.stderr is not None
    assert any("not prepared yet; trying again" in line for line in worker.stderr)
    assert worker.poll() is None
    worker.send_signal(signal.SIGTERM)
    worker.communicate(timeout=20)
    assert worker.returncode == 0


def _alone(folder: Path) -> dict[str, str]:
    """The environment of a process with a data folder of its own."""
    environment = {**os.environ, "PLUMBLINE_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "plumbline.web.settings"}
    environment.pop("DATABASE_URL", None)
    return environment


def _wait_until(is_so: Callable[[], bool]) -> None:
    pause = threading.Event()
    for _ in range(500):
        if is_so():
            return
        pause.wait(0.02)
    raise AssertionError("it did not happen within ten seconds")
