"""A plan version, whole, as a file of another format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from office.projects.written_plans import loop, small_plan
from plumbline.engine.readers import read
from plumbline.engine.schedule import Schedule
from plumbline.engine.writers import writers
from plumbline.office.people.models import Person
from plumbline.office.projects import actions
from plumbline.office.projects.models import PlanVersion, Project

SignedIn = Callable[[Person], Client]
START = datetime(2026, 3, 2, 8)
ENDINGS = {name: each.EXTENSIONS[0] for name, each in writers().items()}


def record(project: Project, schedule: Schedule, original: str = "") -> PlanVersion:
    recorded = actions.record_plan(project, by=None, schedule=schedule, source_format="xer", original_digest=original)
    return recorded.version


def address(project: Project, ending: str, number: int = 1) -> str:
    return f"/o/harbour-works/projects/{project.pk}/plans/{number}/plan{ending}"


@pytest.mark.parametrize("ending", ENDINGS.values())
def test_a_version_is_handed_over_as_a_file_that_can_be_read_again(
    crossing: Project, mira: Person, signed_in: SignedIn, ending: str
) -> None:
    record(crossing, small_plan())
    response = signed_in(mira).get(address(crossing, ending))
    assert f'filename="QC-1 version 1{ending}"' in response["Content-Disposition"]
    (back,) = read(response.content, f"plan{ending}").schedules
    assert [each.name for each in back.activities] == [each.name for each in small_plan().activities]


def test_the_plan_document_is_the_very_plan_that_was_recorded(
    crossing: Project, mira: Person, signed_in: SignedIn
) -> None:
    record(crossing, small_plan())
    record(crossing, small_plan({"A": 7}))
    client = signed_in(mira)
    for number, schedule in ((1, small_plan()), (2, small_plan({"A": 7}))):
        content = client.get(address(crossing, ".plan.json", number)).content
        assert read(content, "plan.json").schedules == (schedule,)


def test_project_gets_the_dates_that_were_calculated(crossing: Project, mira: Person, signed_in: SignedIn) -> None:
    record(crossing, small_plan())
    (back,) = read(signed_in(mira).get(address(crossing, ".xml")).content, "plan.xml").schedules
    assert all(each.stored and each.stored.early_start for each in back.activities)


@pytest.mark.parametrize("ending", ENDINGS.values())
def test_a_plan_that_cannot_be_calculated_can_be_taken_along(
    crossing: Project, mira: Person, signed_in: SignedIn, ending: str
) -> None:
    record(crossing, loop())
    assert signed_in(mira).get(address(crossing, ending)).status_code == 200


def test_a_version_that_there_is_not_is_not_found(crossing: Project, mira: Person, signed_in: SignedIn) -> None:
    assert signed_in(mira).get(address(crossing, ".xml")).status_code == 404


def test_the_page_of_a_version_offers_it_in_every_format(crossing: Project, mira: Person, signed_in: SignedIn) -> None:
    record(crossing, small_plan())
    record(crossing, small_plan({"A": 7}))
    client = signed_in(mira)
    page = client.get(f"/o/harbour-works/projects/{crossing.pk}/plan/", {"version": 1}).content.decode()
    assert "Download this plan" in page
    assert [each for each in ENDINGS.values() if address(crossing, each, 1) not in page] == []
    assert "Original file" not in page


def formats_page(client: Client, project: Project, number: int = 1) -> str:
    return client.get(f"/o/harbour-works/projects/{project.pk}/plans/{number}/formats/").content.decode()


def test_what_each_format_cannot_hold_is_said_before_the_download(
    crossing: Project, mira: Person, signed_in: SignedIn
) -> None:
    held = tuple(replace(each, suspended=START) for each in small_plan().activities)
    record(crossing, replace(small_plan(), activities=held, must_finish_by=START))
    client = signed_in(mira)
    there = f"/o/harbour-works/projects/{crossing.pk}/plans/1/formats/"
    assert there in client.get(f"/o/harbour-works/projects/{crossing.pk}/plan/").content.decode()
    page = formats_page(client, crossing)
    assert [each for each in ENDINGS.values() if address(crossing, each) not in page] == []
    assert "Nothing of this plan is lost." in page
    for said in ("Suspended or resumed", "Date by which the project must finish", "the whole plan", "left out"):
        assert said in page


def test_formats_that_hold_the_same_are_said_together(crossing: Project, mira: Person, signed_in: SignedIn) -> None:
    record(crossing, small_plan())
    assert "CSV table · Excel workbook" in formats_page(signed_in(mira), crossing)


def test_formats_of_a_version_that_there_is_not_are_not_found(
    crossing: Project, mira: Person, signed_in: SignedIn
) -> None:
    there = f"/o/harbour-works/projects/{crossing.pk}/plans/1/formats/"
    assert signed_in(mira).get(there).status_code == 404


def test_the_original_file_is_offered_where_there_is_one(crossing: Project, mira: Person, signed_in: SignedIn) -> None:
    record(crossing, small_plan(), original="0" * 64)
    page = signed_in(mira).get(f"/o/harbour-works/projects/{crossing.pk}/plan/").content.decode()
    assert f"/o/harbour-works/projects/{crossing.pk}/plans/1/original/" in page


def test_a_download_takes_as_many_queries_whatever_the_plan(
    crossing: Project, mira: Person, signed_in: SignedIn
) -> None:
    client = signed_in(mira)

    def taken(number: int) -> tuple[int, int]:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address(crossing, ".xml", number)).status_code == 200
        of_the_file = len(queries)
        with CaptureQueriesContext(connection) as queries:
            assert formats_page(client, crossing, number)
        return of_the_file, len(queries)

    record(crossing, small_plan({"A": 23}))
    record(crossing, small_plan({str(each): 1 for each in range(200)}))
    client.get("/o/harbour-works/projects/")  # the first request of a session asks a little more
    assert taken(1) == taken(2)
