"""What programs tell by a token, and what GitHub and GitLab tell by their webhooks."""

from __future__ import annotations

import hashlib
import hmac
import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from plumbline.office.acceptance.models import Deliverable
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today
from plumbline.office.projects.actions import archive, make_token
from plumbline.office.projects.models import Project
from plumbline.office.work_items.actions import connect, drop_hook, make_hook, set_map
from plumbline.office.work_items.models import Connector, ItemState, WorkItem

NEWS = {"key": "A-1", "state": "in progress", "labels": ["D-1"], "changed_at": "2026-03-04T10:00:00Z"}


@pytest.fixture
def token(crossing: Project, mira: Person) -> str:
    expires_on = today(crossing.organisation) + timedelta(days=9)
    return make_token(crossing, by=mira, name="Builds", scopes=["work_items"], expires_on=expires_on)[1]


def call(token: str, body: Any, content_type: str = "application/json") -> Any:
    sent = body if isinstance(body, bytes | str) else json.dumps(body)
    return Client(enforce_csrf_checks=True).post(
        "/api/work-items/", sent, content_type=content_type, headers={"Authorization": f"Bearer {token}"}
    )


def told(answer: Any) -> dict[str, int]:
    assert answer.status_code == 200, answer.content
    return {name: value for name, value in answer.json().items() if value and name != "project"}


def test_a_program_tells_one_item_or_many(token: str, rails: Deliverable) -> None:
    assert told(call(token, NEWS)) == {"added": 1, "tied": 1}
    assert told(call(token, NEWS)) == {"unchanged": 1}
    many = [{"key": f"A-{number}", "category": "done"} for number in range(2, 30)]
    assert told(call(token, {"items": many})) == {"added": 28}
    item = WorkItem.objects.get(key="A-1")
    assert (item.deliverable, item.connector.name, item.category) == (rails, "API", "in_progress")


def test_what_curl_sends_by_itself_is_read_too(token: str) -> None:
    assert told(call(token, NEWS, "application/x-www-form-urlencoded")) == {"added": 1}


def test_news_that_come_late_change_nothing_that_is_newer(token: str) -> None:
    call(token, {**NEWS, "state": "done", "changed_at": "2026-03-09T10:00:00Z"})
    assert told(call(token, NEWS)) == {"older": 1}
    assert WorkItem.objects.get().category == "done"


def test_news_without_a_moment_of_change_is_not_taken_for_older(token: str) -> None:
    call(token, {"key": "A-1", "state": "in progress"})
    assert told(call(token, {"key": "A-1", "state": "done", "ended_at": "2026-03-04T10:00:00Z"})) == {"changed": 1}
    item = WorkItem.objects.get()
    assert (item.category, f"{item.ended_at:%Y-%m-%d}", item.start_is_approximate) == ("done", "2026-03-04", True)


def test_a_connector_is_named_or_there_is_none_of_the_name(token: str, board: Connector) -> None:
    assert told(call(token, {"connector": "board", "items": [{**NEWS, "state": "In Review"}]})) == {"added": 1}
    assert WorkItem.objects.get().connector == board
    answer = call(token, {"connector": "Bard", "items": [NEWS]})
    assert answer.status_code == 404
    assert "Board" in answer.json()["remedy"]


@pytest.mark.parametrize(
    ("body", "status", "words"),
    [
        ("{", 422, "line 1, column 2"),
        ([], 422, "list of items"),
        ({"items": "A-1"}, 422, "list of items"),
        ({"items": [], "item": 1}, 422, "list of items"),
        ({"items": ["A-1"]}, 422, "no object"),
        ({"items": [{"key": "A-1"}]}, 422, "neither a state"),
        ({"items": [{"state": "done"}]}, 422, "no key"),
        ({"items": [NEWS, {**NEWS, "key": "A-2", "state": "cooking"}]}, 422, "cooking"),
        ({"items": [NEWS, NEWS]}, 422, "already"),
        ({"items": [{**NEWS, "changed_at": "soon"}]}, 422, "not a date"),
        ({"items": [{**NEWS, "category": "begun"}]}, 422, "one of todo"),
        ({"items": [{**NEWS, "owner": "Ada"}]}, 422, "no field 'owner'"),
        ({"items": [{**NEWS, "title": "\x00"}]}, 422, "NUL"),
        ({"items": [{**NEWS, "key": {"a": 1}}]}, 422, "no key"),
        ({"items": [NEWS] * 1001}, 413, "1000 items"),
        ("x" * 2_000_001, 413, "several calls"),
    ],
)
def test_a_call_that_is_wrong_is_refused_whole_and_told_what_to_do(
    token: str, body: Any, status: int, words: str
) -> None:
    answer = call(token, body)
    assert answer.status_code == status
    assert words in json.dumps(answer.json())
    assert answer.json()["remedy"]
    assert not WorkItem.objects.exists()


def test_without_a_token_that_may_nothing_is_taken(crossing: Project, token: str) -> None:
    assert call("plt_wrong", NEWS).status_code == 401
    assert Client().get("/api/work-items/").status_code == 405
    archive(crossing, by=None)
    assert call(token, NEWS).status_code == 403
    assert not WorkItem.objects.exists()


def test_a_word_that_was_explained_is_known_from_then_on(token: str, crossing: Project) -> None:
    call(token, NEWS)
    assert call(token, {**NEWS, "key": "A-2", "state": "Cooking"}).json()["unknown"] == ["Cooking"]
    set_map(crossing.connectors.get(), by=None, states={"cooking": "in_progress"})
    assert told(call(token, {**NEWS, "key": "A-2", "state": "Cooking"})) == {"added": 1}


GITHUB = {
    "action": "labeled",
    "issue": {
        "number": 5, "title": "Open the door", "state": "open", "html_url": "https://github.com/tram/app/issues/5",
        "labels": [{"name": "in progress"}, {"name": "D-1"}], "created_at": "2026-03-02T09:00:00Z",
        "updated_at": "2026-03-04T10:00:00Z", "closed_at": None,
    },
    "repository": {"full_name": "tram/app"},
}  # fmt: skip
GITLAB = {
    "object_kind": "issue",
    "object_attributes": {
        "iid": 7, "title": "Read the card", "state": "closed", "action": "close",
        "url": "https://gitlab.example/tram/app/-/issues/7", "created_at": "2026-03-02 09:00:00 UTC",
        "updated_at": "2026-03-06 10:00:00 UTC", "closed_at": "2026-03-06 10:00:00 UTC",
    },
    "labels": [{"id": 1, "title": "D-1"}],
}  # fmt: skip


def deliver(connector: Connector, payload: Any, **headers: str) -> Any:
    address = reverse("work_items_hook", args=[connector.hook])
    return Client().post(address, json.dumps(payload), content_type="application/json", headers=headers)


def signed(payload: Any, secret: str) -> str:
    return "sha256=" + hmac.new(secret.encode(), json.dumps(payload).encode(), hashlib.sha256).hexdigest()


def hooked(project: Project, tracker: str) -> tuple[Connector, str]:
    connector = connect(project, by=None, name=tracker, tracker=tracker)
    return connector, make_hook(connector, by=None)


def test_github_tells_each_change_and_signs_it(crossing: Project, rails: Deliverable) -> None:
    connector, secret = hooked(crossing, "github")
    event = {"X-GitHub-Event": "issues", "X-Hub-Signature-256": signed(GITHUB, secret)}
    assert told(deliver(connector, GITHUB, **event)) == {"added": 1, "tied": 1}
    assert told(deliver(connector, GITHUB, **event)) == {"unchanged": 1}
    assert (WorkItem.objects.get().category, WorkItem.objects.get().deliverable) == ("in_progress", rails)
    ping = {"zen": "Keep it logically awesome."}
    answer = deliver(connector, ping, **{"X-GitHub-Event": "ping", "X-Hub-Signature-256": signed(ping, secret)})
    assert "ignored" in answer.json()


def test_deliveries_may_come_out_of_order(crossing: Project) -> None:
    connector, secret = hooked(crossing, "github")
    over = {**GITHUB, "issue": {**GITHUB["issue"], "state": "closed", "updated_at": "2026-03-09T10:00:00Z",
                                "closed_at": "2026-03-09T10:00:00Z"}}  # type: ignore[dict-item]  # fmt: skip
    for payload in (over, GITHUB):
        headers = {"X-GitHub-Event": "issues", "X-Hub-Signature-256": signed(payload, secret)}
        assert deliver(connector, payload, **headers).status_code == 200
    assert WorkItem.objects.get().category == "done"
    assert [each.state for each in ItemState.objects.all()] == ["closed"]


def test_gitlab_sends_its_secret_along(crossing: Project, rails: Deliverable) -> None:
    connector, secret = hooked(crossing, "gitlab")
    headers = {"X-Gitlab-Event": "Issue Hook", "X-Gitlab-Token": secret}
    assert told(deliver(connector, GITLAB, **headers)) == {"added": 1, "tied": 1}
    item = WorkItem.objects.get()
    assert (item.key, item.category, item.deliverable, item.end_is_approximate) == ("7", "done", rails, False)
    assert deliver(connector, GITLAB, **{**headers, "X-Gitlab-Token": "guessed"}).status_code == 401


def test_a_wrong_signature_and_an_address_that_there_is_not_are_answered_alike(crossing: Project) -> None:
    connector, secret = hooked(crossing, "github")
    wrong = deliver(connector, GITHUB, **{"X-GitHub-Event": "issues", "X-Hub-Signature-256": signed({}, secret)})
    unsigned = deliver(connector, GITHUB, **{"X-GitHub-Event": "issues"})
    there_was = Connector(hook=connector.hook)
    drop_hook(connector, by=None)
    gone = deliver(there_was, GITHUB, **{"X-GitHub-Event": "issues", "X-Hub-Signature-256": signed(GITHUB, secret)})
    assert wrong.status_code == unsigned.status_code == gone.status_code == 401
    assert wrong.json() == unsigned.json() == gone.json()
    assert not WorkItem.objects.exists()


def test_a_new_secret_ends_the_one_before_and_neither_is_kept_readable(crossing: Project) -> None:
    connector, secret = hooked(crossing, "github")
    before = connector.hook
    again = make_hook(connector, by=None)
    assert connector.hook != before
    kept = Connector.objects.get().webhook_secret
    assert kept
    assert secret not in kept
    assert again not in kept
