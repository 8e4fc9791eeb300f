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

SIZES = {1_000: 5, 10_000: 5, 100_000: 1}
"""Activities, and how many rounds they are worth."""


_AND_SAY_ITS_MEMORY = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
"""A small process in between: the peak of a process counts what it was before, a copy of the one that started it."""


def measurements() -> Iterator[Measurement]:
    with tempfile.TemporaryDirectory(prefix="plumbline-bench-") as folder:
        for activities, rounds in SIZES.items():
            plan = Path(folder) / f"{activities}.xer"
            plan.write_bytes(xer(activities))
            check = ["-m", "plumbline.cli", "check", str(plan), "--fail-on", "none"]
            run, idle = partial(_run, check, folder), partial(_run, ["-c", "pass"], folder)
            run()
            what = f"plumbline check, {activities:,} activities, new process"
            yield Measurement(what, "start Python", run, idle, rounds)
            memory = partial(_kilobytes_per_activity, activities=activities)
            yield Measurement(f"{what}: memory each", "start Python", run, idle, 1, "KB", memory)


def _run(arguments: list[str], folder: str) -> int:
    """Peak memory of the process in KB. It finds its modules compiled, as an installed program does."""
    as_installed = os.environ | {"PYTHONPYCACHEPREFIX": f"{folder}/compiled", "PYTHONDONTWRITEBYTECODE": ""}
    command = [sys.executable, "-c", _AND_SAY_ITS_MEMORY, sys.executable, *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, env=as_installed)
    return int(done.stdout)


def _kilobytes_per_activity(run: Callable[[], object], activities: int) -> float:
    return int(str(run())) / activities
