"""``plumbline demo`` as a person starts it: one test, as loading the world takes a while."""

from __future__ import annotations

import os
import signal
import urllib.request
from collections.abc import Callable
from pathlib import Path

from cli.serving import site

SOMEBODY_ELSES_DATABASE = "postgres://nobody:nothing@nowhere.invalid/real"


def test_the_demo_offers_its_people_and_keeps_its_data_apart(tmp_path: Path, migrated: Callable[[Path], None]) -> None:
    own = tmp_path / "data" / "demo"
    own.mkdir(parents=True)
    migrated(own / "plumbline.sqlite3")
    with site("demo", tmp_path, DATABASE_URL=SOMEBODY_ELSES_DATABASE) as demo:
        assert f"The demo answers at {demo.address}" in demo.words
        for part in ("Executive", "PMO manager", "Project manager", "Team member", "Guest"):
            assert part in demo.words
        with urllib.request.urlopen(demo.address, timeout=20) as answer:
            assert "PMO manager" in answer.read().decode()
        demo.process.send_signal(signal.SIGTERM)
        assert demo.process.wait(40) == 0
    assert os.listdir(tmp_path / "data") == ["demo"]
    assert (own / "plumbline.sqlite3").stat().st_size > 1_000_000
