"""The PostgreSQL of the tests: there while the command runs, gone with its data afterwards."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import dj_database_url
import psycopg

from tooling.postgres import postgres


def test_a_server_answers_while_it_is_needed_and_leaves_nothing() -> None:
    with postgres() as url:
        folder = Path(dj_database_url.parse(url)["HOST"])
        with psycopg.connect(host=str(folder), user="postgres", dbname="postgres") as connection:
            assert connection.execute("SELECT 6 * 7").fetchone() == (42,)
        assert folder.is_dir()
    assert not folder.exists()


def test_the_command_gets_the_address_and_its_exit_code_is_handed_on(repository: Path) -> None:
    program = "import os, sys; sys.exit(7 if os.environ['DATABASE_URL'].startswith('postgresql://') else 1)"
    command = [sys.executable, "-m", "tooling.postgres", sys.executable, "-c", program]
    assert subprocess.run(command, cwd=repository, env={**os.environ, "DATABASE_URL": ""}, check=False).returncode == 7
