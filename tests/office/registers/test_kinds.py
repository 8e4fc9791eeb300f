"""One file describes one kind, and forms, tables, export and import follow from it."""

from __future__ import annotations

import pytest

from plumbline.office.projects.models import Project
from plumbline.office.registers.forms.entry_form import EntryForm
from plumbline.office.registers.importing.meanings import guessed
from plumbline.office.registers.kinds import RegisterKind, kinds
from plumbline.office.registers.models import CLOSED, Entry, Kind, State

EVERY = pytest.mark.parametrize("kind", kinds().values(), ids=lambda each: each.name)


def test_every_kind_has_its_file() -> None:
    assert list(kinds()) == list(Kind)


@EVERY
def test_a_kind_uses_columns_that_an_entry_has_and_begins_with_the_title(kind: RegisterKind) -> None:
    known = {each.name for each in Entry._meta.fields}
    assert set(kind.column_names) <= known
    assert kind.column_names[0] == "title"
    assert len(set(kind.column_names)) == len(kind.columns)


@EVERY
def test_a_kind_begins_open_and_can_be_closed_by_hand(kind: RegisterKind) -> None:
    assert next(iter(kind.states)) is State.OPEN
    assert kind.closings
    assert set(kind.closings) <= set(CLOSED)


@EVERY
@pytest.mark.django_db
def test_the_form_has_what_the_kind_names_and_the_line_fewer(kind: RegisterKind, crossing: Project) -> None:
    assert list(EntryForm(kind, crossing).fields) == list(kind.column_names)
    assert len(EntryForm(kind, crossing, fast=True).fields) <= 6


@EVERY
def test_the_headings_of_an_export_are_understood(kind: RegisterKind) -> None:
    headings = ["Reference", *(each.label for each in kind.columns), "State"]
    assert guessed(kind, headings) == dict(zip(["reference", *kind.column_names, "state"], headings, strict=True))


def test_usual_headings_are_understood_too() -> None:
    found = guessed(kinds()[Kind.RISK], ["ID", "Summary", "Likelihood", "Severity", "Mitigation", "Assigned to", "Odd"])
    assert found == {
        "reference": "ID",
        "title": "Summary",
        "probability": "Likelihood",
        "impact": "Severity",
        "response": "Mitigation",
        "owner": "Assigned to",
    }
