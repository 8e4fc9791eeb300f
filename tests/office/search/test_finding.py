"""What is found, in which order, and however it was typed."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from office.search.conftest import Find, place_of
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.roles import Role
from plumbline.office.projects.actions import archive, create_project
from plumbline.office.projects.models import Project
from plumbline.office.registers.models import Entry
from plumbline.office.search.actions import index_all
from plumbline.office.search.catalogue import subjects
from plumbline.office.search.models import SearchDocument
from plumbline.office.search.queries import results
from web.whole_office import TOLD_AT, Office

pytestmark = pytest.mark.django_db
ODD = ("", "  ", "*", '"', "quay AND", "NEAR(", "a:b", "'; DROP TABLE", "-", "^quay", "q" * 5000, "{}", "%")


def test_every_kind_of_thing_that_has_a_page_is_in_the_index(office: Office) -> None:
    found = set(SearchDocument.objects.values_list("subject", flat=True))
    assert {"projects", "programmes", "portfolios", "people", "standards", "policies", "requests", "documents"} <= found
    assert found <= subjects().keys()


def test_a_project_is_found_by_beginnings_of_words_in_any_order(find: Find) -> None:
    for query in ("Quay crossing", "quay cross", "QUAY-1", "cróssing", "crossing quay", "  quay-1 "):
        assert find(query, subject="projects")[0] == "Quay crossing", query


def test_a_mistyped_word_finds_it_all_the_same(find: Find) -> None:
    for query in ("crosing", "corssing", "qauy", "crossimg", "corss"):
        assert "Quay crossing" in find(query), query


def test_what_was_looked_for_instead_is_said(office: Office) -> None:
    answer = results(place_of(office.people[Role.GUEST]), "corssing")
    assert answer.mended == "crossing"


def test_things_are_found_by_title_and_by_text(find: Find) -> None:
    for query, title in (
        ("project manager of quay", "Project manager of Quay"),
        ("nobody runs", "Rules of the quay"),
        ("lift", "A lift for the quay"),
        ("leads", "Leads"),
        ("delivery review", "Delivery review"),
        ("settle", "Risk register"),
        ("new quays", "New quays"),
    ):
        assert title in find(query), query


def test_nothing_that_is_typed_is_an_operator(office: Office) -> None:
    client = office.client(office.people[Role.PMO_MANAGER])
    for query in ODD:
        assert results(place_of(office.people[Role.PMO_MANAGER]), query).total >= 0
        for path in ("search/", "search/palette/"):
            assert client.get(f"/o/{office.organisation.slug}/{path}", {"q": query}).status_code == 200, query


def test_what_goes_on_comes_before_what_is_past(office: Office, find: Find) -> None:
    project = Project.objects.get(code="QUAY-1")
    with clock_at(TOLD_AT):
        archive(project, by=office.people[Role.PMO_MANAGER])
        index_all()
    assert find("quay", subject="projects") == ["Quay without a plan", "Quay crossing"]


def test_a_whole_title_comes_before_a_part_of_one(office: Office, find: Find) -> None:
    portfolio = Project.objects.get(code="QUAY-1").portfolio
    create_project(office.organisation, by=None, code="Z-1", name="Quay", portfolio=portfolio)
    create_project(office.organisation, by=None, code="A-1", name="Lamps for the quay", portfolio=portfolio)
    index_all()
    names = find("quay crossing", subject="projects") + find("lamps quay", subject="projects")
    assert names == ["Quay crossing", "Lamps for the quay"]


def test_each_kind_says_how_many_there_are_and_shows_the_best(office: Office) -> None:
    answer = results(place_of(office.people[Role.PMO_MANAGER]), "quay", each=1)
    group = next(each for each in answer.groups if each.subject.name == "projects")
    assert (group.total, len(group.hits)) == (2, 1)


def test_one_kind_is_paged_through(office: Office) -> None:
    portfolio = Project.objects.get(code="QUAY-1").portfolio
    for number in range(45):
        create_project(
            office.organisation, by=None, code=f"M-{number:02}", name=f"Mole {number:02}", portfolio=portfolio
        )
    index_all()
    client = office.client(office.people[Role.GUEST])
    address = f"/o/{office.organisation.slug}/search/"
    seen = [
        hit.document.title
        for page in (1, 2, 3)
        for group in client.get(address, {"q": "mole", "kind": "projects", "page": page}).context["results"].groups
        for hit in group.hits
    ]
    assert sorted(seen) == [f"Mole {number:02}" for number in range(45)]


def test_what_is_found_is_text_and_never_markup(office: Office) -> None:
    portfolio = Project.objects.get(code="QUAY-1").portfolio
    create_project(office.organisation, by=None, code="X-1", name="<script>quay</script>", portfolio=portfolio)
    index_all()
    client = office.client(office.people[Role.GUEST])
    for path in ("search/", "search/palette/"):
        text = client.get(f"/o/{office.organisation.slug}/{path}", {"q": "script"}).content.decode()
        assert "&lt;<mark>script</mark>&gt;quay" in text


def test_a_search_needs_as_many_queries_for_much_as_for_little(
    office: Office, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = office.client(office.people[Role.PMO_MANAGER])
    address = f"/o/{office.organisation.slug}/search/?q=crossing"
    client.get(address)
    with django_assert_max_num_queries(40) as few:
        client.get(address)
    portfolio = Project.objects.get(code="QUAY-1").portfolio
    for number in range(20):
        create_project(office.organisation, by=None, code=f"C-{number}", name=f"Crossing {number}", portfolio=portfolio)
    index_all()
    with django_assert_max_num_queries(len(few)):
        client.get(address)


def test_a_line_of_a_register_is_found_where_registers_have_pages(office: Office) -> None:
    """Told of in any case: whether it is found depends on the page being there."""
    project = Project.objects.get(code="QUAY-1")
    entry = Entry.objects.create(organisation=office.organisation, project=project, kind="risk", number=1, title="Silt")
    (told,) = subjects()["register_entries"].tell(subjects()["register_entries"].rows().get(pk=entry.pk))
    assert (told.reference, told.permission) == ("R-1", "see_registers")
