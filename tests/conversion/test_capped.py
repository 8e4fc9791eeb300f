"""A program that reads foreign bytes is stopped when it takes too much, and leaves nothing running."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from plumbline.conversion.capped import Ended, Limits, run

linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems let no process be limited from outside")


def ended(folder: Path, program: str, **limits: float) -> Ended:
    return run([sys.executable, "-c", program], folder, Limits(**limits))  # type: ignore[arg-type]


def test_what_a_program_printed_and_how_it_ended_is_known(tmp_path: Path) -> None:
    assert ended(tmp_path, "import sys; print('done', flush=True); sys.exit(3)") == Ended(3, "done\n")


def test_a_program_that_does_not_end_is_stopped(tmp_path: Path) -> None:
    assert ended(tmp_path, "while True: pass", seconds=0.5).code is None


def test_what_a_stopped_program_started_is_stopped_too(tmp_path: Path) -> None:
    child = "import subprocess, sys; subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])"
    tell = f"{child}; import time; print('started', flush=True); time.sleep(60)"
    before = _of_this_folder(tmp_path)
    assert ended(tmp_path, tell, seconds=2).told == "started\n"
    assert before == set()
    assert _gone(tmp_path)


def test_a_program_that_crashes_has_ended_by_a_signal(tmp_path: Path) -> None:
    assert ended(tmp_path, "import os; os.abort()").code == -6


@linux
def test_a_program_gets_no_more_memory_than_it_may(tmp_path: Path) -> None:
    greedy = "import time; time.sleep(0.3); bytearray(600 << 20)"
    assert "MemoryError" in ended(tmp_path, greedy, memory=400 << 20).told


@linux
def test_a_program_writes_no_larger_file_than_it_may(tmp_path: Path) -> None:
    greedy = "import time; time.sleep(0.3); open('large', 'wb').write(bytes(3_000_000))"
    assert ended(tmp_path, greedy, file=1_000_000).code != 0
    assert (tmp_path / "large").stat().st_size <= 1_000_000


@linux
def test_a_program_gets_no_more_processor_time_than_it_may(tmp_path: Path) -> None:
    code = ended(tmp_path, "while True: pass", processor_seconds=1, seconds=30).code
    assert code is not None
    assert code < 0


def test_a_program_sees_nothing_of_our_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", "-Xmx1t")
    monkeypatch.setenv("DATABASE_URL", "secret")
    told = ended(tmp_path, "import os; print(sorted(os.environ))").told
    assert "HOME" in told
    assert "JAVA_TOOL_OPTIONS" not in told
    assert "DATABASE_URL" not in told


def _of_this_folder(folder: Path) -> set[str]:
    """Processes whose working folder this is, where the system shows them."""
    found = set()
    for each in Path("/proc").glob("[0-9]*"):
        try:
            if os.readlink(each / "cwd") == str(folder) and (each / "cmdline").read_bytes():
                found.add(each.name)
        except OSError:
            continue
    return found


def _gone(folder: Path) -> bool:
    for _ in range(100):
        if not _of_this_folder(folder):
            return True
        time.sleep(0.05)
    return False
