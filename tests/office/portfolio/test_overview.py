"""The portfolio: every project with the status its evidence supports, at the same cost for ten or a thousand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import openpyxl
import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from engine.small_project import lasting, sound_schedule
from plumbline.office.assurance.actions import assess_while_due
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Organisation, Person
from plumbline.office.portfolio.filters import Filters
from plumbline.office.portfolio.queries import overview
from plumbline.office.projects import actions
from plumbline.office.projects.models import Portfolio, Project
from plumbline.office.standards.actions import publish_builtin
from plumbline.office.status.actions import publish_report

pytestmark = pytest.mark.django_db
MARCH = datetime(2026, 3, 9, 12, tzinfo=UTC)
SignedIn = Callable[[Person], Client]


@pytest.fixture
def quays(harbour: Organisation) -> Portfolio:
    with clock_at(MARCH):
        publish_builtin(harbour, "predictive", by=None)
    return actions.create_portfolio(harbour, by=None, name="Quays")


def add(quays: Portfolio, code: str, days: int | None = None) -> Project:
    """A project that has a plan with a task of ``days``, or none."""
    project = actions.create_project(quays.organisation, by=None, code=code, name=f"Project {code}", portfolio=quays)
    if days is not None:
        with clock_at(MARCH):
            actions.record_plan(project, by=None, schedule=lasting(sound_schedule(), days), source_format="XER")
            assess_while_due(project.pk)
    return project


def statuses(organisation: Organisation, dimension: str = "schedule", **filters: str) -> dict[str, str]:
    found = overview(organisation, Filters.from_address(filters))
    place = [each.name for each in found.dimensions].index(dimension)
    rows = [row for group in found.groups for row in group.rows]
    return {row.project.code: row.statuses[place].status if row.statuses[place] else "unknown" for row in rows}  # type: ignore[union-attr]


def test_each_project_shows_what_its_evidence_supports(quays: Portfolio) -> None:
    add(quays, "SOUND", 10)
    add(quays, "LATE", 90)
    add(quays, "SILENT")
    assert statuses(quays.organisation) == {"LATE": "red", "SILENT": "unknown", "SOUND": "green"}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"status": "red"}, {"LATE"}),
        ({"status": "unknown"}, {"SILENT"}),
        ({"status": "red", "dimension": "schedule"}, {"LATE"}),
        ({"status": "unknown", "dimension": "schedule"}, {"SILENT"}),
        ({"text": "sou"}, {"SOUND"}),
        ({"manager": "99"}, set()),
        ({"status": "nonsense", "portfolio": "-1"}, {"SOUND", "LATE", "SILENT"}),
    ],
)
def test_filters_leave_what_they_say(quays: Portfolio, query: dict[str, str], found: set[str]) -> None:
    add(quays, "SOUND", 10)
    add(quays, "LATE", 90)
    add(quays, "SILENT")
    assert set(statuses(quays.organisation, **query)) == found


def test_a_column_sorts_and_what_has_no_value_comes_last(quays: Portfolio) -> None:
    add(quays, "A", 10)
    add(quays, "B")
    add(quays, "C", 90)
    assert list(statuses(quays.organisation, sort="-slip")) == ["C", "A", "B"]
    assert list(statuses(quays.organisation, sort="slip")) == ["A", "C", "B"]


def test_the_page_costs_the_same_for_ten_projects_and_a_thousand(
    quays: Portfolio, ada: Person, signed_in: SignedIn, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = signed_in(ada)
    add(quays, "FIRST", 10)
    for number in range(9):
        add(quays, f"T{number}")
    client.get("/o/harbour-works/")
    with django_assert_max_num_queries(100) as with_ten:
        client.get("/o/harbour-works/")
    Project.objects.bulk_create(
        Project(organisation=quays.organisation, portfolio=quays, code=f"M{number}", name=f"Many {number}")
        for number in range(990)
    )
    with django_assert_max_num_queries(len(with_ten.captured_queries)) as with_a_thousand:
        page = client.get("/o/harbour-works/")
    assert len(with_a_thousand.captured_queries) == len(with_ten.captured_queries)
    assert page.content.count(b'class="row-link"') == 50


def test_an_empty_portfolio_says_how_to_begin(ada: Person, quays: Portfolio, signed_in: SignedIn) -> None:
    assert "No project yet" in signed_in(ada).get("/o/harbour-works/").content.decode()


def test_the_page_of_a_project_without_a_plan_offers_to_upload_one(
    quays: Portfolio, ada: Person, signed_in: SignedIn
) -> None:
    project = add(quays, "SILENT")
    page = signed_in(ada).get(f"/o/harbour-works/projects/{project.pk}/").content.decode()
    assert "Upload the first plan" in page


def test_the_page_of_a_late_project_says_how_late_and_what_to_mend(
    quays: Portfolio, ada: Person, signed_in: SignedIn
) -> None:
    project = add(quays, "LATE", 90)
    page = signed_in(ada).get(f"/o/harbour-works/projects/{project.pk}/").content.decode()
    assert "80 working days after the baseline" in page
    findings = signed_in(ada).get(f"/o/harbour-works/projects/{project.pk}/findings/").content.decode()
    assert "How to mend it" in findings
    history = signed_in(ada).get(f"/o/harbour-works/projects/{project.pk}/assessments/")
    assert history.status_code == 200


def test_the_table_leaves_as_a_workbook_with_dates_as_dates(
    quays: Portfolio, ada: Person, signed_in: SignedIn, tmp_path: object
) -> None:
    from io import BytesIO

    add(quays, "LATE", 90)
    answer = signed_in(ada).get("/o/harbour-works/portfolio.xlsx?status=red")
    sheet = openpyxl.load_workbook(BytesIO(answer.content)).active
    assert sheet is not None
    heading, row = ([cell.value for cell in line] for line in sheet.iter_rows())
    assert row[heading.index("Overall")] == "red"
    assert isinstance(row[heading.index("Forecast finish")], datetime)


def test_a_name_that_looks_like_a_formula_leaves_as_text(quays: Portfolio, ada: Person, signed_in: SignedIn) -> None:
    project = add(quays, "SAFE")
    project.name = "=1+1"
    project.save()
    assert "'=1+1" in signed_in(ada).get("/o/harbour-works/portfolio.csv").content.decode("utf-8-sig")


def test_what_was_reported_last_stands_beside_the_evidence(quays: Portfolio, ada: Person, signed_in: SignedIn) -> None:
    project = add(quays, "LATE", 90)
    with clock_at(MARCH):
        said = {"schedule": ("green", "The plan is wrong.")}
        publish_report(project, by=None, as_of=MARCH.date(), overall="green", dimensions=said)
    for days, shown in ((1, True), (70, False)):
        with clock_at(MARCH + timedelta(days=days)):
            page = signed_in(ada).get("/o/harbour-works/").content.decode()
            file = signed_in(ada).get("/o/harbour-works/portfolio.csv").content.decode()
        assert ("Reported: green" in page, "Watermelon" in page) == (shown, shown)
        assert ("Silent" in page) is not shown
        assert "2026-03-09" in file
        assert (",silent," in file) is not shown
