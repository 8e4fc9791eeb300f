"""The whole ``plumbline check`` of a plan as a new process, against starting Python alone."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from bench.plans import xer
from bench.side_by_side import Measurement

ACTIVITIES = 1000


def measurement() -> Measurement:
    folder = tempfile.TemporaryDirectory(prefix="plumbline-bench-")
    plan = Path(folder.name) / "plan.xer"
    plan.write_bytes(xer(ACTIVITIES))
    check = [sys.executable, "-m", "plumbline.cli", "check", str(plan), "--fail-on", "none"]

    def measured() -> None:
        assert folder.name
        subprocess.run(check, stdout=subprocess.DEVNULL, check=True)

    def plain() -> None:
        subprocess.run([sys.executable, "-c", "pass"], check=True)

    return Measurement(f"plumbline check, {ACTIVITIES} activities, new process", "start Python", measured, plain)
