"""What every test may rely on: where real plan files lie, and whether a browser is there."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from migrated import copy_migrated

Tell = Callable[[str], None]
MEASURED = "measured"

REPOSITORY = Path(__file__).resolve().parents[1]
REAL_DATA = Path(os.environ.get("PLUMBLINE_REAL_DATA") or REPOSITORY.parent / "shared" / "data")
CHROMIUM = Path(os.environ.get("PLUMBLINE_CHROMIUM") or "/usr/bin/chromium")

# Playwright's synchronous interface runs an event loop in the thread of the test, where Django would refuse queries.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_configure(config: pytest.Config) -> None:
    """Passwords are hashed fast, and static files are found where they lie, uncollected."""
    if not config.pluginmanager.hasplugin("django"):
        return
    from django.conf import settings

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}


def pytest_report_header() -> list[str]:
    database = "PostgreSQL" if os.environ.get("DATABASE_URL", "").startswith("postgres") else "SQLite"
    return [
        f"database: {database}",
        f"real plan files: {REAL_DATA if REAL_DATA.is_dir() else 'none, tests on them are skipped'}",
        f"browser: {CHROMIUM if CHROMIUM.exists() else 'none, browser tests are skipped'}",
    ]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in item.path.relative_to(REPOSITORY).parts:
            item.add_marker("browser")
        if item.get_closest_marker("browser") and not CHROMIUM.exists():
            item.add_marker(pytest.mark.skip(reason=f"no browser: {CHROMIUM} is missing (apt-get install chromium)"))
        if item.get_closest_marker("real_data") and not REAL_DATA.is_dir():
            item.add_marker(pytest.mark.skip(reason=f"no real plan files: {REAL_DATA} is missing"))


@pytest.fixture(scope="session")
def migrated(pytestconfig: pytest.Config) -> Callable[[Path], None]:
    """Puts an SQLite database with every table and no rows at a path."""
    assert pytestconfig.cache is not None
    cache = pytestconfig.cache.mkdir("migrated")
    return lambda target: copy_migrated(cache, target)


@pytest.fixture(scope="session")
def django_db_keepdb(
    django_db_keepdb: bool, django_db_modify_db_settings: None, migrated: Callable[[Path], None]
) -> Iterator[bool]:
    """On SQLite the database of the tests begins as a copy of one that was migrated before."""
    from django.db import connection

    if connection.vendor != "sqlite":
        yield django_db_keepdb
        return
    database = Path(connection.settings_dict["TEST"]["NAME"])
    migrated(database)
    yield True
    for each in database.parent.glob(f"{database.name}*"):
        each.unlink()


@pytest.fixture(autouse=True)
def _nothing_is_remembered_of_plans_that_were_rolled_back() -> None:
    """Where a clock stands still, drafts of two tests can have the same number and moment."""
    if kept := sys.modules.get("plumbline.office.planning.kept"):
        kept.forget()


@pytest.fixture
def tell(record_property: Callable[[str, object], None]) -> Tell:
    """Says a measured figure at the end of the run, whether the test passes or not and wherever it runs."""
    return lambda figure: record_property(MEASURED, figure)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    reports = [each for outcome in ("passed", "failed") for each in terminalreporter.stats.get(outcome, [])]
    figures = [value for each in reports for name, value in getattr(each, "user_properties", []) if name == MEASURED]
    if figures:
        terminalreporter.section("measured")
    for figure in sorted(figures):
        terminalreporter.write_line(figure)


@pytest.fixture(scope="session")
def repository() -> Path:
    return REPOSITORY


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of real plan files; a test that asks for it is skipped where there is none."""
    if not REAL_DATA.is_dir():
        pytest.skip(f"no real plan files: {REAL_DATA} is missing")
    return REAL_DATA


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The browser to drive; a test that asks for it is skipped where there is none."""
    if not CHROMIUM.exists():
        pytest.skip(f"no browser: {CHROMIUM} is missing (apt-get install chromium)")
    return CHROMIUM
