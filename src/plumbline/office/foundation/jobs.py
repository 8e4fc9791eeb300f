"""Housekeeping of the queue: a killed worker leaves its task running for ever, and finished ones pile up."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.sessions.models import Session
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

LONGEST_TASK = timedelta(minutes=30)
KEEP_FINISHED_TASKS = timedelta(days=7)


class WorkerWasLost(Exception):
    """The worker of a task ended without telling how the task went."""


def tidy_up() -> None:
    expire_abandoned_tasks()
    now = timezone.now()
    DBTaskResult.objects.finished().filter(finished_at__lt=now - KEEP_FINISHED_TASKS).delete()
    Session.objects.filter(expire_date__lt=now).delete()


def expire_abandoned_tasks() -> int:
    """Ends tasks that have run for longer than any may; the sweep of their owner finds again what they were to do."""
    now = timezone.now()
    abandoned = DBTaskResult.objects.running().filter(started_at__lt=now - LONGEST_TASK)
    return abandoned.update(
        status=TaskResultStatus.FAILED,
        finished_at=now,
        exception_class_path=f"{WorkerWasLost.__module__}.{WorkerWasLost.__qualname__}",
        traceback="The worker of this task ended without telling how it went.",
    )


def drop_waiting_tasks() -> None:
    """For whoever has done the work of the tasks already; what else was due, the sweeps find again."""
    DBTaskResult.objects.ready().delete()


SWEEP = tidy_up
