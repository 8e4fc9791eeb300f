"""The body of a worker process: tasks as they come, sweeps at the start and from time to time."""

from __future__ import annotations

import logging
import signal
import threading
import time
from types import FrameType
from uuid import uuid4

from django.db import OperationalError, ProgrammingError, close_old_connections
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from plumbline.office.foundation.sweeps import run_sweeps

logger = logging.getLogger(__name__)

SECONDS_BETWEEN_SWEEPS = 30.0


def work_until_told_to_stop(poll: float = 1.0) -> None:
    """Runs a worker in this process until SIGTERM or Ctrl-C; the task at hand is finished first."""
    stop = threading.Event()

    def ask_to_stop(number: int, frame: FrameType | None) -> None:
        logger.info("Asked to stop; the task at hand is finished first.")
        stop.set()

    signal.signal(signal.SIGTERM, ask_to_stop)
    signal.signal(signal.SIGINT, ask_to_stop)
    run_worker(stop, poll)


def run_worker(stop: threading.Event, poll: float = 1.0, between_sweeps: float = SECONDS_BETWEEN_SWEEPS) -> None:
    """Works until ``stop`` is set. ``poll`` and ``between_sweeps`` are seconds."""
    sweep_at = time.monotonic()
    logger.info("Worker started.")
    while not stop.is_set():
        close_old_connections()
        try:
            if time.monotonic() >= sweep_at:
                run_sweeps()
                sweep_at = time.monotonic() + between_sweeps
            run_waiting_tasks(stop)
        except (OperationalError, ProgrammingError) as error:
            reason = str(error).partition("\n")[0]
            logger.warning("The database does not answer or is not prepared yet; trying again. (%s)", reason)
        stop.wait(poll)
    logger.info("Worker stopped.")


def run_waiting_tasks(stop: threading.Event | None = None) -> None:
    """Runs the tasks that wait, one after the other, until there is none or ``stop`` is set."""
    while not (stop and stop.is_set()) and DBTaskResult.objects.ready().exists():
        Worker(
            queue_names=["*"],
            excluded_queue_names=[],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=1,
            worker_id=uuid4().hex,
        ).run()
