"""A migration's name says what it does."""

from __future__ import annotations

import re

from project.tracked import name_of, tracked_files

GENERATED = re.compile(r"_auto_|_and_more$|^\d{4}_alter_.*_alter_")


def test_migrations_are_named_by_meaning() -> None:
    migrations = [path for path in tracked_files() if path.parent.name == "migrations" and path.stem != "__init__"]
    assert not [name_of(path) for path in migrations if GENERATED.search(path.stem)]
    assert all(re.match(r"^\d{4}_[a-z]", path.stem) for path in migrations)
