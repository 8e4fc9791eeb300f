"""The steps of bringing test results, and the same with curl at a server that really listens."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_bdd import given, parsers, scenarios, then, when
from pytest_django.live_server_helper import LiveServer

from acceptance.story import Story
from plumbline.office.acceptance.actions import add_criterion, add_deliverable, change_text
from plumbline.office.acceptance.models import Criterion
from plumbline.office.foundation.clock import clock_at, now
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.actions import make_token
from plumbline.office.projects.models import Project
from plumbline.office.test_runs.models import TestRun
from plumbline.office.test_runs.queries import evidence_of

scenarios("bring_test_results.feature")
ADDRESS = "/api/v1/test-runs/"
TITLES = ("It lifts ten tonnes", "It stops in the wind")
HOSTILE = b'<?xml version="1.0"?>\n<!-- tests -->\n<!DOCTYPE a [<!ENTITY b "bbbbbbbb">]>\n<testsuite/>'


def results(*endings: str) -> bytes:
    """Of the test of each criterion in turn: nothing where it passed."""
    cases = [
        f'<testcase classname="crane" name="test_ac{number}">{f"<{ending}/>" if ending else ""}</testcase>'
        for number, ending in enumerate(endings, 1)
    ]
    return f'<testsuite name="crane">{"".join(cases)}</testsuite>'.encode()


def token_of(project: Project) -> str:
    expires_on = (now() + timedelta(days=9)).date()
    return make_token(project, by=None, name="Build server", scopes=["test_runs"], expires_on=expires_on)[1]


def send(data: bytes, token: str = "") -> Any:
    headers = {"authorization": f"Bearer {token}"} if token else {}
    return Client().post(ADDRESS, {"file": SimpleUploadedFile("crane.xml", data)}, headers=headers)


def hand_in(story: Story, data: bytes) -> None:
    address = f"/o/{story.organisation().slug}/{story.project_path('New crane')}test-runs/hand-in/"
    story.page = story.clients["Mira"].post(address, {"results": SimpleUploadedFile("crane.xml", data)})


def standings(project: Project) -> dict[str, str]:
    return {each.criterion.title: each.standing.value for each in evidence_of(project)}


def crane(story: Story) -> Project:
    mira = story.enrol("Mira", Role.PROJECT_MANAGER)
    project = story.add_project("New crane", mira)
    lifting = add_deliverable(project, by=mira, name="Crane")
    for title in TITLES:
        add_criterion(lifting, by=mira, title=title, text=f"{title}.", tell=False)
    return project


@given('Mira manages the project "New crane", whose criteria are "It lifts ten tonnes" and "It stops in the wind"')
def _(story: Story) -> None:
    crane(story)


@given('the build server has a token of "New crane" for test results', target_fixture="token")
def _(story: Story) -> str:
    return token_of(story.projects["New crane"])


@given("a run in which the tests of both criteria passed")
@when("Mira hands in a file in which the tests of both criteria pass")
@when("Mira hands in the same file again")
def _(story: Story) -> None:
    hand_in(story, results("", ""))
    assert story.page.status_code == 302


@when('Mira hands in a file in which the test of "It lifts ten tonnes" fails')
def _(story: Story) -> None:
    hand_in(story, results("failure", ""))


@when("Mira hands in a file that names entities in its third line")
def _(story: Story) -> None:
    hand_in(story, HOSTILE)


@when('the build server sends a file in which the test of "It lifts ten tonnes" passes')
def _(story: Story, token: str) -> None:
    story.page = send(results(""), token)


@when("nobody runs the tests for 31 days", target_fixture="later")
def _() -> timedelta:
    return timedelta(days=31)


@when('Mira changes the text of "It stops in the wind"')
def _(story: Story) -> None:
    criterion = Criterion.objects.get(title="It stops in the wind")
    with clock_at(now() + timedelta(hours=1)):
        change_text(criterion, by=Person.objects.get(name="Mira"), text="It stops at 20 m/s.")


@pytest.fixture
def later() -> timedelta:
    return timedelta()


@then(parsers.re(r'"(?P<title>[^"]+)" is (?P<standing>\w+)$'))
def _(story: Story, title: str, standing: str) -> None:
    assert standings(story.projects["New crane"])[title] == standing


@then(parsers.re(r'"[^"]+" and "[^"]+" are (?P<standing>\w+)$'))
def _(story: Story, standing: str, later: timedelta) -> None:
    with clock_at(now() + later):
        assert standings(story.projects["New crane"]) == dict.fromkeys(TITLES, standing)


@then(parsers.parse('Mira reads "{words}" on the page of run 1'))
def _(story: Story, words: str) -> None:
    page = story.open("Mira", f"{story.project_path('New crane')}test-runs/1/").content.decode()
    assert words.lower() in " ".join(page.split()).lower()


@then("it is told that it is run 1 with 1 test passed")
def _(story: Story) -> None:
    assert story.page.status_code == 201
    told = story.page.json()
    assert (told["run"], told["new"], told["tests"], told["passed"]) == (1, True, 1, 1)


@then("without the token nothing is taken")
def _() -> None:
    assert send(results("failure")).status_code == 401
    assert TestRun.objects.count() == 1


@then(parsers.re(r"there (is|are) (?P<number>\d+) runs?$"))
def _(number: str) -> None:
    assert TestRun.objects.count() == int(number)


@then('Mira reads "Line 3" and that it is refused')
def _(story: Story) -> None:
    assert story.page.status_code == 200
    assert "Line 3" in story.page.content.decode()


@then(parsers.parse('Mira is told of "{words}"'))
def _(words: str) -> None:
    assert Notice.objects.filter(person__name="Mira", title__contains=words).exists()


@pytest.mark.django_db(transaction=True)
def test_curl_hands_in_a_file_at_a_server_that_listens(live_server: LiveServer, tmp_path: Path) -> None:
    curl = shutil.which("curl")
    if curl is None:
        pytest.skip("There is no curl on this machine, so that the line of the guide was not tried.")
    project = crane(Story())
    (tmp_path / "results.xml").write_bytes(results("", "failure"))
    line = [
        curl, "--silent", "--show-error", "--fail-with-body", "--noproxy", "*",
        "--header", f"Authorization: Bearer {token_of(project)}",
        "--form", "file=@results.xml", "--form", "revision=abc", f"{live_server.url}{ADDRESS}",
    ]  # fmt: skip
    told = [
        json.loads(subprocess.run(line, cwd=tmp_path, capture_output=True, timeout=60, check=True).stdout)
        for _ in range(2)
    ]
    assert [(each["run"], each["new"], each["revision"], each["failed"]) for each in told] == [
        (1, True, "abc", 1),
        (1, False, "abc", 1),
    ]
    assert standings(project) == dict(zip(TITLES, ("green", "red"), strict=True))
