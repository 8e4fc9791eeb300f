"""When an organisation is deleted no row of it is left behind, and nobody else misses one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import DatabaseError, connection, transaction

from plumbline.office.archive.erasing import erase
from plumbline.office.archive.ownership import office_models, owned_models
from plumbline.office.clients.models import Agreement
from plumbline.office.foundation.models import AuditLine, Erasure
from plumbline.office.people.actions import add_person
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.actions import create_portfolio, create_project
from web.whole_office import TELLTALES, Office, whole_office

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(db: None) -> Office:
    return whole_office(with_client=False)


def cells() -> Iterator[tuple[str, str]]:
    """Everything that any table of the database holds, also of those without a model."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            for row in cursor.fetchall():
                yield from ((table, str(cell).lower()) for cell in row if isinstance(cell, str | bytes))


def rows_of(organisation: Organisation) -> dict[str, list[tuple[object, ...]]]:
    return {
        label: list(owned.rows(organisation.pk).order_by("pk").values_list()) for label, owned in owned_models().items()
    }


def test_nothing_is_left_in_any_table(office: Office) -> None:
    assert {table for table, cell in cells() if TELLTALES[0] in cell}
    erase(office.organisation)
    assert {(table, cell[:80]) for table, cell in cells() if any(each in cell for each in TELLTALES)} == set()
    assert not any(owned.rows(office.organisation.pk).exists() for owned in owned_models().values())
    assert not Erasure.objects.exists()
    connection.check_constraints()


def test_the_neighbour_keeps_every_row(office: Office) -> None:
    neighbour = office.stranger.memberships.get().organisation
    create_project(
        neighbour,
        by=None,
        code="N-1",
        name="Sleepers",
        portfolio=create_portfolio(neighbour, by=None, name="Tracks"),
        manager=office.stranger,
    )
    before = rows_of(neighbour)
    assert before["projects.Project"]
    erase(office.organisation)
    assert rows_of(neighbour) == before
    assert Person.objects.get() == office.stranger


def test_who_belongs_elsewhere_too_keeps_the_account(office: Office) -> None:
    neighbour = office.stranger.memberships.get().organisation
    both = office.people[Role.PMO_STAFF]
    add_person(neighbour, by=None, email=both.email, name=both.name, role=Role.GUEST)
    erase(office.organisation)
    assert set(Person.objects.all()) == {office.stranger, both}
    assert Membership.objects.get(person=both).organisation == neighbour


def test_whom_another_organisations_row_names_stays_without_a_name(office: Office) -> None:
    neighbour = office.stranger.memberships.get().organisation
    helper = office.people[Role.PROJECT_MANAGER]
    portfolio = create_portfolio(neighbour, by=None, name="Tracks")
    project = create_project(neighbour, by=None, code="N-1", name="Sleepers", portfolio=portfolio)
    type(project).objects.filter(pk=project.pk).update(manager=helper)
    erase(office.organisation)
    helper.refresh_from_db()
    assert (helper.name, helper.email) == ("Somebody who is gone", f"gone-{helper.pk}@deleted.invalid")
    assert not helper.is_active
    assert not helper.has_usable_password()


def test_bytes_that_another_organisation_has_as_well_stay(office: Office) -> None:
    from plumbline.office.imports.actions import receive
    from plumbline.office.imports.models import OriginalFile

    neighbour = office.stranger.memberships.get().organisation
    portfolio = create_portfolio(neighbour, by=None, name="Tracks")
    project = create_project(neighbour, by=None, code="N-1", name="Sleepers", portfolio=portfolio)
    receive(project, "plan.xer", b"Dear planner", by=office.stranger)
    assert OriginalFile.objects.count() > 1
    erase(office.organisation)
    assert OriginalFile.objects.get() == project.uploads.get().original


def test_rows_written_once_can_be_deleted_only_while_something_is_erased(office: Office) -> None:
    Erasure.objects.create()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        AuditLine.objects.update(verb="something else")
    Erasure.objects.all().delete()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        AuditLine.objects.all().delete()


def test_every_guard_lets_rows_go_with_their_organisation() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("There is one function for all guards on PostgreSQL.")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'append_only_%_delete'"
        )
        guards = cursor.fetchall()
    assert guards
    assert not [name for name, sql in guards if "foundation_erasure" not in sql]


def test_every_model_of_the_office_was_walked() -> None:
    assert len(office_models()) > 100


def test_an_agreement_goes_with_either_side_and_the_other_stays() -> None:
    office = whole_office()
    client = Agreement.objects.get().client
    erase(office.organisation)
    assert not Agreement.objects.exists()
    assert client.memberships.get().person.name == "Runa of Quay"
