"""Who leads what, and how much that is."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from office.conftest import Enrol
from plumbline.office.leading import actions, queries
from plumbline.office.leading.classes import LARGE, MEDIUM, SMALL, USUAL
from plumbline.office.leading.proficiency import Proficiency
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.actions import create_portfolio, create_project
from plumbline.office.projects.models import Project

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]


def project(harbour: Organisation, code: str, budget: int | None = None, manager: Person | None = None) -> Project:
    portfolio = harbour.portfolios.first() or create_portfolio(harbour, by=None, name="Quays")
    amount = None if budget is None else Decimal(budget)
    return create_project(
        harbour, by=None, code=code, name=f"Quay {code}", portfolio=portfolio, manager=manager, budget=amount
    )


@pytest.mark.parametrize(
    ("budget", "kind"),
    [(None, MEDIUM), (0, SMALL), (249_999, SMALL), (250_000, MEDIUM), (1_999_999, MEDIUM), (2_000_000, LARGE)],
)
def test_the_class_of_a_project_follows_from_its_budget(budget: int | None, kind: object) -> None:
    assert USUAL.of(None if budget is None else Decimal(budget)) is kind


def test_load_is_counted_in_points_against_what_somebody_can_carry(harbour: Organisation, mira: Person) -> None:
    actions.set_profile(harbour, mira, by=None, capacity=5)
    for code, budget in (("A", 100_000), ("B", 3_000_000)):
        project(harbour, code, budget, mira)
    (load,) = queries.caseload(harbour).loads
    assert (load.points, load.capacity, load.is_over, load.left) == (5, 5, False, 0)
    project(harbour, "C", None, mira)
    (load,) = queries.caseload(harbour).loads
    assert (load.points, load.is_over, load.is_few) == (7, True, True)


def test_managers_stand_by_name_whatever_their_projects_say(harbour: Organisation, enrol: Enrol) -> None:
    for name in ("Zora", "Anke", "Milo"):
        project(harbour, name, None, enrol(harbour, Role.PROJECT_MANAGER, name).person)
    assert [each.person.name for each in queries.caseload(harbour).loads] == ["Anke", "Milo", "Zora"]


def test_a_project_without_a_manager_is_named(harbour: Organisation, mira: Person) -> None:
    project(harbour, "A")
    found = queries.caseload(harbour)
    assert [each.project.code for each in found.without] == ["A"]
    assert [len(each.led) for each in found.loads] == [0]


def test_the_number_of_queries_is_fixed(harbour: Organisation, enrol: Enrol) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as few:
            queries.caseload(harbour)
        return len(few)

    project(harbour, "A", None, enrol(harbour, Role.PROJECT_MANAGER, "Anke").person)
    before = asked()
    for number in range(5):
        project(harbour, f"B{number}", None, enrol(harbour, Role.PROJECT_MANAGER, f"Milo {number}").person)
    assert asked() == before


def test_who_is_able_and_free_is_suggested_first(harbour: Organisation, enrol: Enrol) -> None:
    anke, milo = (enrol(harbour, Role.PROJECT_MANAGER, name).person for name in ("Anke", "Milo"))
    actions.set_profile(harbour, anke, by=None, proficiency=Proficiency.NOVICE)
    actions.set_profile(harbour, milo, by=None, proficiency=Proficiency.EXPERT)
    found = queries.suggested(project(harbour, "A", 3_000_000))
    assert [person.name for person, _ in found.rows] == ["Milo", "Anke"]
    assert "Novice: the project asks for proficient." in found.rows[1][1].against


def test_the_pmo_chooses_and_the_manager_is_told(
    harbour: Organisation, ada: Person, mira: Person, signed_in: SignedIn
) -> None:
    found, client = project(harbour, "A"), signed_in(ada)
    at = f"/o/{harbour.slug}/office/managers/"
    assert "Who could lead it" in client.get(at).content.decode()
    page = client.get(f"{at}projects/{found.pk}/").content.decode()
    assert "The level of proficiency is not known." in page
    client.post(f"{at}projects/{found.pk}/", {"person": mira.pk, "note": "Near your home."})
    found.refresh_from_db()
    assert found.manager == mira
    assert Notice.objects.filter(person=mira, kind="manager").count() == 1


def test_a_manager_sees_their_own_page_and_not_that_of_all(
    harbour: Organisation, mira: Person, signed_in: SignedIn
) -> None:
    project(harbour, "A", 100, mira)
    actions.set_profile(harbour, mira, by=None, notes="Knows the harbour master.")
    client = signed_in(mira)
    page = client.get(f"/o/{harbour.slug}/office/me/").content.decode()
    assert "Quay A" in page
    assert "Knows the harbour master." in page
    assert client.get(f"/o/{harbour.slug}/office/managers/").status_code == 403


def test_a_profile_is_kept_and_what_is_of_another_organisation_is_not_found(
    harbour: Organisation, ada: Person, mira: Person, olav: Person, signed_in: SignedIn
) -> None:
    client, at = signed_in(ada), f"/o/{harbour.slug}/office/managers/"
    client.post(f"{at}{mira.pk}/", {"proficiency": 3, "capacity": 6, "location": "Quay 4"})
    page = client.get(at).content.decode()
    assert "0 of 6 points" in page
    assert "Competent" in page
    assert client.get(f"{at}{olav.pk}/").status_code == 404
    assert "Mira Pontoon,Competent,Quay 4" in client.get(f"/o/{harbour.slug}/office/managers.csv").content.decode()


def test_the_database_counts_points_as_the_page_does(harbour: Organisation, enrol: Enrol) -> None:
    budgets = (None, 0, 249_999, 250_000, 1_999_999, 2_000_000)
    for name, times in (("Anke", 1), ("Milo", 2)):
        person = enrol(harbour, Role.PROJECT_MANAGER, name).person
        for number, budget in enumerate(budgets * times):
            project(harbour, f"{name}-{number}", budget, person)
    actions.set_profile(harbour, person, by=None, capacity=20)
    shown = {each.person: (each.points, each.capacity) for each in queries.caseload(harbour).loads if each.is_over}
    assert {each.person: (each.points, each.capacity) for each in queries.overloaded(harbour)} == shown
    assert [(each.person.name, each.points) for each in queries.overloaded(harbour)] == [("Anke", 12), ("Milo", 24)]
