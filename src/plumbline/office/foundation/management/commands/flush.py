"""``flush`` empties every table, append-only ones too: SQLite empties with DELETE, which their guards refuse."""

from __future__ import annotations

from typing import Any

from django.core.management.commands import flush
from django.db import connections

from plumbline.office.foundation.append_only import PREFIX


class Command(flush.Command):
    def handle(self, **options: Any) -> None:
        connection = connections[options["database"]]
        if connection.vendor != "sqlite":
            super().handle(**options)
            return
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND substr(name, 1, %s) = %s",
                [len(PREFIX), PREFIX],
            )
            guards = cursor.fetchall()
            for name, _ in guards:
                cursor.execute(f'DROP TRIGGER "{name}"')
            try:
                super().handle(**options)
            finally:
                for _, statement in guards:
                    cursor.execute(statement)
