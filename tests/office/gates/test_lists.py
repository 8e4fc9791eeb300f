"""Gates to come and conditions across projects."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from office.gates.conftest import DAY, Gates
from plumbline.office.gates import actions
from plumbline.office.gates.jobs import renew_what_is_due
from plumbline.office.gates.models import Condition, GateReview
from plumbline.office.people.models import Person
from plumbline.office.projects.actions import create_portfolio, create_project
from plumbline.office.projects.models import Portfolio

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]
CALENDAR, CONDITIONS = "/o/harbour-works/gates/", "/o/harbour-works/gates/conditions/"


def more_projects(gates: Gates, first: int, last: int, portfolio: Portfolio | None = None) -> None:
    organisation = gates.project.organisation
    for number in range(first, last):
        where = portfolio or gates.project.portfolio
        project = create_project(organisation, by=None, code=f"M{number}", name=f"Mole {number}", portfolio=where)
        review = actions.open_review(
            project, "delivery_review", by=gates.elowen, planned_on=DAY, lead=gates.ada, others=[gates.ivo]
        )
        actions.propose_condition(review, by=gates.ada, text=f"Rope {number}", owner=gates.ivo, due_on=DAY)
    Condition.objects.update(state=Condition.State.OPEN)
    renew_what_is_due()


def test_gates_to_come_say_when_and_who_decides(gates: Gates, signed_in: SignedIn) -> None:
    renew_what_is_due()
    gates.open("definition_approval")
    page = signed_in(gates.manager).get(CALENDAR).content.decode()
    for said in ("Concept approval", "no day yet", "Definition approval", "20 Mar 2026", "Steering committee", "Wim"):
        assert said in page


def test_gates_to_come_of_one_portfolio(gates: Gates, signed_in: SignedIn) -> None:
    other = create_portfolio(gates.project.organisation, by=None, name="Moles")
    more_projects(gates, 0, 1, other)
    page = signed_in(gates.ada).get(CALENDAR, {"portfolio": other.pk}).content.decode()
    assert "Mole 0" in page
    assert "Quay crossing" not in page
    assert signed_in(gates.ada).get(CALENDAR, {"portfolio": "x"}).status_code == 200


@pytest.mark.parametrize("address", [CALENDAR, CONDITIONS])
def test_a_list_asks_the_database_as_often_however_long_it_is(
    gates: Gates, signed_in: SignedIn, django_assert_max_num_queries: DjangoAssertNumQueries, address: str
) -> None:
    client = signed_in(gates.ada)
    more_projects(gates, 0, 3)
    client.get(address)
    with django_assert_max_num_queries(40) as few:
        client.get(address)
    more_projects(gates, 3, 15)
    with django_assert_max_num_queries(len(few.captured_queries)):
        assert client.get(address).status_code == 200


def test_conditions_of_others_do_not_exist(gates: Gates, signed_in: SignedIn, olav: Person) -> None:
    more_projects(gates, 0, 1)
    found, review = Condition.objects.get(), GateReview.objects.get()
    client = signed_in(olav)
    for path in (f"gates/conditions/{found.pk}/", f"gates/reviews/{review.pk}/"):
        for slug in ("harbour-works", "northern-line"):
            assert client.get(f"/o/{slug}/{path}").status_code == 404
