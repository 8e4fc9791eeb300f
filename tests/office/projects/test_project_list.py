"""Finding projects, keeping the tree, and asking before something is archived."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from office.projects.written_plans import rows_of, small_plan, words_of
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects import actions
from plumbline.office.projects.models import Portfolio, Programme, Project

SignedIn = Callable[[Person], Client]
ROOT = "/o/harbour-works/"


def codes(client: Client, query: str) -> list[str]:
    page = client.get(f"{ROOT}projects/{query}").content.decode()
    return [row[0].split()[-1] for row in rows_of(page)]


@pytest.fixture
def several(harbour: Organisation, crossing: Project) -> Project:
    care = actions.create_portfolio(harbour, by=None, name="Care")
    actions.create_project(harbour, by=None, code="A-9", name="Buoys", portfolio=care)
    over = actions.create_project(harbour, by=None, code="Z-1", name="Old pier", portfolio=care)
    actions.archive(over, by=None)
    actions.record_plan(crossing, by=None, schedule=small_plan(), source_format="xer")
    return crossing


def test_projects_are_found_by_place_manager_and_archive(ada: Person, several: Project, signed_in: SignedIn) -> None:
    client = signed_in(ada)
    assert codes(client, "") == ["A-9", "QC-1"]
    assert codes(client, f"?portfolio={several.portfolio_id}") == ["QC-1"]
    assert codes(client, f"?programme={several.programme_id}") == ["QC-1"]
    assert codes(client, f"?manager={several.manager_id}") == ["QC-1"]
    assert codes(client, "?archived=on") == ["Z-1"]
    assert codes(client, "?search=buo") == ["A-9"]
    assert codes(client, "?portfolio=nonsense&sort=nonsense&page=99") == ["A-9", "QC-1"]


def test_projects_are_sorted_with_what_has_no_value_last(ada: Person, several: Project, signed_in: SignedIn) -> None:
    client = signed_in(ada)
    assert codes(client, "?sort=finish") == codes(client, "?sort=-finish") == ["QC-1", "A-9"]
    assert codes(client, "?sort=name") == ["A-9", "QC-1"]
    assert codes(client, "?sort=-name") == ["QC-1", "A-9"]


def test_an_empty_list_leads_to_the_first_project_those_who_may_add_it(
    ada: Person, mira: Person, signed_in: SignedIn
) -> None:
    page = signed_in(ada).get(f"{ROOT}projects/").content.decode()
    assert "Add the first project" in page
    assert "The PMO of Harbour Works adds them" in signed_in(mira).get(f"{ROOT}projects/").content.decode()
    assert "No project matches" in signed_in(ada).get(f"{ROOT}projects/?search=x").content.decode()


def test_the_form_for_the_first_project_asks_for_the_name_of_its_portfolio_alone(
    ada: Person, signed_in: SignedIn
) -> None:
    client = signed_in(ada)
    assert 'name="portfolio"' not in client.get(f"{ROOT}projects/add/").content.decode()
    assert client.post(f"{ROOT}projects/add/", {"code": "A", "name": "B"}).status_code == 200
    client.post(f"{ROOT}projects/add/", {"code": "A", "name": "B", "new_portfolio": "Growth"})
    assert str(Project.objects.get().portfolio) == "Growth"
    assert 'name="portfolio"' in client.get(f"{ROOT}projects/add/").content.decode()


def test_a_programme_says_which_portfolio_a_new_project_is_in(
    ada: Person, programme: Programme, signed_in: SignedIn
) -> None:
    signed_in(ada).post(f"{ROOT}projects/add/", {"code": "A", "name": "B", "programme": programme.pk})
    assert Project.objects.get().portfolio == programme.portfolio


def test_the_tree_shows_portfolios_with_their_programmes_and_how_many_projects(
    ada: Person, several: Project, signed_in: SignedIn
) -> None:
    actions.archive(actions.create_programme(several.portfolio, by=None, name="Old quays"), by=None)
    page = signed_in(ada).get(f"{ROOT}portfolios/").content.decode()
    assert rows_of(page.partition("Growth")[2])[:2] == [
        ["New quays", "1", "Edit New quays Archive New quays"],
        ["All of the portfolio", "1", ""],
    ]
    assert "Archived: Old quays" in words_of(page)


def test_the_tree_takes_as_many_queries_for_twenty_portfolios_as_for_one(
    ada: Person, harbour: Organisation, signed_in: SignedIn
) -> None:
    client = signed_in(ada)

    def taken() -> int:
        client.get(f"{ROOT}portfolios/")
        with CaptureQueriesContext(connection) as queries:
            client.get(f"{ROOT}portfolios/")
        return len(queries)

    def add(number: int) -> None:
        portfolio = actions.create_portfolio(harbour, by=None, name=f"Portfolio {number}")
        actions.create_programme(portfolio, by=None, name="One")

    add(0)
    few = taken()
    for number in range(1, 20):
        add(number)
    assert taken() == few


def test_archiving_is_asked_about_first_and_can_be_undone(
    ada: Person, portfolio: Portfolio, programme: Programme, signed_in: SignedIn
) -> None:
    client = signed_in(ada)
    for kind, thing in (("programmes", programme), ("portfolios", portfolio)):
        address = f"{ROOT}{kind}/{thing.pk}/"
        assert f"Archive {thing.name}?" in client.get(f"{address}archive/").content.decode()
        thing.refresh_from_db()
        assert thing.archived_at is None
        assert client.post(f"{address}archive/")["Location"] == f"{ROOT}portfolios/"
        thing.refresh_from_db()
        assert thing.archived_at
    assert "bring back" in client.get(f"{ROOT}portfolios/").content.decode()
    client.post(f"{ROOT}portfolios/{portfolio.pk}/restore/")
    portfolio.refresh_from_db()
    assert portfolio.archived_at is None


def test_what_cannot_be_archived_yet_says_why(ada: Person, crossing: Project, signed_in: SignedIn) -> None:
    page = signed_in(ada).post(f"{ROOT}portfolios/{crossing.portfolio_id}/archive/").content.decode()
    assert "Nothing was changed" in page
    assert "Growth still has projects that go on: QC-1 Quay crossing." in page
