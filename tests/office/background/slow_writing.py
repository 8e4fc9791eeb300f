"""Makes the database slow at one table, so that a worker can be caught in the middle of its transaction."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

SECONDS = 3
_SQLITE = (
    "CREATE VIEW long_count AS WITH RECURSIVE count(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count LIMIT 60000000)"
    " SELECT max(n) AS n FROM count",
    "CREATE TRIGGER slow_writing AFTER INSERT ON {table} BEGIN SELECT n FROM long_count; END",
)
_SQLITE_AGAIN = ("DROP TRIGGER slow_writing", "DROP VIEW long_count")
_POSTGRESQL = (
    "CREATE FUNCTION slow_writing() RETURNS trigger LANGUAGE plpgsql AS "
    f"'BEGIN PERFORM pg_sleep({SECONDS}); RETURN NULL; END'",
    "CREATE TRIGGER slow_writing AFTER INSERT ON {table} FOR EACH STATEMENT EXECUTE FUNCTION slow_writing()",
)
_POSTGRESQL_AGAIN = ("DROP TRIGGER slow_writing ON {table}", "DROP FUNCTION slow_writing")


@contextmanager
def slow_writing(table: str) -> Iterator[None]:
    """Whoever adds a row to the table is held up for some seconds, inside their transaction."""
    slow, fast = (_SQLITE, _SQLITE_AGAIN) if connection.vendor == "sqlite" else (_POSTGRESQL, _POSTGRESQL_AGAIN)
    _run(slow, table)
    try:
        yield
    finally:
        _run(fast, table)


def somebody_is_writing() -> bool:
    """Whether some other connection is held up by ``slow_writing`` now."""
    if connection.vendor == "sqlite":
        return all(_is_locked() for _ in range(10))
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()")
        return cursor.fetchone() is not None


def _is_locked() -> bool:
    time.sleep(0.03)
    other = sqlite3.connect(str(connection.settings_dict["NAME"]), timeout=0)
    try:
        other.execute("BEGIN IMMEDIATE")
        other.execute("ROLLBACK")
        return False
    except sqlite3.OperationalError:
        return True
    finally:
        other.close()


def _run(statements: tuple[str, ...], table: str) -> None:
    with connection.cursor() as cursor:
        for each in statements:
            cursor.execute(each.format(table=table))
