"""A file of another program takes the same way as one of our own formats."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from conversion.written_mpx import MPX
from plumbline import conversion
from plumbline.conversion.installation import HOW_TO_INSTALL
from plumbline.office.foundation.worker import run_waiting_tasks
from plumbline.office.imports.actions import confirm, receive
from plumbline.office.imports.models import Upload
from plumbline.office.imports.originals import bytes_of
from plumbline.office.people.models import Person
from plumbline.office.projects.models import PlanVersion, Project

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not conversion.is_installed(), reason=f"no MPXJ or no Java: {HOW_TO_INSTALL}"),
]


def test_its_plan_is_recorded_and_its_original_kept(crossing: Project, mira: Person) -> None:
    upload = receive(crossing, "quay.mpx", MPX, by=mira)
    run_waiting_tasks()
    upload.refresh_from_db()
    assert upload.state == Upload.State.READABLE, upload.problems
    confirm(upload, chosen=0, message="", by=mira)
    run_waiting_tasks()
    version = PlanVersion.objects.get()
    assert version.source_format == "Microsoft Project exchange file (.mpx)"
    assert version.activity_count == 6
    upload.refresh_from_db()
    assert upload.original is not None
    assert bytes_of(upload.original) == MPX


def test_the_upload_page_offers_it(crossing: Project, mira: Person, signed_in: Callable[[Person], Client]) -> None:
    page = signed_in(mira).get(f"/o/harbour-works/projects/{crossing.pk}/upload/").content.decode()
    assert ".gan" in page
    assert "or the .mpp file as it is" in page
    assert "Other programs" in page
