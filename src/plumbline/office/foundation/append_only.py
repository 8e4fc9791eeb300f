"""A database guard for tables whose rows are written once: the database itself refuses to change or delete them.

An organisation that is deleted takes its rows along, append-only ones too: while an ``Erasure`` stands, in the
transaction that erases and nowhere else, rows may be deleted. Changing one stays impossible.
"""

from __future__ import annotations

from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import ProjectState

PREFIX = "append_only_"
ERASURES = "foundation_erasure"

_POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION plumbline_append_only() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    {exception}
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END
$body$
"""
_WHILE_ERASING = f"""IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM {ERASURES}) THEN
        RETURN OLD;
    END IF;"""


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
        erasable = erasures_are_known(schema_editor)
        for statement in guards_of(table, schema_editor.connection.vendor, erasable):
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


class RenewGuards(migrations.operations.base.Operation):
    """Migration operation: every guard there is lets rows go while something is erased; for guards made before that."""

    reduces_to_sql = True
    reversible = True

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        pass

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        renew_guards(schema_editor, erasable=True)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        renew_guards(schema_editor, erasable=False)

    def describe(self) -> str:
        return "Let rows that are only added be erased with their organisation"


def renew_guards(schema_editor: BaseDatabaseSchemaEditor, *, erasable: bool) -> None:
    if schema_editor.connection.vendor != "sqlite":
        schema_editor.execute(_postgresql_function(erasable), params=None)
        return
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(
            "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND substr(name, 1, %s) = %s",
            [len(PREFIX), PREFIX],
        )
        guards = cursor.fetchall()
    for name, _ in guards:
        schema_editor.execute(f'DROP TRIGGER "{name}"')
    for table in sorted({table for _, table in guards}):
        for statement in guards_of(table, "sqlite", erasable):
            schema_editor.execute(statement, params=None)


def erasures_are_known(schema_editor: BaseDatabaseSchemaEditor) -> bool:
    """SQLite renames no table while a trigger names one that is not there, so guards older than it do not name it."""
    return ERASURES in schema_editor.connection.introspection.table_names()


def guards_of(table: str, vendor: str, erasable: bool) -> list[str]:
    """The statements that guard one table on that kind of database."""
    if vendor == "sqlite":
        condition = {"update": "", "delete": f"WHEN NOT EXISTS (SELECT 1 FROM {ERASURES}) " if erasable else ""}
        return [
            f'CREATE TRIGGER "{PREFIX}{table}_{event}" BEFORE {event.upper()} ON "{table}" {when}'
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            for event, when in condition.items()
        ]
    return [_postgresql_function(erasable)] + [
        f'CREATE TRIGGER "{PREFIX}{table}_{event}" BEFORE {event.upper()} ON "{table}" '
        f"FOR EACH ROW EXECUTE FUNCTION plumbline_append_only()"
        for event in ("update", "delete")
    ]


def _postgresql_function(erasable: bool) -> str:
    return _POSTGRESQL_FUNCTION.format(exception=_WHILE_ERASING if erasable else "")
