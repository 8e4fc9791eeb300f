"""The database's own full-text index: FTS5 on SQLite, a generated ``tsvector`` on PostgreSQL.

Both are kept by the database itself, in the same transaction as the row. Words are split and folded by Plumbline
beforehand, so that both find the same.
"""

from __future__ import annotations

from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import ProjectState

TABLE = "search_searchdocument"
WORDS = "search_words"
_COLUMNS = "title_words, text_words"
_FORGET = f"INSERT INTO {WORDS}({WORDS}, rowid, {_COLUMNS}) VALUES ('delete', old.id, old.title_words, old.text_words)"
_LEARN = f"INSERT INTO {WORDS}(rowid, {_COLUMNS}) VALUES (new.id, new.title_words, new.text_words)"

MADE = {
    "sqlite": [
        f"CREATE VIRTUAL TABLE {WORDS} USING fts5({_COLUMNS}, content='{TABLE}', content_rowid='id', prefix='2 3')",
        f"INSERT INTO {WORDS}({WORDS}) VALUES ('rebuild')",
        f"CREATE TRIGGER {WORDS}_insert AFTER INSERT ON {TABLE} BEGIN {_LEARN}; END",
        f"CREATE TRIGGER {WORDS}_delete AFTER DELETE ON {TABLE} BEGIN {_FORGET}; END",
        f"CREATE TRIGGER {WORDS}_update AFTER UPDATE ON {TABLE} BEGIN {_FORGET}; {_LEARN}; END",
    ],
    "postgresql": [
        f"ALTER TABLE {TABLE} ADD COLUMN words tsvector GENERATED ALWAYS AS ("
        "setweight(to_tsvector('simple'::regconfig, title_words), 'A') || "
        "setweight(to_tsvector('simple'::regconfig, text_words), 'D')) STORED",
        f"CREATE INDEX {WORDS} ON {TABLE} USING gin (words)",
    ],
}
UNMADE = {
    "sqlite": [
        *(f"DROP TRIGGER IF EXISTS {WORDS}_{event}" for event in ("insert", "delete", "update")),
        f"DROP TABLE IF EXISTS {WORDS}",
    ],
    "postgresql": [f"ALTER TABLE {TABLE} DROP COLUMN IF EXISTS words"],
}


class FullText(migrations.operations.base.Operation):
    """Migration operation. One that alters the table on SQLite has to repeat it at its end, as triggers are lost."""

    reduces_to_sql = True
    reversible = True

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return self.__class__.__qualname__, [], {}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        pass

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        self.database_backwards(app_label, schema_editor, from_state, to_state)
        for statement in MADE[schema_editor.connection.vendor]:
            schema_editor.execute(statement, params=None)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        for statement in UNMADE[schema_editor.connection.vendor]:
            schema_editor.execute(statement, params=None)

    def describe(self) -> str:
        return "Index the words of what can be found"
