"""Tokens by which programs hand things to a project: made, shown once, used, revoked."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.http import HttpRequest, JsonResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from office.conftest import Enrol
from plumbline.office.foundation.audit import AuditLine
from plumbline.office.foundation.clock import clock_at, now
from plumbline.office.foundation.json_answers import Refused, body_of, json_in, json_page
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import today
from plumbline.office.people.roles import Role
from plumbline.office.projects.actions import archive, make_token, revoke_token
from plumbline.office.projects.models import Project, ProjectToken, Scope
from plumbline.office.projects.tokens import CALLS_A_MINUTE, project_of_token

SignedIn = Callable[[Person], Client]


@pytest.fixture
def token(crossing: Project, mira: Person) -> tuple[ProjectToken, str]:
    return make_token(crossing, by=mira, name="Build server", scopes=["test_runs"], expires_on=in_days(crossing, 30))


def in_days(project: Project, days: int) -> date:
    return today(project.organisation) + timedelta(days=days)


def call(secret: str) -> HttpRequest:
    return RequestFactory().post("/", headers={"Authorization": f"Bearer {secret}"} if secret else {})


def refusal(secret: str, scope: Scope = Scope.TEST_RUNS) -> Refused:
    with pytest.raises(Refused) as refused:
        project_of_token(call(secret), scope)
    return refused.value


def test_a_token_says_which_project_it_speaks_for_and_that_it_was_used(
    crossing: Project, token: tuple[ProjectToken, str]
) -> None:
    assert project_of_token(call(token[1]), Scope.TEST_RUNS) == crossing
    assert ProjectToken.objects.get().used_at is not None


def test_its_secret_is_kept_nowhere(token: tuple[ProjectToken, str]) -> None:
    kept = [*ProjectToken.objects.values_list(), *AuditLine.objects.values_list()]
    assert token[1] not in str(kept)
    assert token[1].startswith(token[0].begins_with)


def test_every_token_that_opens_nothing_is_answered_alike(crossing: Project, token: tuple[ProjectToken, str]) -> None:
    unknown = refusal("plt_unknown")
    with clock_at(now() + timedelta(days=31)):
        expired = refusal(token[1])
    revoke_token(token[0], by=None)
    revoked = refusal(token[1])
    assert {unknown.status, expired.status, revoked.status} == {401}
    assert unknown.told == expired.told == revoked.told
    assert "Authorization: Bearer" in unknown.told["remedy"]
    assert refusal("").answer()["WWW-Authenticate"] == "Bearer"


def test_it_opens_on_its_last_day_by_the_calendar_of_the_organisation(token: tuple[ProjectToken, str]) -> None:
    with clock_at(now() + timedelta(days=30)):
        assert project_of_token(call(token[1]), Scope.TEST_RUNS)


def test_it_hands_in_only_what_it_was_made_for(token: tuple[ProjectToken, str]) -> None:
    refused = refusal(token[1], Scope.BENEFITS)
    assert refused.status == 403
    assert "Measurements of benefits" in str(refused)


def test_an_archived_project_takes_nothing_more(crossing: Project, token: tuple[ProjectToken, str]) -> None:
    archive(crossing, by=None)
    assert refusal(token[1]).status == 403
    with pytest.raises(ValidationError, match="archived"):
        make_token(crossing, by=None, name="Late", scopes=["benefits"], expires_on=in_days(crossing, 1))


def test_who_calls_too_often_is_told_to_wait(token: tuple[ProjectToken, str]) -> None:
    with clock_at(now()):
        for _ in range(CALLS_A_MINUTE):
            project_of_token(call(token[1]), Scope.TEST_RUNS)
        answer = refusal(token[1]).answer()
    assert (answer.status_code, answer["Retry-After"]) == (429, "60")


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("name", {"name": ""}),
        ("scopes", {"scopes": []}),
        ("scopes", {"scopes": ["everything"]}),
        ("expires_on", {"expires_on": date(2020, 1, 1)}),
        ("expires_on", {"expires_on": date(2099, 1, 1)}),
    ],
)
def test_what_is_wrong_with_a_token_is_told_by_field(crossing: Project, field: str, given: dict[str, object]) -> None:
    sound = {"name": "Jira", "scopes": ["work_items"], "expires_on": in_days(crossing, 9)}
    with pytest.raises(ValidationError) as refused:
        make_token(crossing, by=None, **{**sound, **given})  # type: ignore[arg-type]
    assert field in refused.value.message_dict
    assert not ProjectToken.objects.exists()


def test_a_page_shows_a_new_token_once(crossing: Project, mira: Person, signed_in: SignedIn) -> None:
    client, address = signed_in(mira), reverse("projects:tokens", args=["harbour-works", crossing.pk])
    given = {"name": "Jira", "scopes": ["work_items"], "expires_on": in_days(crossing, 9).isoformat()}
    shown = client.post(address, given).content.decode()
    secret = shown.split('<code class="code-chip">')[1].split("<")[0]
    assert project_of_token(call(secret), Scope.WORK_ITEMS) == crossing
    page = client.get(address).content.decode()
    assert "Jira" in page
    assert secret not in page
    assert "Jira" in client.get(f"{address.rstrip('/')}.csv").content.decode("utf-8-sig")
    made = ProjectToken.objects.get()
    client.post(reverse("projects:revoke_token", args=["harbour-works", crossing.pk, made.pk]), {"deed": "revoke"})
    assert refusal(secret, Scope.WORK_ITEMS).status == 401
    assert "Revoked" in client.get(address).content.decode()


def test_only_who_may_edit_the_project_sees_its_tokens(
    crossing: Project,
    token: tuple[ProjectToken, str],
    harbour: Organisation,
    enrol: Enrol,
    signed_in: SignedIn,
    olav: Person,
) -> None:
    addresses = [
        reverse("projects:tokens", args=["harbour-works", crossing.pk]),
        reverse("projects:revoke_token", args=["harbour-works", crossing.pk, token[0].pk]),
    ]
    member = signed_in(enrol(harbour, Role.TEAM_MEMBER).person)
    another = signed_in(enrol(harbour, Role.PROJECT_MANAGER, "Another manager").person)
    for address in addresses:
        assert member.post(address, {"deed": "revoke"}).status_code == 403
        assert another.post(address, {"deed": "revoke"}).status_code == 403
        assert signed_in(olav).post(address, {"deed": "revoke"}).status_code == 404
    assert ProjectToken.objects.get().revoked_at is None


@json_page
def echo(request: HttpRequest) -> JsonResponse:
    return JsonResponse({"said": json_in(body_of(request, 200))})


@pytest.mark.parametrize(
    ("body", "status", "words"),
    [
        (b'{"a": 1}', 200, '"a": 1'),
        (b'\xef\xbb\xbf{"a": "\xc3\xbc"}', 200, "said"),
        (b'{"a": 1,}', 422, "line 1, column 9"),
        (b"\xff\xfe", 422, "no UTF-8"),
        (b'{"a": NaN}', 422, "plain values"),
        (b'{"a": "\\u0000"}', 422, "NUL"),
        (b'{"a": "\\ud800"}', 422, "plain values"),
        (b'"' + b"x" * 300 + b'"', 413, "several calls"),
        (b"[" * 190, 422, "JSON"),
    ],
)
def test_json_is_read_or_refused_with_the_place(body: bytes, status: int, words: str) -> None:
    answer = echo(RequestFactory().post("/", body, content_type="application/json"))
    assert answer.status_code == status
    assert words in answer.content.decode()
    assert json.loads(answer.content)
    assert answer["Cache-Control"] == "no-store"


def test_an_address_for_programs_is_only_posted_to() -> None:
    answer = echo(RequestFactory().get("/"))
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
