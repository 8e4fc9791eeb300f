"""Runs a program that reads foreign bytes: in a folder that is deleted, with limits, and for so long only."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_TOLD = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """``memory`` is all address space in bytes, ``file`` the largest file in bytes; the rest is in seconds."""

    seconds: float = 120
    processor_seconds: int = 120
    memory: int = 2 << 30
    file: int = 100_000_000


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended. ``code`` is negative for a signal and ``None`` if it was stopped for taking too long."""

    code: int | None
    told: str


def run(command: Sequence[str], folder: Path, limits: Limits) -> Ended:
    """Run ``command`` in ``folder``. Whatever it started is stopped with it; what it printed is kept up to a length.

    It sees none of this process's environment, which may hold secrets and would let Java be configured from outside.
    """
    printed = folder / "printed"
    with printed.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={"LANG": "C.UTF-8", "TMPDIR": str(folder), "HOME": str(folder)},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            _limit(process.pid, limits)
            code: int | None = process.wait(limits.seconds)
        except subprocess.TimeoutExpired:
            code = None
        finally:
            _stop(process)
    with printed.open("rb") as output:
        return Ended(code, output.read(_TOLD).decode(errors="replace"))


if sys.platform == "linux":
    import resource

    def _limit(process_id: int, limits: Limits) -> None:
        """From outside: code that runs between fork and exec is not safe where there are threads."""
        for what, most in (
            (resource.RLIMIT_AS, limits.memory),
            (resource.RLIMIT_CPU, limits.processor_seconds),
            (resource.RLIMIT_FSIZE, limits.file),
            (resource.RLIMIT_CORE, 0),
        ):
            try:
                resource.prlimit(process_id, what, (most, most))
            except ProcessLookupError:
                return
else:

    def _limit(process_id: int, limits: Limits) -> None:
        """Elsewhere Java's own limit of its heap, and the time, have to do."""


def _stop(process: subprocess.Popen[bytes]) -> None:
    """The program with everything it started, which is of its session."""
    if sys.platform != "win32":
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()
