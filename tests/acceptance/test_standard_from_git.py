"""The steps of beginning a draft from a git checkout."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pytest_bdd import given, parsers, scenarios, then, when
from pytest_django import Settings

from acceptance.story import Story
from office.standards.git_checkouts import Repository
from plumbline.office.standards.models import StandardDraft

pytestmark = pytest.mark.django_db
scenarios("standard_from_git.feature")


@pytest.fixture
def repository(tmp_path: Path, settings: Settings) -> Repository:
    settings.STANDARDS_FOLDER = str(tmp_path)
    return Repository(tmp_path / "city_standard")


@given(parsers.parse('the server has a checkout of the standard "{name}"'))
def _(repository: Repository, name: str) -> None:
    assert repository.folder.name == name


@given(parsers.parse('{who} has begun a draft from "{name}" and sent it to review'))
def _(story: Story, who: str, name: str) -> None:
    begin(story, who, name)
    post(story, who, f"{draft().pk}/submit/")
    assert draft().state == "review"


@when(parsers.parse('{who} begins a draft from "{name}"'))
def begin(story: Story, who: str, name: str) -> None:
    post(story, who, "begin/", title="The city's own", source=f"checkout of {name}")


@when(parsers.parse('the checkout gets another commit with the title "{title}"'))
def _(repository: Repository, title: str) -> None:
    repository.commit(title=title)


@when(parsers.parse("{who} reads the folder again"))
def _(story: Story, who: str) -> None:
    assert "Read it again" in story.open(who, f"standards/drafts/{draft().pk}/read-again/").content.decode()
    post(story, who, f"{draft().pk}/read-again/")


@when("Elowen looks at how a draft is begun")
def _(story: Story) -> None:
    story.open("Elowen", "standards/drafts/begin/")


@then(parsers.parse('the draft tells of the present commit of "{name}"'))
def _(story: Story, repository: Repository, name: str) -> None:
    assert f"git {repository.head()[:7]} of {name}" in page_of_draft(story)
    assert draft().commit == repository.head()


@then("the draft offers to read the folder again")
def _(story: Story) -> None:
    assert "Read the folder again" in page_of_draft(story)


@then(parsers.parse('the draft says "{text}"'))
def _(story: Story, text: str) -> None:
    assert text in page_of_draft(story)


@then("the draft is being written")
def _() -> None:
    assert draft().state == "draft"


@then("what it said before can still be downloaded")
def _(story: Story) -> None:
    change = draft().changes.get(what="read again")
    address = f"standards/drafts/{draft().pk}/folder.zip?before={change.pk}"
    assert f"?before={change.pk}" in page_of_draft(story)
    assert story.open("Elowen", address)["Content-Type"] == "application/zip"


@then("no checkout is offered")
def _(story: Story) -> None:
    assert "server&#x27;s folder" not in story.page.content.decode()


def draft() -> StandardDraft:
    return StandardDraft.objects.get()


def page_of_draft(story: Story) -> str:
    return str(story.open("Elowen", f"standards/drafts/{draft().pk}/").content.decode())


def post(story: Story, who: str, place: str, **fields: Any) -> None:
    story.page = story.clients[who].post(f"/o/{story.organisation().slug}/standards/drafts/{place}", fields)
    assert story.page.status_code == 302, story.page.content.decode()
