"""Keeps child processes running until told to stop, and stops all of them cleanly."""

from __future__ import annotations

import ctypes
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType

SECONDS_TO_STOP = 30.0
LONGEST_PAUSE = 30.0
STEADY_AFTER = 60.0
_LOOK_EVERY = 0.2
_STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_TELL_WHEN_PARENT_DIES = 1


@dataclass
class Process:
    """A child that is started again when it ends by itself, after a pause that doubles each time."""

    name: str
    command: list[str]
    environment: dict[str, str]
    child: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    pause: float = 0.5
    starts_at: float = field(default_factory=time.monotonic)

    @property
    def is_running(self) -> bool:
        return self.child is not None and self.child.poll() is None

    def start(self) -> None:
        self.child = subprocess.Popen(
            self.command, env=self.environment, start_new_session=True, preexec_fn=_end_with_parent
        )
        self.started_at = time.monotonic()

    def look_after(self, say: Callable[[str], None]) -> None:
        now = time.monotonic()
        if self.is_running:
            return
        if self.child is not None:
            self.pause = 0.5 if now - self.started_at > STEADY_AFTER else min(self.pause * 2, LONGEST_PAUSE)
            self.starts_at = now + self.pause
            say(f"The {self.name} process {_how_it_ended(self.child.returncode)}; starting it again.")
            self.child = None
        if now >= self.starts_at:
            self.start()

    def send(self, number: signal.Signals) -> None:
        if self.child is not None and self.child.poll() is None:
            self.child.send_signal(number)


class Stop:
    """Set by the first signal to stop; a second one asks not to wait for anything."""

    def __init__(self) -> None:
        self.asked = threading.Event()
        self.at_once = threading.Event()

    def ask(self, number: int = 0, frame: FrameType | None = None) -> None:
        (self.at_once if self.asked.is_set() else self.asked).set()


@contextmanager
def stopped_by_signals() -> Iterator[Stop]:
    stop = Stop()
    before = {number: signal.signal(number, stop.ask) for number in _STOP_SIGNALS}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def keep_running(processes: list[Process], stop: Stop, say: Callable[[str], None]) -> None:
    """Start all, start again what crashes, and return when ``stop`` was asked for and all have ended."""
    try:
        while not stop.asked.wait(_LOOK_EVERY):
            for process in processes:
                process.look_after(say)
    finally:
        _stop_all(processes, stop)


def _stop_all(processes: list[Process], stop: Stop) -> None:
    for process in processes:
        process.send(signal.SIGTERM)
    deadline = time.monotonic() + SECONDS_TO_STOP
    while any(each.is_running for each in processes):
        if time.monotonic() > deadline or stop.at_once.is_set():
            for process in processes:
                process.send(signal.SIGKILL)
        time.sleep(_LOOK_EVERY / 2)


def _how_it_ended(code: int) -> str:
    return f"was ended by signal {-code}" if code < 0 else f"ended with code {code}"


def _end_with_parent() -> None:
    """Runs in the child: on Linux it is told to stop when this process is killed, so that no port stays taken."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_TELL_WHEN_PARENT_DIES, signal.SIGTERM)
