"""The demo world, told once for a whole run of the tests, in a database of its own."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker

from plumbline import demo

ANCHOR = date(2026, 3, 2)


@pytest.fixture(scope="session")
def kept_world(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The name of the database that the world is in; whichever process of the run comes first tells it."""
    shared = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        shared = shared.parent
    with django_db_blocker.unblock():
        name = _told_on_sqlite(shared) if connection.vendor == "sqlite" else _told_on_a_server(shared)
        yield name
        if connection.vendor == "sqlite":
            Path(name).unlink()


@pytest.fixture(scope="module")
def world(kept_world: str, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The tests of a module look at the world instead of their own database; what they change is taken back."""
    with django_db_blocker.unblock(), connected_to(kept_world):
        yield


@contextmanager
def connected_to(name: str) -> Iterator[None]:
    own = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = own


def _told_on_sqlite(shared: Path) -> str:
    """A copy for each process: one that looks on holds the file."""
    told, copy = shared / "world.sqlite3", shared / f"world-{os.getpid()}.sqlite3"
    with _alone(shared):
        if not told.exists():
            _vacuum_into(copy)
            with connected_to(str(copy)):
                demo.load(ANCHOR, progress=lambda said: None)
                _vacuum_into(told)
            for part in shared.glob(f"{copy.name}*"):
                part.unlink()
    with connected_to(str(told)):
        _vacuum_into(copy)
    return str(copy)


def _vacuum_into(file: Path) -> None:
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(file)])


def _told_on_a_server(shared: Path) -> str:
    """On PostgreSQL all look at the same one, whose name is that of the folder that the run shares."""
    own = connection.settings_dict["NAME"]
    name = f"{own.partition('_gw')[0]}_world_{abs(hash(str(shared))) % 10**8}"
    with _alone(shared):
        mark = shared / "world.told"
        if not mark.exists():
            connection.close()
            with connection._nodb_cursor() as cursor:  # type: ignore[attr-defined]
                cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{own}"')
            with connected_to(name):
                demo.load(ANCHOR, progress=lambda said: None)
            mark.write_text(name)
    return mark.read_text()


@contextmanager
def _alone(shared: Path) -> Iterator[None]:
    with (shared / "world.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
