"""What is kept at the end of a month of how far apart people are, and what is not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from office.competence.conftest import APRIL, FEBRUARY, JANUARY, MARCH, say_all
from office.conftest import Enrol
from plumbline.office.competence import queries
from plumbline.office.competence.actions import keep_up
from plumbline.office.competence.models import ParityFigure, ParityMonth
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.models import AuditLine
from plumbline.office.people.actions import deactivate
from plumbline.office.people.models import Membership, Organisation, Person

SignedIn = Callable[[Person], Client]


def figures() -> list[tuple[date, int, float, float | None, float | None]]:
    kept = ParityFigure.objects.order_by("month__ends_on")
    return [(each.month.ends_on, each.people, each.difference, each.before, each.after) for each in kept]


def close_at(moment: datetime) -> None:
    with clock_at(moment):
        keep_up()


def test_a_training_narrows_what_five_can_do(harbour: Organisation, ada: Person, managers: list[Person]) -> None:
    """1, 1, 3, 3, 1: six of ten pairs are two apart, 1.2; then all are at 3."""
    say_all(ada, JANUARY, managers, [1, 1, 3, 3, 1])
    close_at(FEBRUARY)
    say_all(ada, FEBRUARY, managers, [3, 3, 3, 3, 3])
    close_at(MARCH)
    assert figures() == [
        (date(2026, 1, 31), 5, 1.2, None, None),
        (date(2026, 2, 28), 5, 0.5, 1.2, 0.5),
    ]
    found = queries.office(harbour)
    assert (found.parity, found.before, found.after) == ("0.5 or less", "1.2", "0.5 or less")


def test_before_the_month_is_over_and_of_four_nothing_is_told(
    harbour: Organisation, ada: Person, managers: list[Person]
) -> None:
    say_all(ada, JANUARY, managers[:4], [1, 1, 3, 3])
    close_at(JANUARY)
    assert figures() == []
    close_at(FEBRUARY)
    assert figures() == []
    say_all(ada, FEBRUARY, managers[4:], [1])
    assert queries.office(harbour).told == []
    close_at(MARCH)
    assert [each[:2] for each in figures()] == [(date(2026, 2, 28), 5)]


def test_where_few_are_assessed_anew_the_earlier_figure_stands(
    harbour: Organisation, ada: Person, managers: list[Person]
) -> None:
    """Otherwise the difference of two figures would be the change of one person."""
    say_all(ada, JANUARY, managers, [1, 1, 3, 3, 1])
    close_at(FEBRUARY)
    say_all(ada, FEBRUARY, managers[:4], [3, 3, 3, 3])
    close_at(MARCH)
    assert len(figures()) == 1
    say_all(ada, MARCH, managers[4:], [3])
    close_at(APRIL)
    assert [each[0].month for each in figures()] == [1, 3]


def test_where_one_came_before_and_after_are_held_back(
    harbour: Organisation, ada: Person, managers: list[Person], enrol: Enrol
) -> None:
    say_all(ada, JANUARY, managers, [1, 1, 3, 3, 1])
    close_at(FEBRUARY)
    newcomer = enrol(harbour, "project_manager", "Bo Reed").person
    say_all(ada, FEBRUARY, [*managers, newcomer], [3, 3, 3, 3, 3, 0])
    close_at(MARCH)
    assert figures()[-1] == (date(2026, 2, 28), 6, 1.0, None, None)


def test_where_one_left_kept_figures_stand_and_before_and_after_are_held_back(
    harbour: Organisation, ada: Person, managers: list[Person], enrol: Enrol
) -> None:
    people = [*managers, enrol(harbour, "project_manager", "Bo Reed").person]
    say_all(ada, JANUARY, people, [1, 1, 3, 3, 1, 5])
    close_at(FEBRUARY)
    told = figures()
    membership = Membership.objects.get(organisation=harbour, person=people[-1])
    deactivate(membership, by=ada)
    assert queries.office(harbour).told[0].difference == told[0][2]
    say_all(ada, FEBRUARY, managers, [3, 3, 3, 3, 3])
    close_at(MARCH)
    assert figures()[-1] == (date(2026, 2, 28), 5, 0.5, None, None)


def test_a_month_is_closed_once_and_stays(harbour: Organisation, ada: Person, managers: list[Person]) -> None:
    say_all(ada, JANUARY, managers, [1, 1, 3, 3, 1])
    for _ in range(3):
        close_at(FEBRUARY)
    (month,) = ParityMonth.objects.all()
    assert AuditLine.objects.filter(verb="close_parity_month").count() == 1
    with pytest.raises(DatabaseError), transaction.atomic():
        ParityFigure.objects.filter(month=month).update(people=6)


def test_the_sweep_costs_one_question_and_one_for_each_office_once_all_is_closed(
    harbour: Organisation,
    ada: Person,
    managers: list[Person],
    django_assert_num_queries: Callable[..., CaptureQueriesContext],
) -> None:
    say_all(ada, JANUARY, managers, [1, 1, 3, 3, 1])
    close_at(FEBRUARY)
    with clock_at(FEBRUARY), django_assert_num_queries(3):
        keep_up()


def test_pages_and_files_say_it_without_names(
    harbour: Organisation, ada: Person, managers: list[Person], signed_in: SignedIn
) -> None:
    start = f"/o/{harbour.slug}/people/"
    assert "No figure yet" in signed_in(ada).get(f"{start}competence/office/").content.decode()
    say_all(ada, datetime(2026, 1, 10, 12, tzinfo=UTC), managers, [1, 1, 3, 3, 1])
    close_at(FEBRUARY)
    say_all(ada, FEBRUARY, managers, [3, 3, 3, 3, 2])
    close_at(MARCH)
    page = signed_in(ada).get(f"{start}competence/office/").content.decode()
    for words in ("Before and after", "1 or none of 5", "0.5 or less", "28 Feb 2026", "February 2026"):
        assert words in page
    table = signed_in(ada).get(f"{start}competence.csv").content.decode()
    assert "Time,2026-01-31,3,5,3 of 5,2.0,1.2" in table
    assert "fewer than 5" in table
    assert "Manager A" not in table
