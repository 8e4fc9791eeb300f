"""The steps of archives and of deletion."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.pages import words_of
from acceptance.story import Story
from acceptance.under_a_standard import TODAY
from cli.running import command_line
from plumbline.office.archive.jobs import work_on_what_is_due
from plumbline.office.archive.models import Archive, UploadedPiece
from plumbline.office.archive.ownership import owned_models
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.models import AuditLine
from plumbline.office.foundation.worker import run_waiting_tasks
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("keep_and_leave.feature")
NEW_PASSWORD = "plumb-and-level-7"
GOING = "is going to be deleted"


@dataclass
class Week:
    """``now`` moves on as days go by; ``file`` is what was downloaded."""

    now: datetime = TODAY
    file: Path | None = None
    ran: Any = None
    organisation_id: int = 0
    seen: list[int] = field(default_factory=list)


@pytest.fixture
def week() -> Week:
    return Week()


def at(story: Story, path: str) -> str:
    return f"/o/{story.organisation().slug}/settings/{path}"


def content(answer: Any) -> bytes:
    return b"".join(answer.streaming_content)


def download(story: Story, who: str) -> Any:
    return story.clients[who].get(at(story, f"archive/{Archive.objects.get().pk}/"))


@given(parsers.parse('"{name}" is another PMO manager'))
def _(story: Story, name: str) -> None:
    story.enrol(name, Role.PMO_MANAGER)


@given(parsers.parse('an organisation "{organisation}" with the project "{project}"'))
def _(story: Story, organisation: str, project: str) -> None:
    story.enrol("Olav", Role.PMO_MANAGER, organisation)
    story.add_project(project, organisation=organisation)


@when(parsers.parse("{who} asks for an archive"))
def _(story: Story, who: str) -> None:
    story.page = story.clients[who].post(at(story, "archive/make/"), follow=True)
    assert "The archive is being made" in story.page.content.decode()
    run_waiting_tasks()
    story.page = story.clients[who].get(at(story, "archive/"))


@then(parsers.parse('{who} can download it, and it names "{name}"'))
def _(story: Story, who: str, name: str) -> None:
    assert "Download" in story.page.content.decode()
    answer = download(story, who)
    assert answer["Content-Type"] == "application/zip"
    data = content(answer)
    assert answer["Content-Length"] == str(len(data))
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert name in file.read("tables/projects.Project.jsonl").decode()
        assert name in file.read("csv/projects.csv").decode("utf-8-sig")
        story.page = b"".join(file.read(each) for each in file.namelist()).decode(errors="replace")


@then("it holds neither passwords nor keys")
def _(story: Story) -> None:
    assert not [each.password for each in Person.objects.all() if each.password in story.page]
    assert '"password"' not in story.page


@then("it is noted who made and who downloaded it")
def _() -> None:
    verbs = ["ask_for_archive", "make_archive", "download_archive"]
    assert [AuditLine.objects.get(verb=each).actor_name for each in verbs] == ["Dagny"] * 3


@then(parsers.parse("{who} sees that there is one and cannot download it"))
def _(story: Story, who: str) -> None:
    said = story.clients[who].get(at(story, "archive/")).content.decode()
    assert "Dagny" in said
    assert "Download" not in said
    assert download(story, who).status_code == 404


@when(parsers.parse("{days:d} days go by for the archive"))
def _(week: Week, days: int) -> None:
    week.now += timedelta(days=days)
    with clock_at(week.now):
        work_on_what_is_due()


@then(parsers.parse("{who} can no longer download it"))
def _(story: Story, who: str) -> None:
    assert download(story, who).status_code == 404
    assert "Its time is over" in story.clients[who].get(at(story, "archive/")).content.decode()


@when(parsers.parse("{who} opens the page of archives"))
def _(story: Story, who: str) -> None:
    story.page = story.clients[who].get(at(story, "archive/"))


@when(parsers.parse('{who} asks for deletion and types "{name}"'))
def _(story: Story, week: Week, who: str, name: str) -> None:
    week.organisation_id = story.organisation().pk
    assert "Make one first" in story.clients[who].get(at(story, "delete/")).content.decode()
    story.page = story.clients[who].post(at(story, "delete/"), {"name": name}, follow=True)


@then("the organisation is not announced to go")
@then("nobody is told yet that the organisation is going to be deleted")
def _(story: Story) -> None:
    assert GOING not in story.open("Osric", "portfolio/").content.decode()


@then(parsers.parse("{who} finds in the inbox that {asker} asks for it"))
def _(story: Story, who: str, asker: str) -> None:
    assert f"{asker} asks that Harbour Works be deleted." in story.open(who, "inbox/").content.decode()


@when(parsers.parse("{who} confirms the deletion"))
def _(story: Story, who: str) -> None:
    story.page = story.clients[who].post(at(story, "delete/confirm/"))


@when(parsers.parse("{who} withdraws the deletion"))
def _(story: Story, who: str) -> None:
    story.page = story.clients[who].post(at(story, "delete/withdraw/"))


@then(parsers.parse("{who} reads on every page that the organisation is going to be deleted"))
def _(story: Story, who: str) -> None:
    for path in ("search/", "inbox/", "projects/1/"):
        answer = story.open(who, path)
        assert answer.status_code != 200 or GOING in answer.content.decode(), path
    assert GOING in story.open(who, "search/").content.decode()


@then("the organisation is still there")
def _(story: Story, week: Week) -> None:
    assert Project.objects.filter(organisation=story.organisation()).exists()


@then("nothing of the organisation is left but one line that says who wished it")
def _(week: Week) -> None:
    assert not Organisation.objects.filter(pk=week.organisation_id).exists()
    assert not [each.label for each in owned_models().values() if each.rows(week.organisation_id).exists()]
    line = AuditLine.objects.get(verb="delete_organisation")
    assert (line.scope, line.object_label) == (None, "Harbour Works")
    assert line.details["asked_by"].startswith("Dagny <")
    assert not Person.objects.filter(email__contains="harbour").exists()


@then(parsers.parse('"{organisation}" still has the project "{project}"'))
def _(story: Story, organisation: str, project: str) -> None:
    assert story.open("Olav", story.project_path(project), organisation).status_code == 200


@when(parsers.parse("{who} downloads it and the organisation is deleted"))
def _(story: Story, week: Week, who: str, tmp_path: Path) -> None:
    week.file = tmp_path / "archive.zip"
    week.file.write_bytes(content(download(story, who)))
    story.clients[who].post(at(story, "delete/"), {"name": "Harbour Works"})
    with clock_at(TODAY + timedelta(days=22)):
        work_on_what_is_due()
    assert not Organisation.objects.exists()


@when("the operator restores it by the command line")
def _(week: Week) -> None:
    week.ran = command_line(f"plumbline archive restore {week.file}")


@then(parsers.parse('{who} finds the project "{project}" where it was'))
def _(story: Story, week: Week, who: str, project: str) -> None:
    assert week.ran.exit_code == 0, week.ran
    assert "Harbour Works is at /o/harbour-works/" in week.ran.output
    person = Person.objects.get(name=who)
    story.clients[who].force_login(person, "allauth.account.auth_backends.AuthenticationBackend")
    assert project in story.open(who, story.project_path(project)).content.decode()


@then("the operator is told to choose another address")
def _(week: Week) -> None:
    assert week.ran.exit_code == 2
    assert "--address harbour-works-2" in week.ran.errors


def upload(story: Story, week: Week, content: bytes) -> None:
    assert week.file
    Person.objects.all().delete()  # on a new machine not even an account is left
    story.clients["somebody"] = Client()
    assert "Bring it back" in story.clients["somebody"].get("/set-up/").content.decode()
    sent = SimpleUploadedFile("harbour.zip", content, "application/zip")
    story.page = story.clients["somebody"].post("/set-up/archive/", {"archive": sent}, follow=True)
    assert "In the queue" in story.page.content.decode()
    run_waiting_tasks()
    story.page = story.clients["somebody"].get("/set-up/archive/progress/")


@when("somebody uploads it to the empty installation")
def _(story: Story, week: Week) -> None:
    assert week.file
    upload(story, week, week.file.read_bytes())


@when("somebody uploads it to the empty installation, damaged on the way")
def _(story: Story, week: Week) -> None:
    assert week.file
    upload(story, week, week.file.read_bytes()[:-3000])


@then(parsers.parse('they read that it holds "{organisation}" with {count:d} project, and nothing is there yet'))
def _(story: Story, organisation: str, count: int) -> None:
    words = words_of(story.page)
    assert organisation in words
    assert f"Projects {count}" in words
    assert not Organisation.objects.exists()


@when("they confirm it as Dagny")
def _(story: Story) -> None:
    manager = story.page.context["form"].fields["manager"].choices[0][0]
    chosen = {"slug": "harbour-works", "manager": manager, "password": NEW_PASSWORD}
    story.page = story.clients["somebody"].post("/set-up/archive/progress/", chosen, follow=True)
    assert "being taken up" in words_of(story.page)
    run_waiting_tasks()
    story.page = story.clients["somebody"].get("/set-up/archive/progress/")


@then(parsers.parse('they are told that "{organisation}" is taken up'))
def _(story: Story, organisation: str) -> None:
    assert f"{organisation} is here" in words_of(story.page)


@then(parsers.parse('{who} signs in with the new password and finds the project "{project}"'))
def _(story: Story, who: str, project: str) -> None:
    client = story.clients[who] = Client()
    client.post("/accounts/login/", {"login": Person.objects.get(name=who).email, "password": NEW_PASSWORD})
    assert project in story.open(who, story.project_path(project)).content.decode()


@then("it is noted which archive was taken up")
def _() -> None:
    line = AuditLine.objects.get(verb="restore_organisation")
    assert line.details["file"] == "harbour.zip"
    assert len(line.details["digest"]) == 64
    assert "dagny" in line.details["let_in"]


@then("nobody can upload another archive")
def _(story: Story) -> None:
    assert Client().get("/set-up/archive/").status_code == 404
    assert not UploadedPiece.objects.exists()


@then("the installation is as empty as before")
def _() -> None:
    assert not Person.objects.exists()
    assert not UploadedPiece.objects.exists()
    assert Client().get("/accounts/login/")["Location"] == "/set-up/"
