"""Plumbline's own plan document: what is refused, and where it says the fault is."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from engine.readers.reading import file, plan, refusal
from engine.small_project import sound_schedule
from plumbline.engine.readers import UnreadableSchedule, read
from plumbline.engine.readers.plan_document.schema import plan_schema
from plumbline.engine.writers import write

Json = dict[str, Any]
Change = Callable[[Json], object]


def document(change: Change | None = None) -> str:
    content = json.loads(write(sound_schedule(), "plan_document").content)
    if change:
        change(content)
    return json.dumps(content)


def test_a_document_is_known_by_what_it_says_whatever_it_is_called():
    assert file(document(), "plan.txt").format == "Plumbline plan"
    assert plan(document(), "plan.json") == sound_schedule()


def test_a_written_document_keeps_the_published_schema():
    Draft202012Validator.check_schema(plan_schema())
    Draft202012Validator(plan_schema()).validate(json.loads(document()))


DOCUMENT = document()


def first(content: Json) -> Json:
    return content["schedule"]["activities"][1]  # type: ignore[no-any-return]


REFUSED: dict[str, tuple[Change, str]] = {
    "another version": (
        lambda all: all.update(schema_version=2),
        "schema_version: the document has version '2'; 1 can be read",
    ),
    "no version": (lambda all: all.pop("schema_version"), "has version 'None'"),
    "true as a version": (lambda all: all.update(schema_version=True), "has version 'True'"),
    "another format": (lambda all: all.update(format="Other plan"), "format: 'Other plan' is not one of"),
    "no activities": (lambda all: all["schedule"].update(activities=[]), "schedule, activities: The list has 0"),
    "a missing field": (lambda all: first(all).pop("name"), "entry 2 'A': The field 'name' is missing"),
    "an unknown field": (lambda all: first(all).update(colour="red"), "There is no field 'colour'"),
    "text as a number": (lambda all: first(all).update(duration="5"), "duration: '5' is not a whole number"),
    "true as a number": (lambda all: first(all).update(duration=True), "'True' is not a whole number"),
    "a negative duration": (lambda all: first(all).update(duration=-1), "'-1' is not between 0 and"),
    "an endless duration": (lambda all: first(all).update(duration=10**9), "is not between 0 and"),
    "an unknown kind": (lambda all: first(all).update(kind="hammock"), "kind: 'hammock' is not one of: 'task'"),
    "a day as an instant": (
        lambda all: first(all).update(deadline="2026-03-02"),
        "'2026-03-02' is not a date and time",
    ),
    "an instant elsewhere": (lambda all: first(all).update(deadline="2026-03-02T08:00:00Z"), "is not a date and time"),
    "an instant to the second": (lambda all: first(all).update(deadline="2026-03-02T08:00:01"), "to the minute"),
    "a year long ago": (lambda all: first(all).update(deadline="0900-03-02T08:00:00"), "the year 900 cannot be right"),
    "the 30th of February": (lambda all: first(all).update(deadline="2026-02-30T08:00:00"), "is not a date and time"),
    "a list as a text": (lambda all: first(all).update(name=["Dig"]), "name: '['Dig']' is not a text"),
    "an endless name": (lambda all: first(all).update(name="x" * 2000), "longer than 1,000 characters"),
    "a name with a NUL": (lambda all: first(all).update(name="a\0b"), "holds a NUL"),
    "six days a week": (lambda all: all["schedule"]["calendars"][0]["week"].pop(), "week: The list has 6 entries"),
    "a constraint without date": (
        lambda all: first(all).update(constraints=[{"kind": "must start on"}]),
        "the constraint 'must start on' needs a date",
    ),
    "a link to nothing": (
        lambda all: all["schedule"]["links"].append({"predecessor": "A", "successor": "nowhere"}),
        "a link names activity nowhere",
    ),
    "too many days off": (
        lambda all: all["schedule"]["calendars"][0].update(
            exceptions=[{"first": "1900-01-01", "last": "2199-01-01"}] * 300
        ),
        "days of calendar exceptions; at most",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_not_as_the_schema_says_is_refused_where_it_stands(what: str):
    change, words = REFUSED[what]
    assert words.lower() in refusal(document(change), "line.plan.json").lower()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "line 1, column 2: The JSON breaks off"),
        ('{"schema_version": NaN}', "NaN is no number"),
        ('{"schema_version": ' + "[" * 100_000, "lists within lists"),
        ('{"schema_version": 1', "breaks off"),
    ],
)
def test_what_is_no_json_is_refused(text: str, words: str):
    assert words in refusal(text, "line.plan.json")


def test_letters_in_another_encoding_are_refused():
    assert "UTF-8" in refusal('{"name": "Süd"}'.encode("latin-1"), "line.plan.json")


def test_a_table_full_of_brackets_is_not_taken_into_memory():
    assert "values; at most" in refusal(b'{"a": [' + b"[]," * 6_000_000, "line.plan.json")


VALUES = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just([]) | st.just({}) | st.just([[]])


@settings(max_examples=100, deadline=None)
@given(number=st.integers(min_value=0), value=VALUES)
def test_any_value_in_any_place_is_read_or_refused(number: int, value: object):
    content = json.loads(DOCUMENT)
    places = list(_places(content))
    container, key = places[number % len(places)]
    container[key] = value
    assert "has not met before" not in _said_of(json.dumps(content).encode())


def _said_of(data: bytes) -> str:
    """Nothing, if it can be read."""
    try:
        read(data, "line.plan.json")
    except UnreadableSchedule as refused:
        return str(refused)
    return ""


def _places(content: Any) -> Iterator[tuple[Any, Any]]:
    """Every place a value stands in, as its container and key."""
    for key, value in content.items() if isinstance(content, dict) else enumerate(content):
        yield content, key
        if isinstance(value, dict | list):
            yield from _places(value)
