"""Starts a site as a person does: real processes, a real port, a database of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SECONDS_TO_START = 600
OF_THIS_TEST_RUN = ("DATABASE_URL", "PLUMBLINE_DEMO", "PLUMBLINE_DATA")


@dataclass
class Site:
    address: str
    process: subprocess.Popen[bytes]
    messages: Path

    @property
    def words(self) -> str:
        return self.messages.read_text(encoding="utf-8")


@contextmanager
def site(command: str, folder: Path, **environment: str) -> Iterator[Site]:
    """``plumbline serve`` or ``plumbline demo`` with its data in ``folder``, once it answers or has given up."""
    port, messages = free_port(), folder / "messages"
    outside = {name: value for name, value in os.environ.items() if name not in OF_THIS_TEST_RUN}
    with messages.open("wb") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "plumbline.cli", command, "--port", str(port), "--workers", "1"],
            env=outside | {"PLUMBLINE_DATA": str(folder / "data")} | environment,
            stdout=file,
            stderr=file,
        )
    started = Site(f"http://127.0.0.1:{port}/", process, messages)
    try:
        until(lambda: "answers at" in started.words or process.poll() is not None)
        yield started
    finally:
        process.kill()
        process.wait()


def children_with(parent: int, word: str) -> list[int]:
    """Process ids of the children of ``parent`` that have ``word`` in their command line."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            of = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            words = (folder / "cmdline").read_bytes().decode().split("\0")
        except (FileNotFoundError, ProcessLookupError):
            continue
        if of == parent and word in words:
            found.append(int(folder.name))
    return found


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def until(condition: Callable[[], object], seconds: float = SECONDS_TO_START) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.1)
