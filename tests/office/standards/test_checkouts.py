"""A git checkout is read as it lies there: its commit told without git, and nothing outside the folder followed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from pytest_django import Settings

from office.standards.git_checkouts import Repository
from plumbline.engine.standard.load import MAX_FILES, MAX_TOTAL_BYTES
from plumbline.office.foundation.models import AuditLine
from plumbline.office.people.models import Organisation, Person
from plumbline.office.standards import actions, checkouts
from plumbline.office.standards.models import StandardDraft


@pytest.fixture
def folder(tmp_path: Path, settings: Settings) -> Path:
    found = tmp_path / "standards"
    found.mkdir()
    settings.STANDARDS_FOLDER = str(found)
    return found


@pytest.fixture
def repository(folder: Path) -> Repository:
    return Repository(folder / "city")


def commit() -> str:
    found = checkouts.checkout("city")
    assert found is not None
    return found.commit


def refusal() -> str:
    found = checkouts.checkout("city")
    assert found is not None
    with pytest.raises(ValidationError) as refused:
        checkouts.files_of(found)
    return " ".join(refused.value.messages)


def test_its_files_are_those_that_lie_there_without_hidden_ones(repository: Repository) -> None:
    (found,) = checkouts.checkouts()
    assert "standard.yaml" in checkouts.files_of(found)
    assert not [each for each in checkouts.files_of(found) if each.startswith(".")]
    assert str(found) == f"git {repository.head()[:7]} of city"


def test_the_commit_is_told_of_a_branch_of_packed_branches_and_of_none(repository: Repository) -> None:
    assert commit() == repository.head()
    repository.git("pack-refs", "--all")
    assert commit() == repository.head()
    after = repository.commit(title="Revised")
    assert commit() == after
    repository.git("checkout", "--quiet", "--detach", "HEAD~1")
    assert commit() == repository.head() != after


def test_the_commit_is_told_of_a_worktree(folder: Path, repository: Repository) -> None:
    repository.git("worktree", "add", "--quiet", "-b", "next", str(folder / "beside"))
    beside = checkouts.checkout("beside")
    assert beside is not None
    assert beside.commit == repository.head()


def test_a_folder_within_a_checkout_has_its_commit(folder: Path, settings: Settings) -> None:
    outer = Repository(folder / "all")
    (outer.folder / "inner").mkdir()
    (outer.folder / "inner" / "standard.yaml").write_text("name: inner\n")
    (outer.folder / "standard.yaml").unlink()
    settings.STANDARDS_FOLDER = str(outer.folder)
    assert [(each.name, each.commit) for each in checkouts.checkouts()] == [("inner", outer.head())]


def test_the_folder_may_be_a_standard_itself(repository: Repository, settings: Settings) -> None:
    settings.STANDARDS_FOLDER = str(repository.folder)
    assert [each.name for each in checkouts.checkouts()] == ["city"]


def test_without_git_it_is_offered_without_a_commit(folder: Path) -> None:
    (folder / "plain").mkdir()
    (folder / "plain" / "standard.yaml").write_text("name: plain\n")
    assert [str(each) for each in checkouts.checkouts()] == ["folder plain"]


@pytest.mark.parametrize("named", ["", "/nowhere/at/all"])
def test_nothing_is_offered_where_there_is_no_folder(settings: Settings, named: str) -> None:
    settings.STANDARDS_FOLDER = named
    assert checkouts.checkouts() == []


@pytest.mark.parametrize(
    "head", ["ref: refs/heads/../../../../secret", "ref: /etc/passwd", "ref: refs/heads/main\0", "x" * 5000, ""]
)
def test_a_head_that_makes_no_sense_tells_no_commit(repository: Repository, head: str) -> None:
    (repository.folder / ".git" / "HEAD").write_text(head)
    assert commit() == ""


def test_git_files_outside_the_folder_are_not_read(tmp_path: Path, folder: Path) -> None:
    outside = Repository(tmp_path / "outside")
    (folder / "city").mkdir()
    (folder / "city" / "standard.yaml").write_text("name: city\n")
    (folder / "city" / ".git").write_text(f"gitdir: {outside.folder / '.git'}\n")
    assert commit() == ""
    (folder / "city" / ".git").unlink()
    (folder / "city" / ".git").symlink_to(outside.folder / ".git")
    assert commit() == ""


@pytest.mark.parametrize("place", ["guidance/secret.md", "secret"])
def test_a_link_that_leads_out_is_refused(tmp_path: Path, repository: Repository, place: str) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "key.md").write_text("secret")
    link = repository.folder / place
    link.symlink_to(tmp_path / "secret" / "key.md" if place.endswith(".md") else tmp_path / "secret")
    assert "leads out of the folder" in refusal()


def test_a_standard_that_is_a_link_out_of_the_folder_is_not_offered(tmp_path: Path, folder: Path) -> None:
    Repository(tmp_path / "outside")
    (folder / "city").symlink_to(tmp_path / "outside")
    assert checkouts.checkouts() == []


def test_a_link_that_goes_in_circles_and_a_pipe_are_refused(repository: Repository) -> None:
    (repository.folder / "round").symlink_to(repository.folder)
    assert "deep" in refusal()
    (repository.folder / "round").unlink()
    os.mkfifo(repository.folder / "pipe.md")
    assert "no file of this name" in refusal()


def test_what_is_too_much_is_refused(repository: Repository) -> None:
    big = repository.folder / "guidance" / "big.md"
    with big.open("wb") as file:
        file.truncate(MAX_TOTAL_BYTES + 1)
    assert "more than 8 MB" in refusal()
    big.unlink()
    for number in range(MAX_FILES + 1):
        (repository.folder / "guidance" / f"page_{number}.md").touch()
    assert "more than 1,000 files" in refusal()


def test_a_file_that_is_no_part_of_a_standard_is_named(repository: Repository) -> None:
    (repository.folder / "Makefile").write_text("all:\n")
    assert "'Makefile'" in refusal()


@pytest.mark.django_db
class TestReadAgain:
    @pytest.fixture
    def draft(self, repository: Repository, harbour: Organisation, ada: Person) -> StandardDraft:
        source = checkouts.checkout("city")
        assert source is not None
        files = checkouts.files_of(source)
        return actions.begin_draft(harbour, by=ada, title="Ours", files=files, checkout=source)

    def test_what_was_written_here_is_kept_with_the_change(
        self, draft: StandardDraft, repository: Repository, ada: Person
    ) -> None:
        actions.change_page(draft, by=ada, path="guidance/leads.md", text="# Leads\n\nOurs.\n")
        repository.commit(title="Revised")
        source = checkouts.checkout("city")
        assert source is not None
        actions.read_again(draft, by=ada, files=checkouts.files_of(source), checkout=source)
        draft.refresh_from_db()
        assert "Revised" in draft.files["standard.yaml"]
        replaced = draft.changes.get(what="read again").replaced
        assert replaced is not None
        assert replaced["guidance/leads.md"] == "# Leads\n\nOurs.\n"
        line = AuditLine.objects.get(verb="read_standard_draft_again")
        assert line.details["after"] == f"git {repository.head()[:7]} of city"

    def test_who_read_it_is_an_author(self, draft: StandardDraft, repository: Repository, mira: Person) -> None:
        source = checkouts.checkout("city")
        assert source is not None
        actions.read_again(draft, by=mira, files=checkouts.files_of(source), checkout=source)
        assert actions.drafts.is_author(draft, mira)

    def test_a_draft_from_elsewhere_or_withdrawn_stays_as_it_is(
        self, draft: StandardDraft, repository: Repository, ada: Person
    ) -> None:
        source = checkouts.checkout("city")
        assert source is not None
        other = actions.begin_draft(draft.organisation, by=ada, title="Other", files={"README.md": b"x"})
        with pytest.raises(ValidationError, match="did not come from"):
            actions.read_again(other, by=ada, files={}, checkout=source)
        actions.withdraw_draft(draft, by=ada)
        with pytest.raises(ValidationError, match="does not change any more"):
            actions.read_again(draft, by=ada, files={}, checkout=source)

    def test_a_checkout_that_has_gone_is_said_to_be_gone(
        self, draft: StandardDraft, settings: Settings, ada: Person
    ) -> None:
        settings.STANDARDS_FOLDER = ""
        client = Client()
        client.force_login(ada, "allauth.account.auth_backends.AuthenticationBackend")
        address = f"/o/harbour-works/standards/drafts/{draft.pk}/"
        for answer in (
            client.get(f"{address}read-again/", follow=True),
            client.post(f"{address}read-again/", follow=True),
        ):
            assert "there is nothing to read" in answer.content.decode()
        assert client.get(f"{address}folder.zip?before=1").status_code == 404
