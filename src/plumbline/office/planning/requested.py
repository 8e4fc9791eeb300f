"""What a request asks to be done to a draft, read from its form fields."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, QueryDict

from plumbline.engine.editing import CannotEdit
from plumbline.office.planning.forms import OF_SUMMARIES, ROW_FIELDS
from plumbline.office.planning.grid.rows import Row

OF_THE_REQUEST = frozenset({"edit", "revision", "key", "draft", "csrfmiddlewaretoken", "page", "show", "only_filled"})
FILTERING = "text"
"""What the table of the page is filtered by; of a paste it is what is pasted."""
LISTS = frozenset({"rows"})
LONGEST_KEY = 64


def wants_json(request: HttpRequest) -> bool:
    return "application/json" in request.headers.get("Accept", "")


def revision_in(given: QueryDict) -> int:
    """Raises ``CannotEdit`` where the page did not say which revision it has seen."""
    text = given.get("revision", "")
    if not text.isascii() or not text.isdecimal() or len(text) > 9:
        raise CannotEdit("The page did not say which revision of the draft it shows. Load it again.")
    return int(text)


def key_in(given: QueryDict) -> str:
    return given.get("key", "")[:LONGEST_KEY]


def edit_in(given: QueryDict) -> tuple[str, dict[str, Any]]:
    """The name of the edit and its arguments; a field that comes several times is a list.

    With ``only_filled`` what is left empty is not meant.
    """
    arguments: dict[str, Any] = {}
    for name in given:
        values = given.getlist(name)
        is_empty = "only_filled" in given and not any(values)
        if name in OF_THE_REQUEST or is_empty or (name == FILTERING and given.get("edit") != "paste"):
            continue
        arguments[name] = values if name in LISTS or len(values) > 1 else values[0]
    return given.get("edit", ""), arguments


def edits_of_row(given: QueryDict, row: Row, successors: str) -> list[tuple[str, dict[str, Any]]]:
    """The form of a whole row as one edit for each field that says something else than the row did."""
    had = shown_of(row, successors)
    asked = OF_SUMMARIES if row["kind"] == "summary" else ROW_FIELDS
    typed = {name: str(given[name]).strip() for name in asked if name in given}
    return [
        ("set", {"rows": [row["uid"]], "field": name, "value": value})
        for name, value in typed.items()
        if value != had[name]
    ]


def shown_of(row: Row, successors: str) -> dict[str, str]:
    """A row as its form shows it."""
    shown = {name: "" if row.get(name) is None else str(row.get(name)) for name in ROW_FIELDS}
    shown["percent"] = f"{row['percent']:g}"
    for name in ("constraint_date", "deadline", "actual_start", "actual_finish"):
        shown[name] = day_and_hour(shown[name])
    return shown | {"successors": successors}


def day_and_hour(text: str) -> str:
    """As people write it, and as the engine reads it back: ``2026-03-02 08:00``."""
    return text.replace("T", " ")
