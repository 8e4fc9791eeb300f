"""Whatever a form or a program sends, an edit is made or refused with a sentence, a row and a field."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.editing.one_plan import typed
from engine.editing.turns import VALUES
from plumbline.engine.editing import CannotEdit, apply, calculated, edits, fields, patch_between
from plumbline.engine.editing.working import Working

PLAN = typed()
NAMES = (
    *("rows", "row", "field", "value", "after", "before", "under", "names", "predecessor", "successor", "kind", "lag"),
    *("parts", "at", "text", "columns", "name", "start", "data_date", "must_finish_by", "default_calendar", "rule"),
    *("choice", "calendar", "working_days", "hours", "exceptions", "currency"),
)
WORDS = [
    *(
        "",
        "1",
        "12",
        "40",
        "x",
        "\0",
        "-1",
        "0",
        "9" * 30,
        "5d",
        "1e9d",
        "99999999w",
        "5x8",
        "2026-03-31",
        "31/12/2199",
    ),
    *("0001-01-01", "1SS+2d; 3FF-1w", "1FS+900%", "a\tb\n1\t2", "Name\tDuration\n=1\t2", '"', "mon", "8-12", "leads"),
    *("duration", "predecessors", "name,duration,level", "2026-01-01 to 2026-01-02 8-12", "²", "١"),
]
TEXT = st.sampled_from(WORDS) | st.text(max_size=20)
GIVEN: st.SearchStrategy[Any] = TEXT | st.none() | st.booleans() | st.integers() | st.lists(TEXT, max_size=3)


@pytest.mark.parametrize("name", sorted(edits()))
@given(arguments=st.dictionaries(st.sampled_from(NAMES), GIVEN, max_size=5))
@settings(max_examples=120, deadline=None)
def test_any_arguments_are_edited_or_refused(name: str, arguments: dict[str, Any]) -> None:
    _edited_or_refused(name, arguments)


@pytest.mark.parametrize("field", sorted(fields()))
@given(value=TEXT, row=st.integers(1, 40))
@settings(max_examples=120, deadline=None)
def test_any_text_in_any_field_is_written_or_refused(field: str, value: str, row: int) -> None:
    _edited_or_refused("set", {"rows": [str(row)], "field": field, "value": value})


@pytest.mark.parametrize("field", sorted(VALUES))
def test_a_cell_typed_as_it_stands_changes_nothing(field: str) -> None:
    working = Working(PLAN)
    for row in PLAN.activities:
        text = fields()[field].text(working, row)
        if not (row.is_summary and field in _OF_WORK):
            assert apply(PLAN, "set", {"rows": [row.uid], "field": field, "value": text}).schedule == PLAN, (field, row)


_OF_WORK = ("duration", "remaining", "percent", "start", "finish", "actual_start", "actual_finish")


def _edited_or_refused(name: str, arguments: dict[str, Any]) -> None:
    refused = ""
    try:
        after = apply(PLAN, name, arguments).schedule
    except CannotEdit as error:
        refused, after = str(error), PLAN
    assert not refused or (refused.endswith(".") and (refused[0].isupper() or not refused[0].isalpha()))
    assert patch_between(PLAN, after).applied_to(PLAN) == after
    calculated(after)
