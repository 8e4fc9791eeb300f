"""People come, change their place, and leave; an organisation is never without a PMO manager."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.tokens import default_token_generator
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import Client

from plumbline.office.foundation.models import AuditLine
from plumbline.office.people import actions, queries
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.roles import Role


def told(verb: str) -> list[dict[str, object]]:
    return list(AuditLine.objects.filter(verb=verb).values_list("details", flat=True))


def test_a_new_person_gets_an_account_without_a_password(harbour: Organisation, ada: Person) -> None:
    added = actions.add_person(harbour, by=ada, email=" Tom@Harbour.example ", name="Tom Bollard", role=Role.GUEST)
    assert (added.person.email, added.person.name) == ("tom@harbour.example", "Tom Bollard")
    assert not added.person.has_usable_password()
    assert told("add_person")[0] == {"email": "tom@harbour.example", "role": "guest"}


def test_somebody_known_elsewhere_keeps_their_account(northern: Organisation, ada: Person, olav: Person) -> None:
    added = actions.add_person(northern, by=olav, email=ada.email.upper(), name="Somebody", role=Role.GUEST)
    assert added.person == ada
    assert Person.objects.get(pk=ada.pk).name == "Ada Quay"
    assert [each.name for each in queries.organisations_of(ada)] == ["Harbour Works", "Northern Line"]


def test_nobody_is_added_twice(harbour: Organisation, ada: Person) -> None:
    with pytest.raises(ValidationError, match="belongs to Harbour Works already"):
        actions.add_person(harbour, by=ada, email=ada.email.upper(), name="Ada", role=Role.GUEST)


@pytest.mark.django_db
def test_two_accounts_cannot_differ_in_capitals_alone() -> None:
    Person.objects.create(email="tom@harbour.example", name="Tom")
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(email="Tom@Harbour.example", name="Tom")


@pytest.mark.parametrize(
    ("given", "field"), [({"email": "tom"}, "email"), ({"name": " "}, "name"), ({"role": "emperor"}, "role")]
)
def test_a_refused_person_leaves_nothing(harbour: Organisation, ada: Person, given: dict[str, str], field: str) -> None:
    before = Person.objects.count()
    with pytest.raises(ValidationError) as refused:
        actions.add_person(harbour, by=ada, **{"email": "t@h.example", "name": "Tom", "role": "guest", **given})
    assert field in refused.value.error_dict
    assert Person.objects.count() == before


def test_a_person_cannot_be_put_in_a_unit_of_another_organisation(
    harbour: Organisation, northern: Organisation, ada: Person
) -> None:
    foreign = actions.create_unit(northern, by=None, name="Signals")
    with pytest.raises(ValidationError, match="another organisation"):
        actions.add_person(harbour, by=ada, email="t@h.example", name="Tom", role="guest", unit=foreign)


def test_another_role_and_unit_are_told_with_what_was_before(harbour: Organisation, ada: Person, mira: Person) -> None:
    unit = actions.create_unit(harbour, by=ada, name="Dredging")
    actions.change_place(mira.memberships.get(), by=ada, role=Role.PMO_STAFF, unit=unit)
    assert told("change_place") == [{"changed": {"role": ["project_manager", "pmo_staff"], "unit": [None, "Dredging"]}}]


def test_the_last_pmo_manager_can_neither_step_down_nor_leave(ada: Person) -> None:
    membership = ada.memberships.get()
    with pytest.raises(ValidationError, match="the only PMO manager"):
        actions.change_place(membership, by=ada, role=Role.GUEST, unit=None)
    with pytest.raises(ValidationError, match="the only PMO manager"):
        actions.deactivate(membership, by=ada)
    assert Membership.objects.get(pk=membership.pk).role == Role.PMO_MANAGER


def test_who_left_no_longer_gets_in_and_can_come_back(
    harbour: Organisation, ada: Person, mira: Person, client: Client
) -> None:
    membership = mira.memberships.get()
    client.force_login(mira, "allauth.account.auth_backends.AuthenticationBackend")
    assert client.get("/o/harbour-works/people/").status_code == 200
    actions.deactivate(membership, by=ada)
    assert client.get("/o/harbour-works/people/").status_code == 404
    actions.reactivate(membership, by=ada)
    assert client.get("/o/harbour-works/people/").status_code == 200


def test_a_first_password_link_signs_in_once(harbour: Organisation, ada: Person, client: Client) -> None:
    added = actions.add_person(harbour, by=ada, email="tom@harbour.example", name="Tom Bollard", role=Role.GUEST)
    link = actions.give_link(added, by=ada)
    assert "Tom Bollard" in client.get(link).content.decode()
    chosen = {"password": "bollards-hold-ships", "repeated": "bollards-hold-ships"}
    assert client.post(link, chosen)["Location"] == "/"
    assert client.get("/")["Location"] == "/o/harbour-works/"
    assert Client().get(link).status_code == 410
    assert Client().login(email="tom@harbour.example", password="bollards-hold-ships")
    assert told("set_first_password") == [{}]


@pytest.mark.parametrize(
    ("password", "repeated", "complaint"),
    [("short", "short", "too short"), ("bollards-hold-ships", "other", "match"), ("", "", "required")],
)
def test_a_refused_first_password_says_why(
    harbour: Organisation, ada: Person, client: Client, password: str, repeated: str, complaint: str
) -> None:
    added = actions.add_person(harbour, by=ada, email="tom@harbour.example", name="Tom Bollard", role=Role.GUEST)
    link = actions.give_link(added, by=ada)
    response = client.post(link, {"password": password, "repeated": repeated})
    assert response.status_code == 200
    assert complaint in response.content.decode()
    added.person.refresh_from_db()
    assert not added.person.has_usable_password()


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/welcome/x/y/", "/welcome/MTIz/abc-def/", "/welcome/4pyT/abc/"])
def test_an_invented_link_has_expired(ada: Person, client: Client, address: str) -> None:
    assert client.get(address).status_code == 410


def test_a_link_expires_after_a_week(harbour: Organisation, ada: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    added = actions.add_person(harbour, by=ada, email="tom@harbour.example", name="Tom Bollard", role=Role.GUEST)
    uid, token = queries.first_password_key(added.person)
    assert queries.person_of_key(uid, token) == added.person
    later = datetime.now(UTC).replace(tzinfo=None) + timedelta(days=8)
    monkeypatch.setattr(default_token_generator, "_now", lambda: later)
    assert queries.person_of_key(uid, token) is None


def test_nobody_gets_a_link_to_the_account_of_somebody_who_signs_in_or_belongs_elsewhere(
    harbour: Organisation, northern: Organisation, ada: Person, mira: Person, olav: Person
) -> None:
    with pytest.raises(ValidationError, match="an account of their own"):
        actions.give_link(mira.memberships.get(), by=ada)
    added = actions.add_person(harbour, by=ada, email="tom@harbour.example", name="Tom Bollard", role=Role.GUEST)
    taken = actions.add_person(northern, by=olav, email="tom@harbour.example", name="Tom Bollard", role=Role.GUEST)
    for membership in (added, taken):
        with pytest.raises(ValidationError, match="an account of their own"):
            actions.give_link(membership, by=olav)


def test_a_link_ends_when_the_person_is_added_to_another_organisation(
    harbour: Organisation, northern: Organisation, ada: Person, olav: Person, client: Client
) -> None:
    """Else a manager of the first could set the password, and with it enter the second."""
    added = actions.add_person(harbour, by=ada, email="tom@harbour.example", name="Tom Bollard", role=Role.GUEST)
    link = actions.give_link(added, by=ada)
    actions.add_person(northern, by=olav, email="tom@harbour.example", name="Tom", role=Role.PMO_MANAGER)
    chosen = {"password": "bollards-hold-ships", "repeated": "bollards-hold-ships"}
    assert client.post(link, chosen).status_code == 410
    assert not Person.objects.get(pk=added.person_id).has_usable_password()


def test_a_link_rests_while_the_person_has_left(harbour: Organisation, ada: Person, client: Client) -> None:
    added = actions.add_person(harbour, by=ada, email="tom@harbour.example", name="Tom Bollard", role=Role.GUEST)
    link = actions.give_link(added, by=ada)
    actions.deactivate(added, by=ada)
    assert client.get(link).status_code == 410
    actions.reactivate(added, by=ada)
    assert client.get(link).status_code == 200


def test_a_first_password_is_set_once_even_by_two_who_had_the_link_open(harbour: Organisation, ada: Person) -> None:
    added = actions.add_person(harbour, by=ada, email="tom@harbour.example", name="Tom Bollard", role=Role.GUEST)
    first, second = (Person.objects.get(pk=added.person_id) for _ in range(2))
    actions.set_first_password(first, password="bollards-hold-ships")
    with pytest.raises(ValidationError, match="set already"):
        actions.set_first_password(second, password="ships-leave-bollards")
    assert Person.objects.get(pk=added.person_id).check_password("bollards-hold-ships")


def test_a_role_in_another_organisation_gives_no_permission_here(
    harbour: Organisation, northern: Organisation, ada: Person, mira: Person
) -> None:
    actions.add_person(northern, by=None, email=mira.email, name="Mira", role=Role.GUEST)
    assert mira not in queries.people_with(northern, "record_own_plan")
    assert list(queries.people_with(harbour, "record_own_plan")) == [mira]


@pytest.mark.django_db(transaction=True)
def test_two_pmo_managers_who_leave_at_the_same_moment_do_not_both(harbour: Organisation, ada: Person) -> None:
    second = actions.add_person(harbour, by=ada, email="bo@harbour.example", name="Bo Jetty", role=Role.PMO_MANAGER)
    start = threading.Barrier(2)
    refused: list[str] = []

    def leave(membership: Membership) -> None:
        start.wait()
        try:
            actions.deactivate(membership, by=None)
        except ValidationError as error:
            refused.extend(error.messages)
        finally:
            connection.close()

    threads = [threading.Thread(target=leave, args=(each,)) for each in (ada.memberships.get(), second)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(refused) == 1
    assert queries.members(harbour, role=Role.PMO_MANAGER).count() == 1


def test_people_are_found_by_words_role_and_unit_with_those_under_it(harbour: Organisation, ada: Person) -> None:
    works = actions.create_unit(harbour, by=ada, name="Works")
    dredging = actions.create_unit(harbour, by=ada, name="Dredging", parent=works)
    actions.add_person(harbour, by=ada, email="tom@h.example", name="Tom Bollard", role=Role.GUEST, unit=dredging)
    actions.add_person(harbour, by=ada, email="bo@h.example", name="Bo Jetty", role=Role.EXECUTIVE, unit=works)

    def names(**filters: object) -> list[str]:
        return [each.person.name for each in queries.members(harbour, **filters)]  # type: ignore[arg-type]

    assert names() == ["Ada Quay", "Bo Jetty", "Tom Bollard"]
    assert names(search="BOLL t") == ["Tom Bollard"]
    assert names(search="bo@h") == ["Bo Jetty"]
    assert names(role=Role.EXECUTIVE) == ["Bo Jetty"]
    assert names(unit=works) == ["Bo Jetty", "Tom Bollard"]
    assert names(unit=dredging) == ["Tom Bollard"]
