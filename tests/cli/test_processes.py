"""Child processes are kept running, and all of them are stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from plumbline.cli.serving.processes import Process, Stop, keep_running

SLEEPS = "import time; time.sleep(60)"
IGNORES_SIGTERM = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(flush=True); {SLEEPS}"


class Running:
    """Processes looked after in a thread of this test."""

    def __init__(self, *programs: str) -> None:
        self.said: list[str] = []
        self.stop = Stop()
        self.processes = [
            Process(f"child {place}", [sys.executable, "-c", each], dict(os.environ))
            for place, each in enumerate(programs)
        ]
        self.thread = threading.Thread(target=keep_running, args=(self.processes, self.stop, self.said.append))
        self.thread.start()

    def end(self) -> None:
        self.stop.ask()
        self.thread.join(20)


@pytest.fixture
def run() -> Iterator[Callable[..., Running]]:
    started: list[Running] = []

    def start(*programs: str) -> Running:
        started.append(Running(*programs))
        return started[-1]

    yield start
    for each in started:
        each.end()


def test_all_are_started_and_all_are_stopped(run: Callable[..., Running]) -> None:
    running = run(SLEEPS, SLEEPS)
    _until(lambda: all(each.is_running for each in running.processes))
    running.end()
    assert not running.thread.is_alive()
    assert not any(each.is_running for each in running.processes)


def test_one_that_is_killed_is_started_again(run: Callable[..., Running]) -> None:
    running = run(SLEEPS)
    (process,) = running.processes
    _until(lambda: process.is_running)
    first = process.child
    assert first is not None
    first.kill()
    _until(lambda: process.is_running and process.child is not first)
    assert running.said == ["The child 0 process was ended by signal 9; starting it again."]


def test_one_that_crashes_at_once_is_started_ever_more_slowly(run: Callable[..., Running]) -> None:
    running = run("raise SystemExit(3)")
    _until(lambda: len(running.said) >= 3, seconds=15)
    assert set(running.said) == {"The child 0 process ended with code 3; starting it again."}
    assert running.processes[0].pause >= 4


def test_a_second_request_to_stop_does_not_wait(run: Callable[..., Running], tmp_path: Path) -> None:
    ready = tmp_path / "ready"
    running = run(IGNORES_SIGTERM.replace("print(flush=True)", f"open({str(ready)!r}, 'w')"))
    _until(ready.exists)
    running.stop.ask()
    running.thread.join(0.5)
    assert running.thread.is_alive(), "it waits for the child to finish"
    running.stop.ask()
    running.thread.join(5)
    assert not running.thread.is_alive()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent was killed")
def test_children_do_not_outlive_a_parent_that_was_killed(tmp_path: Path) -> None:
    written = tmp_path / "child"
    child = f"import os, time; open({str(written)!r}, 'w').write(str(os.getpid())); time.sleep(60)"
    parent = (
        "import os, sys\n"
        "from plumbline.cli.serving.processes import Process, Stop, keep_running\n"
        f"keep_running([Process('child', [sys.executable, '-c', {child!r}], dict(os.environ))], Stop(), print)\n"
    )
    killed = subprocess.Popen([sys.executable, "-c", parent])
    _until(lambda: written.exists() and written.read_text() != "")
    os.kill(killed.pid, signal.SIGKILL)
    killed.wait()
    _until(lambda: not _is_alive(int(written.read_text())))


def _is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def _until(condition: Callable[[], object], seconds: float = 10) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)
