"""The pages of objectives: for who may edit, who may look, and who has nothing to do with them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from office.strategy.conftest import MakeProject
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects.models import Programme, Project
from plumbline.office.strategy import actions
from plumbline.office.strategy.models import Alignment, Objective

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]
HOME = "/o/harbour-works/strategy"


@pytest.fixture
def busy(harbour: Organisation) -> Objective:
    return actions.add_objective(harbour, by=None, name="Busy quays", measure="Boats", unit="boats")


def test_a_project_is_aligned_by_its_code_and_a_wrong_code_is_told_at_its_field(
    busy: Objective, make: MakeProject, ada: Person, signed_in: SignedIn
) -> None:
    project, client = make("Q-1"), signed_in(ada)
    refused = client.post(f"{HOME}/{busy.pk}/align/", {"code": "Q-9", "strength": 2})
    assert "No running project has this code" in refused.content.decode()
    assert client.post(f"{HOME}/{busy.pk}/align/", {"code": "q-1", "strength": 3}).status_code == 302
    assert Alignment.objects.get().project == project


def test_a_project_is_aligned_from_its_own_page(
    busy: Objective, make: MakeProject, ada: Person, mira: Person, signed_in: SignedIn
) -> None:
    project = make("Q-1")
    address = f"/o/harbour-works/projects/{project.pk}/objectives/"
    assert "For no objective yet" in signed_in(mira).get(address).content.decode()
    assert signed_in(mira).post(f"{address}align/", {"objective": busy.pk, "strength": 2}).status_code == 403
    signed_in(ada).post(f"{address}align/", {"objective": busy.pk, "strength": 2, "why": "It is a quay."})
    assert "It is a quay." in signed_in(mira).get(address).content.decode()


def test_who_only_looks_is_offered_nothing_to_change(busy: Objective, mira: Person, signed_in: SignedIn) -> None:
    page = signed_in(mira).get(f"{HOME}/{busy.pk}/").content.decode()
    assert "Busy quays" in page
    assert "Edit or move" not in page
    assert signed_in(mira).post(f"{HOME}/{busy.pk}/measure/", {"value": 1, "on": "2026-01-01"}).status_code == 403


def test_in_another_organisation_it_does_not_exist(busy: Objective, olav: Person, signed_in: SignedIn) -> None:
    assert signed_in(olav).get(f"{HOME}/{busy.pk}/").status_code == 404
    assert signed_in(olav).get(f"/o/northern-line/strategy/{busy.pk}/").status_code == 404


def test_the_form_begins_with_the_day_that_is_kept(busy: Objective, ada: Person, signed_in: SignedIn) -> None:
    Objective.objects.update(target_on="2030-12-31")
    assert 'value="2030-12-31"' in signed_in(ada).get(f"{HOME}/{busy.pk}/edit/").content.decode()


def test_the_tree_leaves_as_a_table(busy: Objective, ada: Person, signed_in: SignedIn) -> None:
    assert "Busy quays" in signed_in(ada).get(f"{HOME}/objectives.csv").content.decode("utf-8-sig")


def test_the_tree_costs_the_same_for_three_objectives_and_for_thirty(
    busy: Objective,
    berths: Programme,
    make: MakeProject,
    ada: Person,
    signed_in: SignedIn,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    harbour, client = busy.organisation, signed_in(ada)
    actions.align(busy, berths, by=None)
    actions.align(busy, make("Q-1", "red"), by=None)
    make("Q-2")
    client.get(f"{HOME}/")
    with django_assert_max_num_queries(40) as with_few:
        client.get(f"{HOME}/")
    for number in range(30):
        below = actions.add_objective(harbour, by=None, name=f"Number {number}", parent=busy)
        actions.align(below, berths, by=None)
    Project.objects.bulk_create(
        Project(organisation=harbour, portfolio=berths.portfolio, code=f"M{each}", name=f"Many {each}")
        for each in range(30)
    )
    with django_assert_max_num_queries(len(with_few.captured_queries)):
        assert client.get(f"{HOME}/").status_code == 200
