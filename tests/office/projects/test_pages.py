"""Who may open which page about projects, and what the pages do."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, get_resolver, reverse

from engine.schedule.nets import net
from office.conftest import Enrol
from plumbline.office.foundation.models import AuditLine
from plumbline.office.people.actions import deactivate
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import PERMISSIONS, Role
from plumbline.office.projects import actions, urls
from plumbline.office.projects.models import Portfolio, Programme, Project

SignedIn = Callable[[Person], Client]
ROOT = "/o/harbour-works/"
PART = {"HX-Request": "true"}
NEW = {"code": "LB-2", "name": "Lock bridge"}


@pytest.fixture
def pages(crossing: Project) -> dict[str, str]:
    """Every address of the application, found by looking."""
    actions.record_plan(crossing, by=None, schedule=net({"A": 1}), source_format="xer")
    values = {
        "project_id": crossing.pk,
        "portfolio_id": crossing.portfolio_id,
        "programme_id": crossing.programme_id,
        "number": 1,
    }
    found = {}
    for pattern in urls.urlpatterns:
        assert isinstance(pattern, URLPattern)
        needed = pattern.pattern.converters.keys()
        if needed <= values.keys():
            given = {"organisation": "harbour-works", **{name: values[name] for name in needed}}
            found[str(pattern.name)] = reverse(f"projects:{pattern.name}", kwargs=given)
    return found


@pytest.mark.parametrize("role", Role)
def test_every_page_opens_for_the_roles_of_its_permission_and_no_other(
    harbour: Organisation, enrol: Enrol, signed_in: SignedIn, pages: dict[str, str], role: str
) -> None:
    client = signed_in(enrol(harbour, role).person)
    for name, address in pages.items():
        view = get_resolver().resolve(address).func
        needed = "edit_any_project" if name == "edit" or name.startswith("tokens") else view.permission  # type: ignore[attr-defined]
        statuses = {client.get(address).status_code, client.post(address).status_code}
        assert (403 not in statuses) is (role in PERMISSIONS[needed]), f"{name} as {role}: {statuses}"


def test_no_page_exists_for_somebody_of_another_organisation(
    olav: Person, signed_in: SignedIn, pages: dict[str, str]
) -> None:
    client = signed_in(olav)
    for address in pages.values():
        own = address.replace("harbour-works", "northern-line")
        for response in [client.get(address), client.post(address)]:
            assert response.status_code in (404, 405)
        for response in [client.get(own), client.post(own)]:
            assert "Quay crossing" not in response.content.decode()
            assert "Growth" not in response.content.decode()


def test_a_project_is_found_by_code_name_or_manager(ada: Person, crossing: Project, signed_in: SignedIn) -> None:
    actions.create_project(crossing.organisation, by=None, **NEW, portfolio=crossing.portfolio)  # type: ignore[arg-type]
    client = signed_in(ada)
    for search in ("qc-1", "crossing quay", "Pontoon"):
        found = client.get(f"{ROOT}projects/", {"search": search}, headers=PART).content.decode()
        assert "Quay crossing" in found
        assert "Lock bridge" not in found
    assert "Quay crossing" not in client.get(f"{ROOT}projects/?archived=on", headers=PART).content.decode()


def test_the_first_project_may_name_its_portfolio_and_programme(ada: Person, signed_in: SignedIn) -> None:
    given = {**NEW, "new_portfolio": "Growth", "new_programme": "Locks"}
    assert signed_in(ada).post(f"{ROOT}projects/add/", given).status_code == 302
    project = Project.objects.get()
    assert (str(project.portfolio), str(project.programme)) == ("Growth", "Locks")
    verbs = AuditLine.objects.filter(actor=ada).order_by("id").values_list("verb", flat=True)
    assert list(verbs) == ["create_portfolio", "create_programme", "create_project"]


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({}, "Choose a portfolio, or name a new one below."),
        ({"new_portfolio": "growth"}, "There is a portfolio of this name."),
        ({"portfolio": "1", "new_portfolio": "Care"}, "not both"),
        ({"portfolio": "999"}, "not one of the available choices"),
        ({"new_portfolio": "Care", "budget": "-1"}, "greater than or equal to 0"),
        ({"new_portfolio": "Care", "code": "qc-1"}, "Another project has this code."),
        ({"new_portfolio": "Care", "new_programme": "x" * 161}, "at most 160"),
    ],
)
def test_a_refused_project_says_why_and_leaves_nothing(
    ada: Person, crossing: Project, signed_in: SignedIn, given: dict[str, str], complaint: str
) -> None:
    if given.get("portfolio") == "1":
        given = {**given, "portfolio": str(crossing.portfolio_id)}
    before = AuditLine.objects.count()
    response = signed_in(ada).post(f"{ROOT}projects/add/", {**NEW, **given})
    assert response.status_code == 200
    assert complaint in response.content.decode()
    assert (Project.objects.count(), Portfolio.objects.count(), AuditLine.objects.count()) == (1, 1, before)


def test_a_project_manager_edits_their_own_project_and_no_other(
    mira: Person, crossing: Project, signed_in: SignedIn
) -> None:
    other = actions.create_project(crossing.organisation, by=None, **NEW, portfolio=crossing.portfolio)  # type: ignore[arg-type]
    client = signed_in(mira)
    given = {"code": "QC-1", "name": "Quay bridge", "portfolio": crossing.portfolio_id, "manager": mira.pk}
    assert client.post(f"{ROOT}projects/{crossing.pk}/edit/", given).status_code == 302
    assert client.post(f"{ROOT}projects/{other.pk}/edit/", {**given, "code": "LB-2"}).status_code == 403
    crossing.refresh_from_db()
    assert (crossing.name, crossing.programme) == ("Quay bridge", None)


def test_nobody_of_another_organisation_can_be_named_manager(
    ada: Person, olav: Person, crossing: Project, signed_in: SignedIn
) -> None:
    given = {"code": "QC-1", "name": "Quay bridge", "portfolio": crossing.portfolio_id, "manager": olav.pk}
    page = signed_in(ada).post(f"{ROOT}projects/{crossing.pk}/edit/", given).content.decode()
    assert "not one of the available choices" in page
    assert "Olav" not in page


def test_a_manager_who_left_stays_named(ada: Person, mira: Person, crossing: Project, signed_in: SignedIn) -> None:
    deactivate(mira.memberships.get(), by=ada)
    given = {"code": "QC-1", "name": "Quay bridge", "portfolio": crossing.portfolio_id, "manager": mira.pk}
    assert signed_in(ada).post(f"{ROOT}projects/{crossing.pk}/edit/", given).status_code == 302
    crossing.refresh_from_db()
    assert (crossing.name, crossing.manager) == ("Quay bridge", mira)


def test_a_project_is_archived_and_brought_back(ada: Person, crossing: Project, signed_in: SignedIn) -> None:
    client = signed_in(ada)
    client.post(f"{ROOT}projects/{crossing.pk}/archive/")
    assert "Quay crossing" not in client.get(f"{ROOT}projects/", headers=PART).content.decode()
    client.post(f"{ROOT}projects/{crossing.pk}/restore/")
    assert "Quay crossing" in client.get(f"{ROOT}projects/", headers=PART).content.decode()


def test_a_baseline_is_set_with_a_reason(ada: Person, crossing: Project, signed_in: SignedIn) -> None:
    version, _ = actions.record_plan(crossing, by=None, schedule=net({"A": 1}), source_format="xer")
    client, address = signed_in(ada), f"{ROOT}projects/{crossing.pk}/baseline/"
    assert "This field is required" in client.post(address, {"version": version.number}).content.decode()
    client.post(address, {"version": version.number, "reason": "Agreed by the board"})
    crossing.refresh_from_db()
    assert crossing.baseline == version


def test_portfolios_and_programmes_are_added_and_renamed(ada: Person, signed_in: SignedIn) -> None:
    client = signed_in(ada)
    client.post(f"{ROOT}portfolios/add/", {"name": "Growth"})
    portfolio = Portfolio.objects.get()
    client.post(f"{ROOT}portfolios/{portfolio.pk}/programmes/add/", {"name": "Locks"})
    client.post(f"{ROOT}programmes/{Programme.objects.get().pk}/edit/", {"name": "Locks and weirs", "purpose": "Flow"})
    client.post(f"{ROOT}portfolios/{portfolio.pk}/edit/", {"name": "Growth and care"})
    assert (str(Portfolio.objects.get()), str(Programme.objects.get())) == ("Growth and care", "Locks and weirs")


def test_the_list_takes_as_many_queries_for_forty_projects_as_for_one(
    ada: Person, crossing: Project, signed_in: SignedIn
) -> None:
    client = signed_in(ada)

    def queries_taken() -> int:
        with CaptureQueriesContext(connection) as taken:
            client.get(f"{ROOT}projects/")
        return len(taken)

    queries_taken()
    few = queries_taken()
    for number in range(40):
        actions.create_project(
            crossing.organisation, by=None, code=f"P{number}", name="Pier", portfolio=crossing.portfolio
        )
    assert queries_taken() == few
