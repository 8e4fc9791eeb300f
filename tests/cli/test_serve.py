"""``plumbline serve`` as a person starts and stops it: real processes, a real port, a database of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from cli.running import plumbline

SECONDS_TO_START = 60


@dataclass
class Served:
    address: str
    process: subprocess.Popen[bytes]
    messages: Path

    def said(self, words: str) -> bool:
        return words in self.messages.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("served")
    port = _free_port()
    messages = folder / "messages"
    outside = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "PLUMBLINE_DEMO")}
    with messages.open("wb") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "plumbline.cli", "serve", "--port", str(port), "--workers", "1"],
            env=outside | {"PLUMBLINE_DATA": str(folder / "data")},
            stdout=file,
            stderr=file,
        )
    site = Served(f"http://127.0.0.1:{port}/", process, messages)
    try:
        _until(lambda: site.said("answers at") or process.poll() is not None)
        yield site
    finally:
        process.kill()
        process.wait()


def test_the_first_page_is_answered(served: Served) -> None:
    assert served.process.poll() is None, served.messages.read_text(encoding="utf-8")
    with urllib.request.urlopen(served.address, timeout=10) as answer:
        assert answer.status == 200


def test_static_files_are_served(served: Served) -> None:
    with urllib.request.urlopen(served.address, timeout=10) as answer:
        page = answer.read().decode()
    stylesheet = next(word for word in page.split('"') if word.startswith("/static/") and word.endswith(".css"))
    with urllib.request.urlopen(served.address.rstrip("/") + stylesheet, timeout=10) as answer:
        assert answer.headers["Content-Type"].startswith("text/css")


def test_a_busy_port_is_named(served: Served) -> None:
    port = served.address.rstrip("/").rpartition(":")[2]
    ran = plumbline("serve", "--port", port)
    assert ran.exit_code == 2
    assert f"Port {port} of 127.0.0.1 is busy" in ran.errors


@pytest.mark.parametrize(
    ("setting", "reason"),
    [
        ({"PLUMBLINE_HTTPS": "perhaps"}, "PLUMBLINE_HTTPS is 'perhaps': say 1 or 0."),
        ({"DATABASE_URL": "sqlite:////dev/null/nowhere.sqlite3"}, "unable to open database file"),
    ],
    ids=["setting", "database"],
)
def test_what_keeps_a_site_from_starting_is_said_in_a_sentence(
    setting: dict[str, str], reason: str, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "plumbline.cli", "serve", "--port", str(_free_port())],
        env=os.environ | {"PLUMBLINE_DATA": str(tmp_path)} | setting,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert reason in done.stderr
    assert "Traceback" not in done.stderr


def test_a_crashed_worker_is_started_again(served: Served) -> None:
    (worker,) = _children_with(served.process.pid, "worker")
    os.kill(worker, signal.SIGKILL)
    _until(lambda: served.said("The worker process was ended by signal 9; starting it again."))
    _until(lambda: [each for each in _children_with(served.process.pid, "worker") if each != worker])


def test_it_stops_cleanly_and_frees_its_port(served: Served) -> None:
    children = [*_children_with(served.process.pid, "worker"), *_children_with(served.process.pid, "granian")]
    assert len(children) >= 2
    served.process.send_signal(signal.SIGINT)
    assert served.process.wait(40) == 0
    assert served.said("Stopped.")
    assert not any(Path(f"/proc/{each}").exists() for each in children)
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(served.address, timeout=2)


def _children_with(parent: int, word: str) -> list[int]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            ppid = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            words = (folder / "cmdline").read_bytes().decode().split("\0")
        except (FileNotFoundError, ProcessLookupError):
            continue
        if ppid == parent and word in words:
            found.append(int(folder.name))
    return found


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _until(condition: Callable[[], object]) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.1)
