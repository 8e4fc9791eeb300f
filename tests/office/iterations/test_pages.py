"""The pages of iterations: who may do what, what they say, and how much they ask the database."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from office.conftest import Enrol
from office.iterations.conftest import FIRST, Record
from office.stakeholders.conftest import signed_in
from plumbline.office.iterations.models import IterationRecord
from plumbline.office.people.actions import create_organisation
from plumbline.office.people.models import Membership, Organisation
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project

HOME = "/o/harbour-works"
GIVEN = {"ends_on": FIRST.isoformat(), "scope": "100", "accepted": "10", "planned": "12", "note": "Frost."}


def at(project: Project, place: str = "") -> str:
    return f"{HOME}/projects/{project.pk}/iterations/{place}"


def text(answer: Any) -> str:
    assert answer.status_code == 200
    return unescape(answer.content.decode())


@pytest.fixture
def desk(manager: Membership) -> Client:
    return signed_in(manager)


def test_an_empty_page_says_how_to_begin(desk: Client, project: Project) -> None:
    assert "When the first iteration has ended" in text(desk.get(at(project)))


def test_an_iteration_is_recorded_corrected_and_removed_by_its_pages(desk: Client, project: Project) -> None:
    page = text(desk.post(at(project), GIVEN, follow=True))
    assert "Iteration 1 is recorded." in page
    assert "90 of 100 points left" in page
    assert "3 more iterations" in page
    assert "83 %" in page
    page = text(desk.post(at(project, "1/edit/"), GIVEN | {"accepted": "12"}, follow=True))
    assert "88 of 100 points left" in page
    assert "corrected" in page
    assert "10" in text(desk.get(at(project, "1/edit/")))
    page = text(desk.post(at(project, "1/remove/"), {"reason": "Never was."}, follow=True))
    assert "Iteration 1 is not counted any more." in page
    assert "No iteration yet" in page
    assert desk.get(at(project, "1/edit/")).status_code == 404


def test_what_is_wrong_stands_at_its_field_and_nothing_is_kept(desk: Client, project: Project) -> None:
    page = text(desk.post(at(project), GIVEN | {"accepted": "101"}))
    assert "The scope counts all that is wanted" in page
    assert not IterationRecord.objects.exists()


def test_the_picture_says_the_range_and_the_table_has_it_too(desk: Client, project: Project, record: Record) -> None:
    for accepted in (10, 6, 12, 8):
        record(accepted)
    page = text(desk.get(at(project)))
    assert "36 of 100 points are accepted; all of them by" in page
    assert "with a chance of 80 %" in page
    assert "When all of it will be accepted" in page


def test_the_files_have_what_the_page_has(desk: Client, project: Project, record: Record) -> None:
    record(10.5)
    content = desk.get(f"{HOME}/projects/{project.pk}/iterations.csv").content.decode("utf-8-sig")
    assert content.splitlines()[1].startswith("1,2026-01-02,100.0,,10.5,10.5,89.5")
    assert desk.get(f"{HOME}/projects/{project.pk}/iterations.xlsx").status_code == 200


def test_others_read_and_strangers_find_nothing(
    project: Project, record: Record, harbour: Organisation, enrol: Enrol
) -> None:
    record(10)
    reader = signed_in(enrol(harbour, Role.TEAM_MEMBER, "Lior"))
    assert "Record an iteration" not in text(reader.get(at(project)))
    for place in ("", "1/edit/", "1/remove/"):
        assert reader.post(at(project, place), GIVEN | {"reason": "No."}).status_code == 403
    elsewhere = create_organisation(name="Mill Works", by=None)
    stranger = signed_in(enrol(elsewhere, Role.PMO_MANAGER, "Una"))
    for place in ("", "1/edit/", "1/remove/"):
        assert stranger.get(at(project, place)).status_code == 404
    assert IterationRecord.objects.count() == 1


def test_many_iterations_cost_no_more_questions_than_one(desk: Client, project: Project, record: Record) -> None:
    record(1)
    desk.get(at(project))
    with CaptureQueriesContext(
        connection,
    ) as one:
        desk.get(at(project))
    for _ in range(3):
        record(1)
    with CaptureQueriesContext(connection) as many:
        desk.get(at(project))
    assert len(one) == len(many)
