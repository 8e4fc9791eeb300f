"""A draft is written by some and approved by others; once closed it changes no more, and every step is kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from engine.standard.whole_standard import whole_standard
from plumbline.office.foundation.models import AuditLine
from plumbline.office.people.actions import add_person
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.standards import actions, draft_pages, queries
from plumbline.office.standards.actions import publish_builtin
from plumbline.office.standards.folders import packed
from plumbline.office.standards.models import StandardDraft

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]


@pytest.fixture
def reviewer(harbour: Organisation) -> Person:
    return add_person(harbour, by=None, email="rose@harbour.example", name="Rose", role=Role.PMO_STAFF).person


@pytest.fixture
def draft(harbour: Organisation, ada: Person) -> StandardDraft:
    return actions.begin_draft(harbour, by=ada, title="Ours", files=whole_standard())


def approved(draft: StandardDraft, author: Person, reviewer: Person) -> StandardDraft:
    actions.submit_draft(draft, by=author)
    actions.remark(draft, by=reviewer, verdict="approve")
    return draft


def refusal(do: Callable[[], object]) -> str:
    with pytest.raises(ValidationError) as refused:
        do()
    return " ".join(refused.value.messages)


def test_what_was_approved_is_published_and_closed(
    draft: StandardDraft, harbour: Organisation, ada: Person, reviewer: Person
) -> None:
    version = actions.publish_draft(approved(draft, ada, reviewer), by=reviewer)
    draft.refresh_from_db()
    assert queries.in_force(harbour) == version == draft.published_as
    assert version.content_hash == queries.standard_of(version).content_hash
    for again in (
        lambda: actions.change_page(draft, by=ada, path="roles.yaml", text="x"),
        lambda: actions.remove_page(draft, by=ada, path="roles.yaml"),
        lambda: actions.submit_draft(draft, by=ada),
        lambda: actions.remark(draft, by=reviewer, verdict="comment", text="Late."),
        lambda: actions.publish_draft(draft, by=ada),
        lambda: actions.withdraw_draft(draft, by=ada),
    ):
        assert "does not change any more" in refusal(again)


def test_a_change_after_the_approval_makes_it_void(draft: StandardDraft, ada: Person, reviewer: Person) -> None:
    approved(draft, ada, reviewer)
    actions.change_page(draft, by=ada, path="guidance/missing_logic.md", text="# Another\n")
    actions.submit_draft(draft, by=ada)
    assert "Nobody but its authors" in refusal(lambda: actions.publish_draft(draft, by=reviewer))


def test_who_approved_and_then_writes_is_an_author(draft: StandardDraft, ada: Person, reviewer: Person) -> None:
    """And the approval does not come back to life when the change is taken back."""
    approved(draft, ada, reviewer)
    before = draft.files["guidance/missing_logic.md"]
    for text in ("# Another\n", before):
        actions.change_page(draft, by=reviewer, path="guidance/missing_logic.md", text=text)
    actions.submit_draft(draft, by=ada)
    assert "Nobody but its authors" in refusal(lambda: actions.publish_draft(draft, by=ada))


def test_the_same_text_again_is_no_change(draft: StandardDraft, reviewer: Person) -> None:
    actions.change_page(draft, by=reviewer, path="roles.yaml", text=draft.files["roles.yaml"])
    assert not draft.changes.filter(person=reviewer).exists()


@pytest.mark.parametrize("path", ["../roles.yaml", "based_on/predictive/rules.yaml", "notes.txt", "Guidance/x.md", ""])
def test_a_path_that_no_standard_has_is_refused(draft: StandardDraft, ada: Person, path: str) -> None:
    assert "no file of this name" in refusal(lambda: actions.change_page(draft, by=ada, path=path, text="x"))


def test_a_text_that_is_too_long_is_refused(draft: StandardDraft, ada: Person) -> None:
    long = "x" * (256 * 1024 + 1)
    assert "longer than 256 KB" in refusal(lambda: actions.change_page(draft, by=ada, path="roles.yaml", text=long))


def test_a_file_is_removed_and_the_draft_says_what_is_missing(
    draft: StandardDraft, ada: Person, signed_in: SignedIn
) -> None:
    signed_in(ada).post(f"/o/harbour-works/standards/drafts/{draft.pk}/page/remove/", {"path": "templates/brief.md"})
    page = signed_in(ada).get(f"/o/harbour-works/standards/drafts/{draft.pk}/").content.decode()
    assert "templates/brief.md is missing" in page
    assert "no file templates/brief.md" in refusal(
        lambda: actions.remove_page(draft, by=ada, path="templates/brief.md")
    )


def test_a_comment_needs_words_and_an_approval_a_review(draft: StandardDraft, reviewer: Person) -> None:
    assert "Say in a sentence" in refusal(lambda: actions.remark(draft, by=reviewer, verdict="comment", text=" "))
    assert "still being written" in refusal(lambda: actions.remark(draft, by=reviewer, verdict="approve"))


def test_every_step_leaves_its_line(draft: StandardDraft, ada: Person, reviewer: Person) -> None:
    actions.publish_draft(approved(draft, ada, reviewer), by=reviewer)
    verbs = AuditLine.objects.filter(verb__contains="standard").order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == [
        "begin_standard_draft",
        "submit_standard_draft",
        "remark_on_standard_draft",
        "publish_standard",
        "publish_standard_draft",
    ]


@pytest.mark.parametrize("source", ["predictive", "pm2", "folder"])
def test_a_draft_begins_with_the_library_or_a_folder(
    harbour: Organisation, ada: Person, signed_in: SignedIn, source: str
) -> None:
    folder = packed("ours", {name: content.decode() for name, content in whole_standard().items()})
    fields = {"title": "A new one", "source": source}
    if source == "folder":
        fields["folder"] = SimpleUploadedFile("ours.zip", folder)
    answer = signed_in(ada).post("/o/harbour-works/standards/drafts/begin/", fields)
    found = StandardDraft.objects.get()
    assert answer["Location"] == f"/o/harbour-works/standards/drafts/{found.pk}/"
    assert "Ready to be sent to review" in signed_in(ada).get(answer["Location"]).content.decode()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"title": "x", "source": "folder"}, "Choose the ZIP file"),
        ({"title": "", "source": "predictive"}, "required"),
        ({"title": "x", "source": "nonsense"}, "valid choice"),
    ],
)
def test_what_is_missing_to_begin_is_said(
    harbour: Organisation, ada: Person, signed_in: SignedIn, fields: dict[str, str], words: str
) -> None:
    page = signed_in(ada).post("/o/harbour-works/standards/drafts/begin/", fields).content.decode()
    assert words in page
    assert not StandardDraft.objects.exists()


def test_a_folder_that_is_none_is_told_by_its_field(harbour: Organisation, ada: Person, signed_in: SignedIn) -> None:
    fields = {"title": "x", "source": "folder", "folder": SimpleUploadedFile("x.zip", b"no zip")}
    assert "no ZIP file" in signed_in(ada).post("/o/harbour-works/standards/drafts/begin/", fields).content.decode()


def test_a_script_in_a_page_is_shown_as_text(draft: StandardDraft, ada: Person, signed_in: SignedIn) -> None:
    actions.change_page(draft, by=ada, path="templates/brief.md", text="# Brief\n\n<script>alert(1)</script>\n")
    address = f"/o/harbour-works/standards/drafts/{draft.pk}/page/?path=templates/brief.md"
    assert "<script>alert" not in signed_in(ada).get(address).content.decode()


def test_for_another_organisation_there_is_no_draft(
    draft: StandardDraft, northern: Organisation, olav: Person, signed_in: SignedIn
) -> None:
    for part in ("", "page/?path=roles.yaml", "folder.zip", "withdraw/"):
        assert signed_in(olav).get(f"/o/northern-line/standards/drafts/{draft.pk}/{part}").status_code == 404


def test_a_change_says_whether_the_standard_lets_it_be_tailored(harbour: Organisation, ada: Person) -> None:
    publish_builtin(harbour, "predictive", by=None)
    current = queries.in_force(harbour)
    assert current is not None
    files = {name: text.encode() for name, text in current.files.items()}
    files["rules.yaml"] = files["rules.yaml"].replace(
        b"limit: 0\n    severity: major", b"limit: 3\n    severity: major", 1
    )
    files["standard.yaml"] = files["standard.yaml"].replace(b"degree: controlling", b"degree: directive", 1)
    draft = actions.begin_draft(harbour, by=ada, title="Ours", files=files, begun_from=current)
    page = draft_pages.page_of(draft, ada)
    seen = {each.about.key: each.approves for _, found in page.changes for each in found}
    assert seen == {"rules.leads.limit": "Project Management Office", "control.degree": ""}
    assert page.beyond == 1
