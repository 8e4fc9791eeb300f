"""Real worker processes on the database of the test, to be killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from django.db import connection

PROGRAM = (
    "import django; django.setup()\n"
    "from plumbline.office.foundation.worker import work_until_told_to_stop\n"
    "work_until_told_to_stop(poll=0.02)"
)
STARTED = "Worker started."


@contextmanager
def worker_process(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A worker that has made its first sweep; ended when the test is over, if it still lives."""
    log = folder / f"worker-{time.monotonic_ns()}.log"
    environment = {**os.environ, **environment_of_the_test(), "PLUMBLINE_DATA": str(folder)}
    with log.open("wb") as file:
        worker = subprocess.Popen([sys.executable, "-c", PROGRAM], env=environment, stderr=file, stdout=file)
    try:
        wait_until(lambda: STARTED in log.read_text() or worker.poll() is not None)
        assert worker.poll() is None, log.read_text()
        yield worker
    finally:
        worker.kill()
        worker.wait(timeout=20)


def kill(worker: subprocess.Popen[bytes]) -> None:
    assert worker.poll() is None, "the worker ended before it could be killed"
    os.kill(worker.pid, signal.SIGKILL)
    assert worker.wait(timeout=20) == -signal.SIGKILL


def wait_until(happened: Callable[[], object], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.005)


def environment_of_the_test() -> dict[str, str]:
    given = connection.settings_dict
    environment = {"DJANGO_SETTINGS_MODULE": "plumbline.web.settings"}
    if connection.vendor == "sqlite":
        return {**environment, "DATABASE_URL": f"sqlite:///{given['NAME']}"}
    who = f"{quote(given['USER'] or '')}:{quote(given['PASSWORD'] or '')}"
    port = f":{given['PORT']}" if given["PORT"] else ""
    where = f"{quote(given['HOST'], safe='')}{port}"
    return {**environment, "DATABASE_URL": f"postgres://{who}@{where}/{quote(given['NAME'])}"}
