"""Measurements from a file: a dry run, errors by row, and nothing twice."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from office.benefits.conftest import Promise, at, place_of
from plumbline.office.benefits import actions
from plumbline.office.benefits.importing import preview
from plumbline.office.benefits.models import BenefitMeasurement, MeasurementTable
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Organisation, Person

FILE = """Benefit;Day;Value;Note
C-1 B-1;2026-02-02;9.5;first
C-1/B-1;2026-03-02;9,1;a comma
C-1 B-9;2026-03-02;9;
C-1 B-1;2027-03-02;9;too early
C-1 B-1;;9;
C-1 B-1;2026-04-02;nine;
C-1 B-1;2026-05-02;8.75;last
"""


def kept(organisation: Organisation, person: Person, text: str = FILE) -> MeasurementTable:
    return actions.keep_measurements(place_of(organisation, person), name="waits.csv", content=text.encode())


def test_each_row_says_what_is_wrong_with_it_and_nothing_is_added(
    promise: Promise, harbour: Organisation, tove: Person
) -> None:
    promise()
    table = kept(harbour, tove)
    with clock_at(at(6, 1)):
        found = preview(table, place_of(harbour, tove))
    assert [each.on for each in found.new] == [date(2026, 2, 2), date(2026, 5, 2)]
    assert [(each.place, each.column) for each in found.problems] == [
        ("row 3", "Value"), ("row 4", "Benefit"), ("row 5", "Day"), ("row 6", "Day"), ("row 7", "Value")
    ]  # fmt: skip
    assert not BenefitMeasurement.objects.exists()


def test_the_good_rows_are_added_once(promise: Promise, harbour: Organisation, tove: Person) -> None:
    promise()
    place = place_of(harbour, tove)
    with clock_at(at(6, 1)):
        table = kept(harbour, tove)
        with pytest.raises(ValidationError, match="5 rows cannot be read"):
            actions.import_measurements(table, place, all_or_none=True)
        assert actions.import_measurements(table, place, all_or_none=False) == 2
        assert actions.import_measurements(table, place, all_or_none=False) == 0
        assert len(preview(kept(harbour, tove), place).known) == 2
    assert [each.value for each in BenefitMeasurement.objects.all()] == [
        pytest.approx(9.5), pytest.approx(8.75)
    ]  # fmt: skip


def test_nobody_measures_what_is_not_theirs(promise: Promise, harbour: Organisation, wim: Person) -> None:
    promise()
    with clock_at(at(6, 1)):
        found = preview(kept(harbour, wim), place_of(harbour, wim))
    assert not found.new
    assert "You may not measure this benefit" in found.problems[0].reason


def test_a_file_without_the_columns_is_refused(harbour: Organisation, tove: Person) -> None:
    with pytest.raises(ValidationError, match="There is no column Day and no column Value"):
        kept(harbour, tove, "Benefit,When\nC-1 B-1,2026-01-01\n")
