"""An archive that is uploaded to an empty installation: who may, what is refused, and that it is done once."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from pytest_django import Settings

from plumbline.office.archive import actions
from plumbline.office.archive.erasing import erase
from plumbline.office.archive.jobs import work_on_what_is_due
from plumbline.office.archive.models import Restoration, UploadedPiece
from plumbline.office.archive.writing import write_archive
from plumbline.office.foundation.clock import clock_at, now
from plumbline.office.people.actions import set_up_first_organisation
from plumbline.office.people.models import Installation, Organisation, Person

pytestmark = pytest.mark.django_db(transaction=True)
State = Restoration.State
PASSWORD = "plumb-and-level-7"
ADA = {"organisation_name": "Harbour Works", "person_name": "Ada Quay", "email": "ada@harbour.example"}


@pytest.fixture
def archive(tmp_path: Path) -> bytes:
    """Of Harbour Works, and nothing is here any more."""
    organisation = set_up_first_organisation(**ADA, password="level-and-plumb-3").organisation
    path = tmp_path / "archive.zip"
    write_archive(organisation, path)
    with transaction.atomic():
        erase(organisation)
    Person.objects.all().delete()
    Installation.objects.all().delete()
    return path.read_bytes()


@pytest.fixture
def checked(archive: bytes) -> Restoration:
    found = actions.receive_upload("harbour.zip", [archive[:100], archive[100:]])
    actions.work_on_restoration(found.pk)
    found.refresh_from_db()
    return found


def confirmed(found: Restoration, **changed: str) -> Restoration:
    given = {"slug": "harbour-works", "manager": ADA["email"], "password": PASSWORD}
    return actions.confirm_restoration(found, **{**given, **changed})


def test_it_is_looked_into_before_anything_is_taken_up(checked: Restoration) -> None:
    assert (checked.state, checked.is_moving, checked.mistakes) == (State.CHECKED, False, [])
    assert (checked.found["organisation"], checked.found["slug"], checked.found["people"]) == (
        "Harbour Works", "harbour-works", 1,
    )  # fmt: skip
    assert checked.found["managers"] == [["ada@harbour.example", "Ada Quay"]]
    assert (checked.done, checked.parts) == (checked.parts, checked.parts)
    assert not Organisation.objects.exists()


def test_it_is_taken_up_at_the_address_that_was_chosen_and_its_manager_gets_in(checked: Restoration) -> None:
    confirmed(checked, slug="harbour")
    actions.work_on_restoration(checked.pk)
    checked.refresh_from_db()
    assert (checked.state, checked.password, checked.found["new_people"]) == (State.DONE, "", 1)
    assert Organisation.objects.get().slug == "harbour"
    assert Person.objects.get().check_password(PASSWORD)
    assert not UploadedPiece.objects.exists()


def test_what_is_confirmed_is_done_once(checked: Restoration) -> None:
    confirmed(checked)
    actions.work_on_restoration(checked.pk)
    actions.work_on_restoration(checked.pk)
    work_on_what_is_due()
    assert Organisation.objects.count() == 1
    with pytest.raises(ValidationError):
        confirmed(checked)


@pytest.mark.parametrize(
    ("field", "value"), [("slug", "no address"), ("manager", "mallory@x.example"), ("password", "short")]
)
def test_what_is_typed_wrong_is_told_at_its_field(checked: Restoration, field: str, value: str) -> None:
    with pytest.raises(ValidationError) as refused:
        confirmed(checked, **{field: value})
    assert list(refused.value.message_dict) == [field]


def test_whoever_sets_up_meanwhile_is_not_overtaken(checked: Restoration, archive: bytes) -> None:
    confirmed(checked)
    set_up_first_organisation(**ADA | {"organisation_name": "Northern Line"}, password=PASSWORD)
    actions.work_on_restoration(checked.pk)
    checked.refresh_from_db()
    assert checked.state == State.REFUSED
    assert "meanwhile" in checked.mistakes[0]
    assert Organisation.objects.get().name == "Northern Line"
    with pytest.raises(actions.AlreadySetUp):
        actions.receive_upload("again.zip", [archive])


def test_a_second_upload_takes_the_place_of_the_first(checked: Restoration) -> None:
    actions.receive_upload("other.zip", [b"no archive"])
    checked.refresh_from_db()
    assert (checked.state, UploadedPiece.objects.count()) == (State.REFUSED, 1)
    work_on_what_is_due()
    assert Restoration.objects.first().mistakes == ["archive.zip is no ZIP file, or it is damaged."]
    assert not UploadedPiece.objects.exists()


def test_what_nobody_confirms_within_a_day_goes(checked: Restoration) -> None:
    with clock_at(now() + timedelta(hours=25)):
        work_on_what_is_due()
    checked.refresh_from_db()
    assert (checked.state, UploadedPiece.objects.exists()) == (State.REFUSED, False)


def test_after_three_lost_tries_it_is_given_up(checked: Restoration) -> None:
    confirmed(checked)
    Restoration.objects.filter(pk=checked.pk).update(attempts=3)
    actions.work_on_restoration(checked.pk)
    checked.refresh_from_db()
    assert "stopped three times" in checked.mistakes[0]


def test_only_the_browser_that_uploaded_it_finds_it(archive: bytes) -> None:
    client = Client()
    client.post("/set-up/archive/", {"archive": SimpleUploadedFile("harbour.zip", archive)})
    assert client.get("/set-up/archive/progress/").status_code == 200
    assert Client().get("/set-up/archive/progress/").status_code == 404
    assert Session.objects.count() == 1


def test_an_empty_form_and_a_file_that_is_too_large_change_nothing(archive: bytes, settings: Settings) -> None:
    assert "required" in Client().post("/set-up/archive/", {}).content.decode()
    settings.ARCHIVE_LIMIT = 1000
    sent = {"archive": SimpleUploadedFile("harbour.zip", archive)}
    assert "too large for this page" in Client().post("/set-up/archive/", sent).content.decode()
    assert not Restoration.objects.exists()


def test_the_page_takes_large_files_only_while_nobody_is_there(settings: Settings, archive: bytes) -> None:
    settings.BODY_LIMIT = 100
    sent = lambda: {"archive": SimpleUploadedFile("harbour.zip", archive)}  # noqa: E731
    assert Client().post("/set-up/archive/", sent()).status_code == 302
    set_up_first_organisation(**ADA, password=PASSWORD)
    assert Client().post("/set-up/archive/", sent()).status_code == 413
    assert Client().get("/set-up/archive/").status_code == 404
