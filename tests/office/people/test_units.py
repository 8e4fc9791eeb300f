"""Units make a tree, and nothing can make it a circle."""

from __future__ import annotations

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from plumbline.office.foundation.models import AuditLine
from plumbline.office.people import actions, queries
from plumbline.office.people.models import Organisation, Person, Unit
from plumbline.office.people.roles import Role


@pytest.fixture
def works(harbour: Organisation) -> Unit:
    return actions.create_unit(harbour, by=None, name="Works")


@pytest.fixture
def dredging(harbour: Organisation, works: Unit) -> Unit:
    return actions.create_unit(harbour, by=None, name="Dredging", parent=works)


def test_units_are_listed_as_an_outline(harbour: Organisation, works: Unit, dredging: Unit) -> None:
    actions.create_unit(harbour, by=None, name="Finance")
    actions.create_unit(harbour, by=None, name="Buoys", parent=works)
    outline = [(each.depth, each.unit.name) for each in queries.unit_tree(harbour)]
    assert outline == [(0, "Finance"), (0, "Works"), (1, "Buoys"), (1, "Dredging")]


def test_the_outline_counts_the_people_of_each_unit(harbour: Organisation, works: Unit, mira: Person) -> None:
    actions.change_place(mira.memberships.get(), by=None, role=Role.GUEST, unit=works)
    assert [each.member_count for each in queries.unit_tree(harbour)] == [1]


def test_the_outline_takes_two_queries_however_deep_it_is(
    harbour: Organisation, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    above = None
    for depth in range(20):
        above = actions.create_unit(harbour, by=None, name=f"Level {depth}", parent=above)
    with django_assert_num_queries(2):
        assert queries.unit_tree(harbour)[-1].depth == 19


def test_units_within_units_without_end_do_not_close_the_pages_of_everybody(harbour: Organisation) -> None:
    above = None
    for depth in range(1200):
        above = Unit.objects.create(organisation=harbour, name=f"Level {depth}", parent=above)
    assert queries.unit_tree(harbour)[-1].depth == 1199


def test_a_unit_is_renamed_and_moved(harbour: Organisation, works: Unit, dredging: Unit) -> None:
    actions.edit_unit(dredging, by=None, name="Dredging and survey", parent=None)
    assert [each.depth for each in queries.unit_tree(harbour)] == [0, 0]
    assert AuditLine.objects.get(verb="edit_unit").details == {
        "changed": {"name": ["Dredging", "Dredging and survey"], "parent": ["Works", None]}
    }


def test_a_unit_cannot_be_moved_under_itself(works: Unit, dredging: Unit) -> None:
    for parent in (works, dredging):
        with pytest.raises(ValidationError, match="itself or lies under it"):
            actions.edit_unit(works, by=None, name="Works", parent=parent)


@pytest.mark.parametrize("name", ["dredging", " DREDGING "])
def test_siblings_have_different_names(harbour: Organisation, works: Unit, dredging: Unit, name: str) -> None:
    with pytest.raises(ValidationError):
        actions.create_unit(harbour, by=None, name=name, parent=works)
    assert actions.create_unit(harbour, by=None, name=name).parent is None
    with pytest.raises(ValidationError):
        actions.create_unit(harbour, by=None, name=name)


def test_a_unit_lies_in_its_own_organisation(northern: Organisation, works: Unit) -> None:
    with pytest.raises(ValidationError, match="another organisation"):
        actions.create_unit(northern, by=None, name="Signals", parent=works)
    signals = actions.create_unit(northern, by=None, name="Signals")
    with pytest.raises(ValidationError, match="another organisation"):
        actions.edit_unit(signals, by=None, name="Signals", parent=works)


@pytest.mark.django_db(transaction=True)
def test_two_units_moved_under_each_other_at_the_same_moment_make_no_circle(harbour: Organisation, works: Unit) -> None:
    finance = actions.create_unit(harbour, by=None, name="Finance")
    start = threading.Barrier(2)
    refused: list[str] = []

    def move(unit: Unit, parent: Unit) -> None:
        start.wait()
        try:
            actions.edit_unit(unit, by=None, name=unit.name, parent=parent)
        except ValidationError as error:
            refused.extend(error.messages)
        finally:
            connection.close()

    threads = [threading.Thread(target=move, args=pair) for pair in ((works, finance), (finance, works))]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(refused) == 1
    assert [each.depth for each in queries.unit_tree(harbour)] == [0, 1]
