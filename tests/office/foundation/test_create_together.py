"""Tables that are created together are there with their keys, rules and indexes, and can be taken back."""

from __future__ import annotations

import pytest
from django.db import connection, migrations, models
from django.db.migrations.state import ProjectState

from plumbline.office.foundation.create_together import CreateTogether

pytestmark = pytest.mark.django_db(transaction=True)

KEY = ("id", models.BigAutoField(primary_key=True))
TOGETHER = CreateTogether(
    [
        migrations.CreateModel(
            "Pier",
            [KEY, ("keeper", models.ForeignKey("foundation.keeper", models.PROTECT)), ("name", models.TextField())],
            options={"constraints": [models.UniqueConstraint(fields=["keeper", "name"], name="pier_once")]},
        ),
        migrations.CreateModel(
            "Keeper", [KEY, ("first_pier", models.ForeignKey("foundation.pier", models.PROTECT, null=True))]
        ),
    ]
)


def made() -> tuple[ProjectState, ProjectState]:
    before, after = ProjectState(), ProjectState()
    TOGETHER.state_forwards("foundation", after)
    with connection.schema_editor() as editor:
        TOGETHER.database_forwards("foundation", editor, before, after)
    return before, after


def test_models_that_name_one_another_are_created_with_their_rules_and_taken_back() -> None:
    before, after = made()
    with connection.cursor() as cursor:
        rules = connection.introspection.get_constraints(cursor, "foundation_pier")
    assert rules["pier_once"]["unique"]
    assert ("foundation_keeper", "id") in {rule["foreign_key"] for rule in rules.values()}
    with connection.schema_editor() as editor:
        TOGETHER.database_backwards("foundation", editor, after, before)
    assert {"foundation_pier", "foundation_keeper"} & set(connection.introspection.table_names()) == set()


def test_classes_made_before_are_made_again() -> None:
    state = ProjectState()
    assert list(state.apps.get_models()) == []
    TOGETHER.state_forwards("foundation", state)
    assert {each.__name__ for each in state.apps.get_models()} == {"Pier", "Keeper"}
