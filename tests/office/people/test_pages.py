"""Who may open which page of an organisation, and what the pages do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, get_resolver, reverse

from office.conftest import PASSWORD, Enrol
from plumbline.office.foundation.access import may
from plumbline.office.people import actions, queries, urls
from plumbline.office.people.models import Membership, Organisation, Person, Unit
from plumbline.office.people.roles import PERMISSIONS, Role

SignedIn = Callable[[Person], Client]
ROOT = "/o/harbour-works/"
PART = {"HX-Request": "true"}


def addresses(organisation: Organisation, membership: Membership, unit: Unit) -> dict[str, str]:
    """Every address of the application, found by looking."""
    day = actions.add_holiday(organisation, by=None, on=date(2026, 12, 8), name="Quay day")
    values = {"membership_id": membership.pk, "unit_id": unit.pk, "holiday_id": day.pk}
    found = {}
    for pattern in urls.urlpatterns:
        assert isinstance(pattern, URLPattern)
        needed: dict[str, object] = {name: values[name] for name in pattern.pattern.converters}
        if "extension" in str(pattern.pattern):
            needed["extension"] = "csv"
        found[pattern.name] = reverse(f"people:{pattern.name}", kwargs={"organisation": organisation.slug, **needed})
    return found


@pytest.fixture
def pages(harbour: Organisation, mira: Person) -> dict[str, str]:
    return addresses(harbour, mira.memberships.get(), actions.create_unit(harbour, by=None, name="Dredging"))


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("permission", PERMISSIONS)
def test_a_role_may_do_what_the_table_says(harbour: Organisation, enrol: Enrol, role: str, permission: str) -> None:
    membership = enrol(harbour, role)
    assert may(membership, permission) is (role in PERMISSIONS[permission])
    actions.add_person(harbour, by=None, email="bo@h.example", name="Bo", role=Role.PMO_MANAGER)
    actions.deactivate(membership, by=None)
    assert not may(membership, permission)


def test_asking_for_a_permission_that_does_not_exist_is_a_mistake(mira: Person) -> None:
    with pytest.raises(LookupError, match="sail"):
        may(mira.memberships.get(), "sail")


@pytest.mark.parametrize("role", Role)
def test_every_page_opens_for_the_roles_of_its_permission_and_no_other(
    harbour: Organisation, enrol: Enrol, signed_in: SignedIn, pages: dict[str, str], role: str
) -> None:
    client = signed_in(enrol(harbour, role).person)
    for name, address in pages.items():
        view = get_resolver().resolve(address).func
        is_open = role in PERMISSIONS[view.permission]  # type: ignore[attr-defined]
        statuses = {client.get(address).status_code, client.post(address).status_code}
        assert (403 not in statuses) is is_open, f"{name} as {role}: {statuses}"


def test_no_page_exists_for_somebody_of_another_organisation(
    olav: Person, signed_in: SignedIn, pages: dict[str, str]
) -> None:
    client = signed_in(olav)
    for address in pages.values():
        for response in (client.get(address), client.post(address)):
            assert response.status_code in (404, 405)
            assert "Harbour" not in response.content.decode()


def test_what_belongs_to_another_organisation_is_not_found_under_ones_own(
    ada: Person, northern: Organisation, olav: Person, signed_in: SignedIn
) -> None:
    foreign = addresses(northern, olav.memberships.get(), actions.create_unit(northern, by=None, name="Signals"))
    client = signed_in(ada)
    for name in ("member", "link", "leave", "come_back", "unit"):
        address = foreign[name].replace("northern-line", "harbour-works")
        assert 404 in {client.get(address).status_code, client.post(address).status_code}
    assert Membership.objects.get(person=olav).active


def test_somebody_who_is_not_signed_in_is_asked_to(client: Client, pages: dict[str, str]) -> None:
    for address in pages.values():
        response = client.post(address)
        assert response.status_code == 405 or response["Location"].startswith("/accounts/login/?next=/o/")


def test_an_organisation_that_does_not_exist_is_not_found(ada: Person, signed_in: SignedIn) -> None:
    assert signed_in(ada).get("/o/nowhere/people/").status_code == 404


def test_people_are_filtered_by_the_address(ada: Person, mira: Person, signed_in: SignedIn) -> None:
    client = signed_in(ada)
    found = client.get(f"{ROOT}people/", {"search": "mira", "role": "project_manager"}, headers=PART).content.decode()
    assert "mira.pontoon@harbour-works.example" in found
    assert "ada.quay@harbour-works.example" not in found


@pytest.mark.parametrize("query", ["role=emperor", "unit=999", "unit=x", "page=0", "page=x", "search=" + "x" * 500])
def test_a_filter_that_makes_no_sense_is_no_filter(ada: Person, signed_in: SignedIn, query: str) -> None:
    response = signed_in(ada).get(f"{ROOT}people/?{query}", headers=PART)
    assert "ada.quay@harbour-works.example" in response.content.decode()


def test_a_person_is_added_and_given_a_link_shown_once(ada: Person, signed_in: SignedIn) -> None:
    client = signed_in(ada)
    given = {"email": "tom@harbour.example", "name": "Tom Bollard", "role": "guest", "unit": ""}
    member = client.post(f"{ROOT}people/add/", given)["Location"]
    assert "/welcome/" not in client.get(member).content.decode()
    assert "http://testserver/welcome/" in client.post(f"{member}link/").content.decode()


def test_a_refused_person_is_told_at_the_field(ada: Person, mira: Person, signed_in: SignedIn) -> None:
    given = {"email": mira.email, "name": "Mira", "role": "guest", "unit": ""}
    page = signed_in(ada).post(f"{ROOT}people/add/", given).content.decode()
    assert f"{mira.email} belongs to Harbour Works already." in page


def test_the_last_pmo_manager_is_told_why_they_cannot_leave(ada: Person, signed_in: SignedIn) -> None:
    member = f"{ROOT}people/{ada.memberships.get().pk}/"
    client = signed_in(ada)
    assert "the only PMO manager" in client.post(f"{member}leave/", follow=True).content.decode()
    assert "the only PMO manager" in client.post(member, {"role": "guest", "unit": ""}).content.decode()
    assert ada.memberships.get().role == Role.PMO_MANAGER


def test_units_and_settings_are_edited(ada: Person, harbour: Organisation, signed_in: SignedIn) -> None:
    client = signed_in(ada)
    client.post(f"{ROOT}units/", {"name": "Works", "parent": ""})
    works = Unit.objects.get()
    client.post(f"{ROOT}units/", {"name": "Dredging", "parent": works.pk})
    client.post(f"{ROOT}units/{works.pk}/", {"name": "Civil works", "parent": ""})
    outline = [(each.depth, each.unit.name) for each in queries.unit_tree(harbour)]
    assert outline == [(0, "Civil works"), (1, "Dredging")]
    given = {
        "name": "Harbours",
        "time_zone": "UTC",
        "currency": "gbp",
        "fiscal_year_starts_in": 4,
        "mail_language": "de",
    }
    client.post(f"{ROOT}settings/", given)
    harbour.refresh_from_db()
    assert (harbour.fiscal_year_starts_in, harbour.mail_language) == (4, "de")
    assert (harbour.name, harbour.currency, harbour.slug) == ("Harbours", "GBP", "harbour-works")


def test_home_opens_the_only_organisation_or_the_one_last_looked_at(
    ada: Person, northern: Organisation, olav: Person, signed_in: SignedIn
) -> None:
    client = signed_in(ada)
    assert client.get("/")["Location"] == ROOT
    actions.add_person(northern, by=olav, email=ada.email, name="Ada", role=Role.EXECUTIVE)
    assert client.get("/")["Location"] == "/organisations/"
    assert "Northern Line" in client.get("/organisations/").content.decode()
    client.get("/o/northern-line/people/")
    assert client.get("/")["Location"] == "/o/northern-line/"


def test_somebody_without_an_organisation_is_told_so(ada: Person, mira: Person, signed_in: SignedIn) -> None:
    actions.deactivate(mira.memberships.get(), by=ada)
    page = signed_in(mira).get("/", follow=True).content.decode()
    assert "do not belong to any organisation" in page


def test_people_edit_their_own_name_and_time_zone(mira: Person, signed_in: SignedIn) -> None:
    client = signed_in(mira)
    client.post("/account/", {"name": "Mira P. Pontoon", "time_zone": "Asia/Tokyo"})
    mira.refresh_from_db()
    assert (mira.name, mira.time_zone) == ("Mira P. Pontoon", "Asia/Tokyo")
    assert "Select a valid choice" in client.post("/account/", {"name": "M", "time_zone": "Mars"}).content.decode()


def test_the_people_page_takes_as_many_queries_for_forty_people_as_for_two(
    ada: Person, harbour: Organisation, signed_in: SignedIn
) -> None:
    client = signed_in(ada)

    def queries_taken() -> int:
        with CaptureQueriesContext(connection) as taken:
            client.get(f"{ROOT}people/")
        return len(taken)

    queries_taken()
    few = queries_taken()
    for number in range(40):
        actions.add_person(harbour, by=None, email=f"p{number}@h.example", name=f"Person {number}", role=Role.GUEST)
    assert queries_taken() == few


def test_signing_in_takes_email_and_password(client: Client, mira: Person) -> None:
    assert client.get("/accounts/login/").status_code == 200
    response = client.post("/accounts/login/", {"login": mira.email.upper(), "password": PASSWORD})
    assert response["Location"] == "/"
    assert client.get(f"{ROOT}people/").status_code == 200
    client.post("/accounts/logout/")
    assert client.get(f"{ROOT}people/").status_code == 302


def test_guessing_a_password_is_stopped(client: Client, mira: Person) -> None:
    for _ in range(6):
        response = client.post("/accounts/login/", {"login": mira.email, "password": "guess"})
    assert "Too many failed" in response.content.decode()
    response = client.post("/accounts/login/", {"login": mira.email, "password": PASSWORD})
    assert response.status_code == 200


def test_nobody_signs_up_by_themselves(client: Client, mira: Person) -> None:
    assert client.get("/accounts/signup/").status_code == 404
    given = {"email": "x@y.example", "password1": "plumb-and-level-7"}
    assert client.post("/accounts/signup/", given).status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/accounts/password/change/",
        "/accounts/password/reset/",
        "/accounts/password/reset/done/",
        "/accounts/password/reset/key/done/",
        "/accounts/inactive/",
        "/accounts/logout/",
        "/accounts/2fa/",
        "/accounts/2fa/totp/activate/",
        "/account/",
    ],
)
def test_every_page_about_ones_own_account_opens(mira: Person, client: Client, address: str) -> None:
    client.post("/accounts/login/", {"login": mira.email, "password": PASSWORD})
    response = client.get(address, follow=True)
    assert response.status_code == 200
    assert "http-equiv" not in response.content.decode()


def test_pages_carry_the_strict_policy(client: Client, mira: Person) -> None:
    response = client.get("/accounts/login/")
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert (response["X-Frame-Options"], response["X-Content-Type-Options"]) == ("DENY", "nosniff")


def test_what_somebody_sees_is_kept_by_no_cache(mira: Person, signed_in: SignedIn) -> None:
    client = signed_in(mira)
    for address in ("/account/", "/organisations/", "/o/harbour-works/people/", "/o/harbour-works/portfolio.csv"):
        response = client.get(address)
        assert response.status_code == 200
        assert {"no-store", "private"} <= {each.strip() for each in response["Cache-Control"].split(",")}, address


def test_many_attempts_at_one_account_do_not_push_out_the_count_of_another(mira: Person, client: Client) -> None:
    cache.set("attempts-at-one", 5)
    for number in range(400):
        cache.set(f"attempts-at-{number}", 1)
    assert cache.get("attempts-at-one") == 5
