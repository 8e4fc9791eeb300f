"""The steps of knowing what has started."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.story import Story
from plumbline.office.acceptance.actions import add_criterion, add_deliverable
from plumbline.office.people.queries import today
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import ProjectToken
from plumbline.office.work_items.models import Connector, WorkItem
from plumbline.office.work_items.queries import started_on_of

pytestmark = pytest.mark.django_db
scenarios("know_what_has_started.feature")
TELLS = 'a program {verb} with a token that "{key}" is {state} since "{at}"'
STATE = re.compile(r'name="(state_\w+)"')


def path(story: Story, rest: str) -> str:
    return f"/o/{story.organisation().slug}/{story.project_path('New crane')}{rest}"


@given('Dora heads the PMO of "Harbour Works", and Mira manages the project "New crane"')
def _(story: Story) -> None:
    story.enrol("Dora", Role.PMO_MANAGER)
    story.add_project("New crane", story.enrol("Mira", Role.PROJECT_MANAGER))


@given(parsers.parse('it delivers "{what}" with the criterion "{title}", on which nobody has agreed yet'))
def _(story: Story, what: str, title: str) -> None:
    crane = add_deliverable(story.projects["New crane"], by=None, name=what)
    add_criterion(crane, by=None, title=title, text=f"{title}.", tell=False)


@given('Mira has connected the Jira board "Crane board"')
def _(story: Story) -> None:
    story.clients["Mira"].post(path(story, "connectors/"), {"name": "Crane board", "tracker": "jira"})


@given('Mira has connected the GitHub repository "Crane app" with a webhook', target_fixture="secret")
def _(story: Story) -> str:
    sent = story.clients["Mira"].post(path(story, "connectors/"), {"name": "Crane app", "tracker": "github"})
    page = story.clients["Mira"].post(f"{sent['Location']}webhook/", {"deed": "make"}).content.decode()
    return page.split('<code class="code-chip">')[1].split("<")[0]


@given(parsers.parse(TELLS.replace("{verb}", "has told")), target_fixture="token")
def _(story: Story, key: str, state: str, at: str) -> str:
    last_day = today(story.organisation()) + timedelta(days=30)
    said = {"name": "Board", "scopes": ["work_items"], "expires_on": last_day.isoformat()}
    page = story.clients["Mira"].post(path(story, "tokens/"), said).content.decode()
    token = page.split('<code class="code-chip">')[1].split("<")[0]
    assert tell(story, token, key, state, at).status_code == 200
    return token


@when(parsers.parse(TELLS.replace("{verb}", "tells")))
def _(story: Story, token: str, key: str, state: str, at: str) -> None:
    tell(story, token, key, state, at)


def tell(story: Story, token: str, key: str, state: str, at: str) -> Any:
    news = {"items": [{"key": key, "state": state, "changed_at": at}]}
    story.page = Client().post(
        "/api/work-items/", json.dumps(news), content_type="application/json",
        headers={"Authorization": f"Bearer {token}"},
    )  # fmt: skip
    return story.page


@when("Mira revokes the token")
def _(story: Story) -> None:
    story.clients["Mira"].post(path(story, f"tokens/{ProjectToken.objects.get().pk}/revoke/"), {"deed": "revoke"})


@then("the program is told to ask for another token")
def _(story: Story) -> None:
    assert story.page.status_code == 401
    assert "the page Tokens of the project makes one" in story.page.json()["remedy"]


@when(parsers.parse('Mira hands in an export with "{key}" in the state "{state}" and the label "{label}"'))
@when(parsers.parse('she hands in an export with "{key}" in the state "{state}" and the label "{label}"'))
def _(story: Story, key: str, state: str, label: str) -> None:
    export = f"Issue key,Summary,Issue Type,Status,Labels,Updated\n{key},Grease it,Task,{state},{label},2026-03-04\n"
    board = Connector.objects.get(name="Crane board")
    file = SimpleUploadedFile("board.csv", export.encode())
    sent = story.clients["Mira"].post(path(story, f"connectors/{board.pk}/upload/"), {"file": file})
    story.address = sent["Location"]
    story.page = story.clients["Mira"].get(story.address)


def columns(story: Story) -> dict[str, str]:
    """What the form proposes, as a browser sends it."""
    form = story.page.context["preview"].form
    return {each.html_name: each.value() or "" for each in form.columns}


@then("she sees what would be taken, and nothing is taken yet")
def _(story: Story) -> None:
    assert "Grease it" in story.page.content.decode()
    assert not WorkItem.objects.exists()


@when("she confirms it")
def _(story: Story) -> None:
    assert story.clients["Mira"].post(story.address, {"deed": "confirm", **columns(story)}).status_code == 302


@when("she says that it means work in progress, and confirms it")
def _(story: Story) -> None:
    field = STATE.findall(story.page.content.decode())[0]
    said = {"deed": "confirm", field: "in_progress", **columns(story)}
    assert story.clients["Mira"].post(story.address, said).status_code == 302


@then(parsers.parse('she is asked what "{word}" means'))
def _(story: Story, word: str) -> None:
    assert "Some states are not known" in story.page.content.decode()
    assert word in story.page.content.decode()


@then(parsers.parse('she is not asked what "{word}" means'))
def _(story: Story, word: str) -> None:
    assert "Some states are not known" not in story.page.content.decode()


@then(parsers.parse('the page of work items says of "{what}" "{words}"'))
def _(story: Story, what: str, words: str) -> None:
    page = story.open("Mira", f"{story.project_path('New crane')}work-items/").content.decode()
    assert words in page[page.index(what) :]


@then(parsers.parse('work on "{what}" has started'))
def _(story: Story, what: str) -> None:
    project = story.projects["New crane"]
    assert project.deliverables.get(name=what).pk in started_on_of(project)


@then(parsers.parse('"{key}" is done'))
def _(key: str) -> None:
    assert WorkItem.objects.get(key=key).category == "done"


@then(parsers.parse('nobody knows of "{key}"'))
def _(key: str) -> None:
    assert not WorkItem.objects.filter(key=key).exists()


@when(parsers.parse('GitHub tells that an issue with the label "{label}" is in progress'))
def _(secret: str, label: str) -> None:
    assert deliver(issue(5, label), secret).status_code == 200


@when("somebody else tells the same with a wrong signature about another issue")
def _() -> None:
    assert deliver(issue(6, "D-1"), "guessed").status_code == 401


@then("nobody knows of that issue")
def _() -> None:
    assert not WorkItem.objects.filter(key="6").exists()


def issue(number: int, label: str) -> dict[str, Any]:
    labels = [{"name": "in progress"}, {"name": label}]
    told = {"number": number, "title": "Grease it", "state": "open", "labels": labels}
    return {"action": "labeled", "issue": {**told, "updated_at": "2026-03-04T10:00:00Z"}}


def deliver(payload: dict[str, Any], secret: str) -> Any:
    hook = Connector.objects.get(name="Crane app").hook
    sent = json.dumps(payload)
    signature = "sha256=" + hmac.new(secret.encode(), sent.encode(), hashlib.sha256).hexdigest()
    headers = {"X-GitHub-Event": "issues", "X-Hub-Signature-256": signature}
    return Client().post(f"/hooks/work-items/{hook}/", sent, content_type="application/json", headers=headers)
