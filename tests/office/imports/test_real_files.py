"""Every readable plan file becomes an assessed plan version, through the actions and through the pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from cli.test_real_files import GOOD, LARGE
from plumbline.engine import readers
from plumbline.office.assurance.models import Assessment, Finding
from plumbline.office.foundation.worker import run_waiting_tasks
from plumbline.office.imports.actions import confirm, receive
from plumbline.office.imports.models import Upload
from plumbline.office.people.models import Person
from plumbline.office.projects.models import PlanVersion, Project

pytestmark = [pytest.mark.real_data, pytest.mark.django_db(transaction=True)]
THROUGH_THE_PAGES = ("encoding1251.xer", "not updated.xml", "msp_1000_update_1.xml.gz", "p6_50_update_2.xer")
ON_POSTGRESQL = "postgresql" in settings.DATABASES["default"]["ENGINE"]
once = pytest.mark.skipif(
    ON_POSTGRESQL, reason="large files go through on SQLite only: a database is not what they try"
)
by_name = {each.name: each for each in GOOD}


def test_there_are_files_of_both_programs() -> None:
    assert len(GOOD) > 50
    assert set(by_name) >= set(THROUGH_THE_PAGES)


@pytest.mark.parametrize(
    "path",
    [pytest.param(each, marks=[once] if any(word in each.name for word in LARGE) else []) for each in GOOD],
    ids=[each.name for each in GOOD],
)
def test_a_readable_file_is_recorded_and_assessed(crossing: Project, mira: Person, path: Path) -> None:
    data = path.read_bytes()
    upload = receive(crossing, path.name, data, by=mira)
    run_waiting_tasks()
    upload.refresh_from_db()
    assert upload.state == Upload.State.READABLE, upload.problems
    confirm(upload, chosen=len(upload.preview) - 1, message=path.name, by=mira)
    run_waiting_tasks()
    upload.refresh_from_db()
    assert upload.state == Upload.State.RECORDED, upload.problems
    version = PlanVersion.objects.get()
    chosen = readers.read(data, path.name).schedules[upload.chosen]
    assert version.activity_count == sum(not each.is_summary for each in chosen.activities)
    assessment = Assessment.objects.get()
    assert assessment.plan_version == version
    assert Finding.objects.filter(assessment=assessment).count() >= 14


@pytest.mark.parametrize("name", THROUGH_THE_PAGES)
def test_a_file_goes_in_by_the_front_door(
    crossing: Project, mira: Person, signed_in: Callable[[Person], Client], name: str
) -> None:
    client = signed_in(mira)
    data = by_name[name].read_bytes()
    sent = client.post(f"/o/harbour-works/projects/{crossing.pk}/upload/", {"plan": SimpleUploadedFile(name, data)})
    assert sent.status_code == 302
    run_waiting_tasks()
    page = client.get(sent["Location"]).content.decode()
    assert "Record this plan" in page
    assert client.post(sent["Location"] + "confirm/", {"chosen": "0", "message": "By hand"}).status_code == 302
    run_waiting_tasks()
    assert "Recorded and assessed" in client.get(sent["Location"]).content.decode()
    answer = client.get(f"/o/harbour-works/projects/{crossing.pk}/plans/1/original/")
    assert answer.content == data
    assert name.split(".", maxsplit=1)[0] in answer["Content-Disposition"]
