"""Every readable plan file becomes an assessed plan version, through the upload page."""

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
from plumbline.office.imports.models import Upload
from plumbline.office.people.models import Person
from plumbline.office.projects.models import PlanVersion, Project

pytestmark = [pytest.mark.real_data, pytest.mark.django_db(transaction=True)]
ON_POSTGRESQL = "postgresql" in settings.DATABASES["default"]["ENGINE"]
once = pytest.mark.skipif(
    ON_POSTGRESQL, reason="large files go through on SQLite only: a database is not what they try"
)


def test_there_are_files_of_both_programs() -> None:
    endings = {each.name.removesuffix(".gz").rpartition(".")[2] for each in GOOD}
    assert len(GOOD) > 50
    assert endings == {"xer", "xml"}


@pytest.mark.parametrize(
    "path",
    [pytest.param(each, marks=[once] if any(word in each.name for word in LARGE) else []) for each in GOOD],
    ids=[each.name for each in GOOD],
)
def test_a_readable_file_goes_through_the_upload_page_to_an_assessment(
    crossing: Project, mira: Person, signed_in: Callable[[Person], Client], path: Path
) -> None:
    client, data = signed_in(mira), path.read_bytes()
    address = f"/o/harbour-works/projects/{crossing.pk}/upload/"
    sent = client.post(address, {"plan": SimpleUploadedFile(path.name, data)})
    assert sent.status_code == 302
    run_waiting_tasks()
    assert "Record this plan" in client.get(sent["Location"]).content.decode()
    last = len(Upload.objects.get().preview) - 1
    assert client.post(sent["Location"] + "confirm/", {"chosen": str(last), "message": "By hand"}).status_code == 302
    run_waiting_tasks()
    assert "Recorded and assessed" in client.get(sent["Location"]).content.decode()
    version, assessment = PlanVersion.objects.get(), Assessment.objects.get()
    chosen = readers.read(data, path.name).schedules[last]
    assert version.activity_count == sum(not each.is_summary for each in chosen.activities)
    assert assessment.plan_version == version
    assert Finding.objects.filter(assessment=assessment).count() >= 14
    answer = client.get(f"/o/harbour-works/projects/{crossing.pk}/plans/1/original/")
    assert answer.content == data
