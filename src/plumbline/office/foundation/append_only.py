"""A database guard for tables whose rows are written once: the database itself refuses to change or delete them."""

from __future__ import annotations

from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import ProjectState

PREFIX = "append_only_"

_POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION plumbline_append_only() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END
$body$
"""


class AppendOnly(migrations.operations.base.Operation):
    """Migration operation: from here on, rows of the model can be added and read, nothing else.

    SQLite rebuilds a table to alter it and forgets its triggers: a migration that alters a guarded table
    has to repeat this operation at its end.
    """

    reduces_to_sql = True
    reversible = True

    def __init__(self, model_name: str) -> None:
        self.model_name = model_name

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return self.__class__.__qualname__, [self.model_name], {}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        pass

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        self.database_backwards(app_label, schema_editor, from_state, to_state)
        table = to_state.apps.get_model(app_label, self.model_name)._meta.db_table
        for statement in guards_of(table, schema_editor.connection.vendor):
            schema_editor.execute(statement, params=None)  # no parameters: its % is PostgreSQL's own

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        table = to_state.apps.get_model(app_label, self.model_name)._meta.db_table
        on_table = "" if schema_editor.connection.vendor == "sqlite" else f' ON "{table}"'
        for event in ("update", "delete"):
            schema_editor.execute(f'DROP TRIGGER IF EXISTS "{PREFIX}{table}_{event}"{on_table}')

    def describe(self) -> str:
        return f"Let rows of {self.model_name} only be added"


def guards_of(table: str, vendor: str) -> list[str]:
    """The statements that guard one table on that kind of database."""
    if vendor == "sqlite":
        return [
            f'CREATE TRIGGER "{PREFIX}{table}_{event}" BEFORE {event.upper()} ON "{table}" '
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            for event in ("update", "delete")
        ]
    return [_POSTGRESQL_FUNCTION] + [
        f'CREATE TRIGGER "{PREFIX}{table}_{event}" BEFORE {event.upper()} ON "{table}" '
        f"FOR EACH ROW EXECUTE FUNCTION plumbline_append_only()"
        for event in ("update", "delete")
    ]
