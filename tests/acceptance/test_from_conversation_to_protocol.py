"""The steps from conversation to protocol. The tests in between are run by a pytest of their own, as CI would."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from datetime import timedelta
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_bdd import given, scenarios, then, when

from acceptance.story import Story
from office.reporting.pdf_text import pdf_text
from plumbline.engine.test_results import RunInfo, read, references_of
from plumbline.office.acceptance.models import Criterion, Deliverable
from plumbline.office.acceptance.session_models import AcceptanceSession, Protocol
from plumbline.office.foundation.clock import now
from plumbline.office.foundation.typeset import can_be_made
from plumbline.office.governance.actions import appoint
from plumbline.office.people.models import Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.actions import make_token

pytestmark = pytest.mark.django_db
scenarios("from_conversation_to_protocol.feature")
TEXT = "Scenario: High water\n  Given the gate is shut\n  When the water rises\n  Then no water comes through"


def send(story: Story, who: str, path: str, /, **said: Any) -> Any:
    story.page = story.clients[who].post(f"/o/{story.organisation().slug}/{path}", said)
    return story.page


def of_project(story: Story, path: str) -> str:
    return f"{story.project_path('Lock gate')}acceptance/{path}"


def of_session(path: str) -> str:
    return f"acceptance/sessions/{AcceptanceSession.objects.get().pk}/{path}"


@given('Mira manages "Lock gate", Bo will use it, Tess leads the team, and Quinn looks after quality')
def _(story: Story) -> None:
    project = story.add_project("Lock gate", story.enrol("Mira", Role.PROJECT_MANAGER))
    for name, role in (("Bo", "business_owner"), ("Tess", "team_lead"), ("Quinn", "quality_assurance")):
        appoint(project, by=None, role=role, person=story.enrol(name, Role.TEAM_MEMBER))


@given('Mira has written a criterion of the deliverable "Gate", in Gherkin')
def _(story: Story) -> None:
    send(story, "Mira", of_project(story, ""), name="Gate")
    gate = Deliverable.objects.get()
    written = {
        "title": "It is tight",
        "kind": "gherkin",
        "method": "test",
        "text": TEXT,
        "accepted_by": "business_owner",
    }
    send(story, "Mira", of_project(story, f"deliverables/{gate.pk}/new/"), **written)
    assert Criterion.objects.get().texts.get().text == TEXT


@given("Mira calls an acceptance session")
@when("Mira calls an acceptance session")
def _(story: Story) -> None:
    send(story, "Mira", of_project(story, "sessions/call/"), held_on="2026-03-02", place="At the gate")
    assert AcceptanceSession.objects.get().is_open


@then("the criterion cannot be put on the agenda, because nobody has agreed on it")
def _(story: Story) -> None:
    page = story.open("Mira", of_session("agenda/")).content.decode()
    assert "Nobody has agreed on its present text yet." in page
    send(story, "Mira", of_session("agenda/"), criteria=[Criterion.objects.get().pk])
    assert not AcceptanceSession.objects.get().items.exists()


@given("Bo agrees for business, Tess for development, and Quinn for test")
@when("Bo agrees for business, Tess for development, and Quinn for test")
def _(story: Story) -> None:
    criterion = Criterion.objects.get()
    for who, voice in (("Bo", "business"), ("Tess", "development"), ("Quinn", "test")):
        send(story, who, of_project(story, f"criteria/{criterion.pk}/agree/"), voice=voice, text="1")
    criterion.refresh_from_db()
    assert criterion.agreed_at


@when("Tess takes the skeletons along, fills in the steps, and lets pytest run them", target_fixture="results")
def _(story: Story, tmp_path: Path) -> bytes:
    packed = story.open("Tess", of_project(story, "pytest-bdd.zip")).content
    with zipfile.ZipFile(io.BytesIO(packed)) as files:
        files.extractall(tmp_path)
    (module,) = tmp_path.glob("D-1/test_*.py")
    module.write_text(re.sub(r"(?m)^    pending\(['\"].*$", "    assert True", module.read_text()))
    report = tmp_path / "report.xml"
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:django",
        "-p",
        "no:cacheprovider",
        f"--junitxml={report}",
    ]
    ran = subprocess.run([*command, str(module.parent)], cwd=tmp_path, capture_output=True, text=True, timeout=120)
    assert ran.returncode == 0, ran.stdout
    return report.read_bytes()


@then("the results name the criterion, and say that it passed")
def _(results: bytes) -> None:
    (result,) = [each for each in read([results]) if not isinstance(each, RunInfo)]
    assert result.status == "passed"
    assert "AC-1" in [each.to for each in references_of(result)]


@when("the build server hands the results in, by a token of the project")
def _(story: Story, results: bytes) -> None:
    project, mira = story.projects["Lock gate"], Person.objects.get(name="Mira")
    last_day = (now() + timedelta(days=30)).date()
    _, secret = make_token(project, by=mira, name="Build server", scopes=["test_runs"], expires_on=last_day)
    file = SimpleUploadedFile("report.xml", results)
    headers = {"authorization": f"Bearer {secret}"}
    answer = Client().post("/api/v1/test-runs/", {"file": file, "revision": "abc123"}, headers=headers)
    assert answer.status_code == 201, answer.content


@then("the criterion is green in the trace matrix")
def _(story: Story) -> None:
    page = story.open("Mira", of_project(story, "trace/")).content.decode()
    assert 'aria-label="Green"' in page
    assert "1 of 1 criteria have evidence" in page


@given("Mira puts the criterion on the agenda, with Tess to sign for the supplier")
@when("Mira puts the criterion on the agenda, with Tess to sign for the supplier")
def _(story: Story) -> None:
    send(story, "Mira", of_session("agenda/"), criteria=[Criterion.objects.get().pk])
    tess = Person.objects.get(name="Tess")
    send(story, "Mira", of_session("attendees/"), person=tess.pk, role="Team lead", side="supplier")
    assert AcceptanceSession.objects.get().items.count() == 1


@when("Bo accepts the criterion, and closes the session")
def _(story: Story) -> None:
    accept(story)
    send(story, "Bo", of_session("close/"), seen="1")


@then("the protocol waits for the signatures of Bo and Tess")
def _(story: Story) -> None:
    page = story.open("Mira", f"acceptance/protocols/{Protocol.objects.get().pk}/").content.decode()
    assert "Not signed yet" in page
    assert page.count("not yet</span>") == 2


@when("Bo and Tess sign")
def _(story: Story) -> None:
    protocol = Protocol.objects.get()
    for who in ("Bo", "Tess"):
        send(story, who, f"acceptance/protocols/{protocol.pk}/", digest=protocol.digest, confirmed="on")


@then("the protocol is signed, and its PDF has the text that was agreed on")
def _(story: Story) -> None:
    path = f"acceptance/protocols/{Protocol.objects.get().pk}/"
    assert "Not signed yet" not in story.open("Mira", path).content.decode()
    if can_be_made():
        words = " ".join(pdf_text(story.open("Mira", f"{path}protocol.pdf").content).split())
        for told in ("no water comes through", "Accepted", "Bo", "Tess"):
            assert told in words, told


@when("Mira changes the text of the criterion")
def _(story: Story) -> None:
    criterion = Criterion.objects.get()
    said = {
        "title": criterion.title,
        "kind": "gherkin",
        "method": "test",
        "accepted_by": "business_owner",
        "after": "1",
    }
    send(story, "Mira", of_project(story, f"criteria/{criterion.pk}/edit/"), text=TEXT.replace("no", "little"), **said)
    assert criterion.texts.count() == 2


@then("Bo cannot accept it, and reads why")
def _(story: Story) -> None:
    accept(story)
    page = unescape(story.open("Bo", of_session("")).content.decode())
    assert "It cannot be decided" in page
    assert "Nobody has agreed on its present text yet." in page
    assert not AcceptanceSession.objects.get().items.get().decisions.exists()


def accept(story: Story) -> None:
    text = Criterion.objects.get().texts.first()
    assert text is not None
    item = AcceptanceSession.objects.get().items.get()
    send(story, "Bo", of_session("decide/"), item=item.pk, text=text.pk, outcome="accepted")
