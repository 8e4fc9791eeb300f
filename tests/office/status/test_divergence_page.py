"""The page that says where reports and evidence part: what it names, what it costs, who sees it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from office.conftest import Enrol
from office.status.parting import BEGIN, found, tell, week
from plumbline.office.assurance.models import CurrentStatus
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project
from plumbline.office.standards.actions import publish_builtin
from plumbline.office.status.models import ReportedBeside, ReportedStatus, Reporting, StatusReport

pytestmark = pytest.mark.django_db
PAGE = "/o/harbour-works/status/divergence/"
SignedIn = Callable[[Person], Client]


@pytest.fixture(autouse=True)
def _begin() -> Iterator[None]:
    with week(0):
        yield


@pytest.fixture
def quay(harbour: Organisation, mira: Person) -> Project:
    publish_builtin(harbour, "predictive", by=None)
    project = found(harbour, "Q1", mira)
    tell(project, ("green", "red"))
    return project


def add_reported(like: Project, number: int, letter: str = "M") -> None:
    """As many projects, each with two dimensions reported in twelve months; written straight, to be quick."""
    place = {"organisation": like.organisation, "portfolio": like.portfolio, "programme": like.programme}
    projects = Project.objects.bulk_create(
        Project(**place, code=f"{letter}{each}", name=f"Many {letter}{each}", manager=like.manager)
        for each in range(number)
    )
    reports = StatusReport.objects.bulk_create(
        StatusReport(project=project, as_of=BEGIN.date() - timedelta(days=30 * month), overall="green")
        for project in projects
        for month in range(12)
    )
    ReportedStatus.objects.bulk_create(
        ReportedStatus(report=each, dimension=name, title=name, reported="green", evidence="red")
        for each in reports
        for name in ("schedule", "cost")
    )
    for_now = {"reported": "green", "evidence": "red", "divergence": 2, "flags": ["watermelon"]}
    ReportedBeside.objects.bulk_create(
        ReportedBeside(project=each, dimension=name, **for_now) for each in projects for name in ("schedule", "cost")
    )
    CurrentStatus.objects.bulk_create(
        CurrentStatus(project=each, dimension="schedule", status="red", since=BEGIN) for each in projects
    )
    Reporting.objects.bulk_create(Reporting(project=each, flags=["watermelon"]) for each in projects)


@pytest.mark.parametrize("query", ["", "?show=all&by=project", "?show=silent", "?by=manager&dimension=schedule"])
def test_it_costs_the_same_for_few_projects_and_for_many(
    quay: Project, ada: Person, signed_in: SignedIn, django_assert_max_num_queries: DjangoAssertNumQueries, query: str
) -> None:
    client = signed_in(ada)
    add_reported(quay, 3)
    client.get(PAGE + query)
    with django_assert_max_num_queries(40) as with_few:
        client.get(PAGE + query)
    add_reported(quay, 80, "L")
    with django_assert_max_num_queries(len(with_few.captured_queries)):
        client.get(PAGE + query)


def test_the_watermelon_is_named_with_its_project_dimension_and_manager(
    quay: Project, ada: Person, signed_in: SignedIn
) -> None:
    page = signed_in(ada).get(PAGE).content.decode()
    named = page[page.index('id="named"') : page.index('id="matrix"')]
    for words in ("Quay Q1", "Schedule", "Watermelon", "Mira Pontoon", "No plan"):
        assert words in named


def test_an_old_or_mistyped_address_still_opens_the_page(quay: Project, ada: Person, signed_in: SignedIn) -> None:
    for query in ("?show=x&by=y&manager=-1&dimension=%20", "?page=999&group=abc", "?programme=123456789012"):
        assert signed_in(ada).get(PAGE + query).status_code == 200


def test_every_row_that_the_filters_leave_is_exported(quay: Project, ada: Person, signed_in: SignedIn) -> None:
    add_reported(quay, 60)
    answer = signed_in(ada).get("/o/harbour-works/status/divergence.csv?show=watermelon&dimension=schedule")
    heading, *rows = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert len(rows) == 61
    told = dict(zip(heading, next(each for each in rows if each[0] == "Q1"), strict=True))
    assert (told["Reported"], told["Evidence"], told["Divergence"], told["Flags"]) == (
        "green",
        "red",
        "2",
        "Watermelon",
    )
    workbook = signed_in(ada).get("/o/harbour-works/status/divergence.xlsx")
    assert workbook.content[:2] == b"PK"


def test_before_the_first_report_it_says_how_to_begin(harbour: Organisation, ada: Person, signed_in: SignedIn) -> None:
    assert "Nothing reported yet" in signed_in(ada).get(PAGE).content.decode()


def test_four_people_before_the_page(
    quay: Project, ada: Person, mira: Person, olav: Person, enrol: Enrol, signed_in: SignedIn
) -> None:
    guest = enrol(quay.organisation, Role.GUEST).person
    assert signed_in(ada).get(PAGE).status_code == 200
    assert signed_in(mira).get(PAGE).status_code == 200
    assert signed_in(guest).get(PAGE).status_code == 403
    stranger = signed_in(olav).get(PAGE)
    assert stranger.status_code == 404
    assert b"Quay" not in stranger.content


def test_another_organisations_divergence_is_not_counted(
    quay: Project, northern: Organisation, olav: Person, signed_in: SignedIn
) -> None:
    publish_builtin(northern, "predictive", by=None)
    page = signed_in(olav).get("/o/northern-line/status/divergence/").content.decode()
    assert "Nothing reported yet" in page
