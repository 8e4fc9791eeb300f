"""What is recorded of iterations is kept, corrected by adding, and forecast from."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from office.iterations.conftest import FIRST, Record
from plumbline.office.foundation.models import AuditLine
from plumbline.office.iterations import actions, queries
from plumbline.office.iterations.models import BurnUpStanding, IterationRecord
from plumbline.office.projects.actions import archive
from plumbline.office.projects.models import Project


def refused(field: str, do: Any) -> str:
    with pytest.raises(ValidationError) as error:
        do()
    return str(error.value.message_dict[field][0]) if field else error.value.messages[0]


def test_four_even_iterations_say_when_the_rest_is_accepted(project: Project, record: Record) -> None:
    """40 of 100 in four iterations of 10: six more of two weeks, whatever the chance."""
    for _ in range(4):
        record(10)
    page = queries.burn_up_page(project)
    assert page.found.remaining == 60
    assert [(each.chance, each.iterations, each.day) for each in page.chances] == [
        (50, 6, date(2026, 5, 8)),
        (80, 6, date(2026, 5, 8)),
        (90, 6, date(2026, 5, 8)),
    ]


def test_under_four_nothing_is_forecast_and_the_page_says_how_many_are_missing(
    project: Project, record: Record
) -> None:
    record(10)
    page = queries.burn_up_page(project)
    assert (page.chances, page.missing) == ([], 3)
    assert BurnUpStanding.objects.get().forecast is None


def test_a_correction_counts_and_what_was_recorded_before_is_kept(project: Project, record: Record) -> None:
    record(10)
    record(8, number=1, ends_on=FIRST, note="Two points came back.")
    assert [each.record.accepted for each in queries.burn_up_page(project).rows] == [Decimal(8)]
    assert [each.accepted for each in queries.history_of(project, 1)] == [Decimal(8), Decimal(10)]
    assert AuditLine.objects.filter(verb="record_iteration").count() == 2


def test_what_is_removed_is_not_counted_and_its_number_is_not_given_again(project: Project, record: Record) -> None:
    record(10)
    record(12)
    actions.remove_iteration(project, by=None, number=2, reason="It was a holiday.")
    assert [each.number for each in queries.iterations_of(project)] == [1]
    assert record(9).number == 3
    assert refused("", lambda: actions.remove_iteration(project, by=None, number=2, reason="Again.")).startswith(
        "There"
    )


@pytest.mark.parametrize(
    ("given", "field", "said"),
    [
        ({"ends_on": FIRST}, "ends_on", "The iteration before ended on 2 January 2026"),
        ({"ends_on": date(2026, 3, 3)}, "ends_on", "when it has ended"),
        ({"accepted": 95}, "accepted", "105 points were accepted, but its scope is 100"),
        ({"accepted": -1}, "accepted", "not below zero"),
        ({"scope": 2_000_000}, "scope", "more points than anybody counts"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(record: Record, given: dict[str, Any], field: str, said: str) -> None:
    record(10)
    assert said in refused(field, lambda: record(**({"accepted": 5} | given)))
    assert IterationRecord.objects.count() == 1


def test_a_correction_stays_between_its_neighbours(record: Record) -> None:
    for _ in range(3):
        record(10)
    said = refused("ends_on", lambda: record(10, number=2, ends_on=date(2026, 2, 1)))
    assert said == "The next iteration ended on 30 January 2026: choose an earlier day."
    assert refused("", lambda: record(10, number=9, ends_on=FIRST)) == (
        "There is no such iteration. It may have been removed."
    )


def test_an_archived_project_takes_no_more(project: Project, record: Record) -> None:
    archive(project, by=None)
    assert "archived" in refused("", lambda: record(10))


def test_a_record_can_be_neither_changed_nor_deleted(record: Record) -> None:
    found = record(10)
    for do in (
        lambda: IterationRecord.objects.filter(pk=found.pk).update(accepted=99),
        lambda: IterationRecord.objects.filter(pk=found.pk).delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            do()
