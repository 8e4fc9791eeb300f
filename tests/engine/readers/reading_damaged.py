"""Reads a corpus of damaged plan files in a process of its own and prints, as JSON, what that took and what it did.

python reading_damaged.py NUMBER: how often each file is damaged and read.
"""

from __future__ import annotations

import json
import os
import random
import resource
import sys
from pathlib import Path
from time import process_time
from typing import Any

from engine.readers.damage import corpus, damaged
from plumbline.engine.readers import UnreadableSchedule, read, readers

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_TOUCHING = ("os.mkdir", "os.remove", "os.rename", "os.link", "os.symlink", "socket.connect", "subprocess.Popen")


def main(number: int) -> None:
    files = corpus()
    readers()
    touched: list[str] = []
    sys.addaudithook(lambda event, about: _note(touched, event, about))
    told: dict[str, Any] = {name: _read(name, data, number) for name, data in files.items()}
    print(json.dumps({"files": told, "megabytes": _peak() / 1024, "touched": touched}))


def _peak() -> int:
    """Most memory ever held, in KB. On Linux ``getrusage`` counts what the process was before it became this one."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().partition("VmHWM:")[2].split()[0])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _note(touched: list[str], event: str, about: tuple[Any, ...]) -> None:
    writes = event == "open" and isinstance(about[2], int) and about[2] & _WRITING
    if writes or event in _TOUCHING:
        touched.append(f"{event} {about[0]}")


def _read(name: str, data: bytes, number: int) -> dict[str, Any]:
    refused, raised, slowest = 0, list[str](), 0.0
    for seed in range(number):
        content = damaged(data, random.Random(seed))
        begun = process_time()
        try:
            read(content, name)
        except UnreadableSchedule as refusal:
            refused += 1
            raised += [each.message for each in refusal.problems if "MemoryError" in each.message]
        except BaseException as error:
            raised.append(f"seed {seed}: {error!r}")
        slowest = max(slowest, process_time() - begun)
    return {"read": number, "refused": refused, "raised": raised, "slowest": slowest}


if __name__ == "__main__":
    main(int(sys.argv[1]))
