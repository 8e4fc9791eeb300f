"""``plumbline serve`` as a person starts and stops it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.running import plumbline
from cli.serving import Site, children_with, free_port, site, until


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with site("serve", tmp_path_factory.mktemp("served")) as started:
        yield started


def test_the_first_page_is_answered(served: Site) -> None:
    assert served.process.poll() is None, served.words
    with urllib.request.urlopen(served.address, timeout=10) as answer:
        assert answer.status == 200


def test_static_files_are_served(served: Site) -> None:
    with urllib.request.urlopen(served.address, timeout=10) as answer:
        page = answer.read().decode()
    stylesheet = next(word for word in page.split('"') if word.startswith("/static/") and word.endswith(".css"))
    with urllib.request.urlopen(served.address.rstrip("/") + stylesheet, timeout=10) as answer:
        assert answer.headers["Content-Type"].startswith("text/css")


def test_a_busy_port_is_named(served: Site) -> None:
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
        [sys.executable, "-m", "plumbline.cli", "serve", "--port", str(free_port())],
        env=os.environ | {"PLUMBLINE_DATA": str(tmp_path)} | setting,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert reason in done.stderr
    assert "Traceback" not in done.stderr


def test_a_crashed_worker_is_started_again(served: Site) -> None:
    (worker,) = children_with(served.process.pid, "worker")
    os.kill(worker, signal.SIGKILL)
    until(lambda: "The worker process was ended by signal 9; starting it again." in served.words)
    until(lambda: [each for each in children_with(served.process.pid, "worker") if each != worker])


def test_it_stops_cleanly_and_frees_its_port(served: Site) -> None:
    children = [*children_with(served.process.pid, "worker"), *children_with(served.process.pid, "granian")]
    assert len(children) >= 2
    served.process.send_signal(signal.SIGINT)
    assert served.process.wait(40) == 0
    assert "Stopped." in served.words
    assert not any(Path(f"/proc/{each}").exists() for each in children)
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(served.address, timeout=2)
