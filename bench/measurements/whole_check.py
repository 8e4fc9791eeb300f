"""The whole ``plumbline check`` of a plan as a new process: read, dates, every rule; its time and its memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from bench.plans import xer
from bench.side_by_side import Measurement

SIZES = {1_000: 1_000, 10_000: 3, 100_000: 1}
"""Activities, and how many rounds they are worth."""


def measurements() -> Iterator[Measurement]:
    with tempfile.TemporaryDirectory(prefix="plumbline-bench-") as folder:
        for activities, rounds in SIZES.items():
            plan = Path(folder) / f"{activities}.xer"
            plan.write_bytes(xer(activities))
            check = [sys.executable, "-m", "plumbline.cli", "check", str(plan), "--fail-on", "none"]
            nothing = [sys.executable, "-c", "pass"]
            what = f"plumbline check, {activities:,} activities, new process"
            run, idle = partial(_run, check), partial(_run, nothing)
            yield Measurement(what, "start Python", run, idle, rounds)
            memory = partial(_kilobytes_per_activity, activities=activities)
            yield Measurement(f"{what}: memory each", "start Python", run, idle, min(rounds, 3), "KB", memory)


def _run(command: list[str]) -> int:
    """Peak memory of the process in KB."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return usage.ru_maxrss


def _kilobytes_per_activity(run: Callable[[], object], activities: int) -> float:
    return int(str(run())) / activities
