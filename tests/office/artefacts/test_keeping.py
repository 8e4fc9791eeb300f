"""Versions are kept for good, whatever they are; a text is never lost; and nobody approves their own."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from office.artefacts.conftest import approved
from office.conftest import Enrol
from plumbline.office.artefacts import actions
from plumbline.office.artefacts.models import LONGEST_TEXT, ArtefactDocument, ArtefactVersion, KeptFile, SavedText
from plumbline.office.foundation.models import AuditLine
from plumbline.office.governance.actions import appoint
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project

pytestmark = pytest.mark.django_db


def test_all_who_wrote_since_the_last_approval_are_authors(
    project: Project, mira: Person, ada: Person, osric: Person
) -> None:
    actions.save_text(project, "charter", by=ada, text="Ada", after=0)
    first = actions.keep_text(project, "charter", by=mira, text="Ada and Mira", after=1, what_changed="")
    second = actions.keep_text(project, "charter", by=mira, text="Mira", after=2, what_changed="")
    assert set(first.authors.all()) == set(second.authors.all()) == {ada, mira}
    approved(second, osric)
    third = actions.keep_text(project, "charter", by=mira, text="Mira again", after=3, what_changed="")
    assert set(third.authors.all()) == {mira}


def test_a_comma_of_somebody_else_does_not_let_an_author_approve(project: Project, mira: Person, osric: Person) -> None:
    actions.keep_text(project, "charter", by=osric, text="All mine", after=0, what_changed="")
    actions.keep_file(project, "charter", by=mira, filename="a.txt", data=b"All mine.", what_changed="A full stop")
    version = actions.keep_text(project, "charter", by=mira, text="All mine.", after=1, what_changed="A full stop")
    approval = actions.ask_for_approval(version, by=mira)
    with pytest.raises(ValidationError, match="somebody else has to decide"):
        actions.decide_approval(approval, by=osric, approve=True)


def test_who_wrote_on_from_an_older_text_is_told_and_nothing_is_overwritten(
    project: Project, mira: Person, ada: Person
) -> None:
    actions.save_text(project, "charter", by=ada, text="Ada", after=0)
    with pytest.raises(actions.SavedMeanwhile, match="Ada Quay saved another text"):
        actions.keep_text(project, "charter", by=mira, text="Mira", after=0, what_changed="")
    assert [each.text for each in SavedText.objects.all()] == ["Ada"]
    assert not ArtefactVersion.objects.exists()


def test_the_same_text_is_saved_once_and_kept_once(project: Project, mira: Person, charter: ArtefactVersion) -> None:
    lines = AuditLine.objects.count()
    actions.save_text(project, "charter", by=mira, text="We build.", after=1)
    assert AuditLine.objects.count() == lines
    with pytest.raises(ValidationError, match="version 1 word for word"):
        actions.keep_text(project, "charter", by=mira, text="We build.", after=1, what_changed="")
    assert charter.document.saved_texts.count() == 1


@pytest.mark.parametrize("text", ["", "  \n", "é" * (LONGEST_TEXT // 2 + 1)])
def test_no_text_and_too_much_text_are_refused(project: Project, mira: Person, text: str) -> None:
    with pytest.raises(ValidationError):
        actions.save_text(project, "charter", by=mira, text=text, after=0)
    assert not ArtefactDocument.objects.exists()


def test_an_artefact_that_the_standard_does_not_name_is_refused(project: Project, mira: Person) -> None:
    with pytest.raises(ValidationError, match="no such artefact"):
        actions.save_text(project, "shopping_list", by=mira, text="Milk", after=0)


def test_the_same_file_is_kept_once_however_often_it_comes(project: Project, mira: Person) -> None:
    for name in ("charter", "business_case"):
        actions.keep_file(project, name, by=mira, filename="a.pdf", data=b"%PDF-1.7", what_changed="")
    assert KeptFile.objects.count() == 1


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "vbscript:x", "ftp://a.example/"])
def test_a_link_is_a_web_address(project: Project, mira: Person, link: str) -> None:
    with pytest.raises(ValidationError):
        actions.keep_link(project, "charter", by=mira, link=link, label="Charter", what_changed="")


@pytest.mark.parametrize("model", [SavedText, ArtefactVersion])
def test_the_database_refuses_to_change_what_was_kept(charter: ArtefactVersion, model: type) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.update(number=7)  # type: ignore[attr-defined]
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.all()._raw_delete("default")  # type: ignore[attr-defined]


def test_an_author_who_only_saved_a_text_does_not_approve(project: Project, mira: Person, osric: Person) -> None:
    actions.save_text(project, "charter", by=osric, text="Osric", after=0)
    version = actions.keep_text(project, "charter", by=mira, text="Osric and Mira", after=1, what_changed="")
    approval = actions.ask_for_approval(version, by=mira)
    with pytest.raises(ValidationError, match="somebody else has to decide"):
        actions.decide_approval(approval, by=osric, approve=True)


def test_who_asked_does_not_approve(charter: ArtefactVersion, osric: Person) -> None:
    approval = actions.ask_for_approval(charter, by=osric)
    with pytest.raises(ValidationError, match="somebody else has to decide"):
        actions.decide_approval(approval, by=osric, approve=True)


def test_whoever_is_appointed_approves_in_place_of_the_usual_sponsor(
    project: Project, charter: ArtefactVersion, mira: Person, ada: Person, osric: Person
) -> None:
    approval = actions.ask_for_approval(charter, by=mira)
    appoint(project, by=None, role="sponsor", person=ada)
    with pytest.raises(ValidationError, match="Only who has the role “Sponsor”"):
        actions.decide_approval(approval, by=osric, approve=True)
    actions.decide_approval(approval, by=ada, approve=True)


def test_what_was_decided_is_not_decided_again(charter: ArtefactVersion, mira: Person, osric: Person) -> None:
    approval = actions.ask_for_approval(charter, by=mira)
    actions.decide_approval(approval, by=osric, approve=False, note="When?")
    with pytest.raises(ValidationError, match="sent back"):
        actions.decide_approval(approval, by=osric, approve=True)
    with pytest.raises(ValidationError, match="Keep a new version"):
        actions.ask_for_approval(charter, by=mira)


def test_a_newer_version_overtakes_what_waits(
    project: Project, charter: ArtefactVersion, mira: Person, osric: Person
) -> None:
    approval = actions.ask_for_approval(charter, by=mira)
    actions.keep_link(project, "charter", by=mira, link="https://a.example/", label="Charter", what_changed="")
    with pytest.raises(ValidationError, match="overtaken"):
        actions.decide_approval(approval, by=osric, approve=True)
    with pytest.raises(ValidationError, match="newer version"):
        actions.ask_for_approval(charter, by=mira)


def test_only_what_is_approved_is_confirmed(charter: ArtefactVersion, mira: Person, osric: Person) -> None:
    with pytest.raises(ValidationError, match="nothing to confirm"):
        actions.confirm_review(charter.document, by=mira)
    approved(charter, osric)
    assert actions.confirm_review(charter.document, by=mira).version == charter


def test_every_deed_leaves_a_line(charter: ArtefactVersion, osric: Person, harbour: Organisation) -> None:
    approved(charter, osric)
    verbs = AuditLine.objects.filter(scope=harbour.pk).values_list("verb", flat=True)
    assert {"keep_artefact_version", "ask_for_artefact_approval", "decide_artefact_approval"} <= set(verbs)


def test_a_team_member_with_a_part_writes_and_another_does_not(
    project: Project, harbour: Organisation, enrol: Enrol, signed_in: object
) -> None:
    lior, sunniva = (enrol(harbour, Role.TEAM_MEMBER, name).person for name in ("Lior", "Sunniva"))
    appoint(project, by=None, role="team_lead", person=lior)
    address = f"/o/{harbour.slug}/projects/{project.pk}/artefacts/requirements/edit/"
    fields = {"text": "The crossing bears a crane.", "after": 0, "do": "keep"}
    assert signed_in(sunniva).post(address, fields).status_code == 403  # type: ignore[operator]
    assert signed_in(lior).post(address, fields).status_code == 302  # type: ignore[operator]
