"""Every address of an organisation, for everybody who might try it. New pages are covered without being asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import rules
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from plumbline.office.people.models import Person
from plumbline.office.people.roles import PERMISSIONS, Role
from web.addresses import Address, addresses
from web.whole_office import TELLTALES, Office, whole_office

pytestmark = pytest.mark.django_db
WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|WITH)\b", re.IGNORECASE)
TOKEN = re.compile(r"\b[A-Za-z0-9]{64}\b")
READ_ONLY = [Role.GUEST, Role.TEAM_MEMBER]
OWN_VOICE = {
    "acknowledge_reports",
    "agree_on_criteria",
    "answer_pulse",
    "ask_for_services",
    "enter_own_leave",
    "give_evidence",
    "learn",
    "measure_own_benefits",
    "raise_entries",
    "raise_signals",
    "save_views",
    "say_own_competence",
    "search",
    "see_inbox",
    "submit_requests",
    "subscribe_to_calendar",
    "take_part_in_communities",
    "take_part_in_mentoring",
    "tell_progress",
}
"""What even those may write who read everything else; it is theirs alone."""


@pytest.fixture
def office(db: None) -> Office:
    return whole_office()


def tried(office: Office, client: Client, method: str, slug: str = "") -> Iterator[tuple[Address, Any]]:
    """Each address with its answer, or with what it raised. What an answer changed is undone before the next."""
    for address in addresses():
        path = address.path(slug or office.organisation.slug)
        with transaction.atomic():
            try:
                answer: Any = getattr(client, method)(path)
            except Exception as error:
                answer = error
            transaction.set_rollback(True)
        yield address, answer


def code(answer: Any) -> Any:
    return answer.status_code if hasattr(answer, "status_code") else repr(answer)


def body(answer: HttpResponse) -> str:
    """What a page says, without its tokens: drawn at random, one spells any short word sooner or later."""
    return TOKEN.sub("", answer.content.decode(errors="replace")).lower()


def everything() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table but the sessions."""
    return {
        each._meta.label: list(each._default_manager.order_by("pk").values_list())
        for each in apps.get_models()
        if each is not Session
    }


def test_the_walk_finds_addresses_to_read_and_to_write() -> None:
    names = {each.name for each in addresses()}
    assert {"portfolio:overview", "imports:confirm", "people:member", "assurance:offenders"} <= names


def test_every_address_asks_for_a_permission_that_exists() -> None:
    wrong = [each.name for each in addresses() if not each.permission or not rules.perm_exists(each.permission)]
    assert not wrong, "Pages of an organisation are protected by organisation_page(permission)."


@pytest.mark.parametrize("method", ["get", "post"])
def test_to_somebody_of_another_organisation_nothing_exists(office: Office, method: str) -> None:
    client = office.client(office.stranger)
    before = everything()
    for address, answer in tried(office, client, method):
        assert code(answer) in ((404, 405) if method == "post" or is_post_only(address) else (404,)), address.name
        assert not [each for each in TELLTALES if each in body(answer)], address.name
    assert everything() == before


@pytest.mark.parametrize("method", ["get", "post"])
def test_what_is_not_theirs_does_not_exist_under_their_own_organisation_either(office: Office, method: str) -> None:
    own = office.stranger.memberships.get().organisation.slug
    for address, answer in tried(office, office.client(office.stranger), method, own):
        assert not [each for each in TELLTALES if each in body(answer)], address.name
        if any(each.isdigit() for each in address.path(own)):
            assert code(answer) in (404, 405), address.name


@pytest.mark.parametrize("method", ["get", "post"])
def test_somebody_who_has_not_signed_in_is_asked_to(office: Office, method: str) -> None:
    before = everything()
    for address, answer in tried(office, Client(), method):
        assert code(answer) in (302, 405), address.name
        if code(answer) == 302:
            assert answer["Location"].startswith("/accounts/login/"), address.name
    assert everything() == before


def is_post_only(address: Address) -> bool:
    """As ``require_POST`` answers everybody alike."""
    return bool(Client().get(address.path("nowhere")).status_code == 405)


@pytest.mark.parametrize("role", list(Role))
def test_everybody_reads_what_their_role_allows_and_nothing_else(office: Office, role: Role) -> None:
    for address, answer in tried(office, office.client(office.people[role]), "get"):
        expected = (200, 302, 403, 405) if may(role, address) else (403, 405)
        assert code(answer) in expected, address.name
        if code(answer) == 403:
            assert "does not allow" in body(answer), address.name


def may(role: Role, address: Address) -> bool:
    permission = str(address.permission)
    return permission not in PERMISSIONS or role in PERMISSIONS[permission]


@pytest.mark.parametrize("role", READ_ONLY)
def test_somebody_who_only_reads_changes_nothing(office: Office, role: Role) -> None:
    client = office.client(office.people[role])
    before = everything()
    for address in addresses():
        with CaptureQueriesContext(connection) as made:
            answer = client.post(address.path(office.organisation.slug))
        has_a_voice = address.permission in OWN_VOICE and may(role, address)
        assert code(answer) in ((200, 302, 403, 405) if has_a_voice else (403, 405)), address.name
        if any(WRITES.match(each["sql"]) for each in made):
            assert everything() == before, address.name
    assert everything() == before


def test_the_pmo_manager_finds_every_page(office: Office) -> None:
    for address, answer in tried(office, office.client(office.people[Role.PMO_MANAGER]), "get"):
        assert code(answer) in (200, 302, 405), address.name


def test_a_form_sent_empty_is_answered_and_never_fails(office: Office) -> None:
    for address, answer in tried(office, office.client(office.people[Role.PMO_MANAGER]), "post"):
        assert code(answer) in (200, 302, 400, 405), address.name


def test_the_project_manager_reads_and_uploads_their_own_project(office: Office) -> None:
    client = office.client(office.people[Role.PROJECT_MANAGER])
    found = {address.name: code(answer) for address, answer in tried(office, client, "get")}
    assert {found[name] for name in ("imports:new", "imports:upload", "projects:edit")} == {200}


def test_an_inactive_member_finds_nothing(office: Office) -> None:
    person: Person = office.people[Role.GUEST]
    person.memberships.update(active=False)
    for address, answer in tried(office, office.client(person), "get"):
        assert code(answer) in (404, 405), address.name


def test_an_address_with_an_absurd_number_is_not_found(office: Office) -> None:
    client = office.client(office.people[Role.PMO_MANAGER])
    for address in addresses():
        for parameter in address.parameters[1:]:
            sane = address.path(office.organisation.slug)
            if not parameter.endswith("_id"):
                continue
            absurd = re.sub(r"(?<=/)\d+(?=[./])", "9" * 18, sane)
            assert code(client.get(absurd)) in (404, 405), absurd
