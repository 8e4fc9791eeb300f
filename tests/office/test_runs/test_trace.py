"""The trace matrix: what stands in it, who sees it, and how much it asks the database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from office.conftest import Enrol
from plumbline.engine.coverage import Share
from plumbline.office.acceptance.actions import add_criterion, add_deliverable, add_requirement
from plumbline.office.acceptance.models import Criterion
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.actions import create_portfolio, create_project
from plumbline.office.projects.models import Project
from plumbline.office.standards.actions import publish_builtin
from plumbline.office.test_runs.models import CriterionEvidence, CriterionTest, Outcome, TestCase
from plumbline.office.test_runs.trace import TraceFilter, trace

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _time(db: None) -> Iterator[None]:
    with clock_at(NOW):
        yield


@pytest.fixture
def mira(harbour: Organisation, enrol: Enrol) -> Person:
    return enrol(harbour, Role.PROJECT_MANAGER, "Mira").person


@pytest.fixture
def project(harbour: Organisation, mira: Person) -> Project:
    publish_builtin(harbour, "predictive", by=None)
    portfolio = create_portfolio(harbour, by=None, name="Quays")
    return create_project(harbour, by=None, code="Q-1", name="Crossing", portfolio=portfolio, manager=mira)


@pytest.fixture
def criteria(project: Project) -> list[Criterion]:
    """Two of one requirement, one of none; a second requirement has none."""
    lock = add_deliverable(project, by=None, name="The lock")
    asked = add_requirement(lock, by=None, text="Boats pass")
    add_requirement(lock, by=None, text="Nobody falls in")
    said = [("The gate opens", asked), ("The gate shuts", asked), ("The bell rings", None)]
    made = [add_criterion(lock, by=None, title=title, text="So.", requirement=of, tell=False) for title, of in said]
    Criterion.objects.filter(pk=made[0].pk).update(
        agreed_at=NOW - timedelta(days=9), changed_at=NOW - timedelta(days=9)
    )
    return list(Criterion.objects.order_by("number"))


def ran(criterion: Criterion, outcome: Outcome, days_ago: int = 0, **columns: object) -> None:
    """By one test, which last ran so many days ago."""
    at = NOW - timedelta(days=days_ago)
    status = "passed" if outcome is Outcome.GREEN else "failed"
    kept = {"status": status, "latest_at": at} | columns
    key = f"{criterion.pk}-{TestCase.objects.count()}"
    case = TestCase.objects.create(project=criterion.project, key=key, name=f"test of {criterion.reference}", **kept)
    CriterionTest.objects.create(criterion=criterion, case=case, via="tag")
    green = at if outcome is Outcome.GREEN else None
    given = {"outcome": outcome, "oldest_at": at, "first_green_at": green, "tests": 1}
    CriterionEvidence.objects.update_or_create(criterion=criterion, defaults=given)


def client_of(person: Person) -> Client:
    client = Client()
    client.force_login(person, "allauth.account.auth_backends.AuthenticationBackend")
    return client


def at(project: Project, end: str = "/") -> str:
    return f"/o/harbour-works/projects/{project.pk}/acceptance/trace{end}"


def test_each_criterion_stands_by_its_tests_today(project: Project, criteria: list[Criterion]) -> None:
    ran(criteria[0], Outcome.GREEN, 5)
    ran(criteria[1], Outcome.RED)
    assert [(each.criterion.number, each.letter) for each in trace(project, TraceFilter()).lines] == [
        (3, "U"), (1, "G"), (2, "R"),
    ]  # fmt: skip


@pytest.mark.parametrize("days_ago", [10, 31])
def test_what_is_older_than_the_text_is_stale(project: Project, criteria: list[Criterion], days_ago: int) -> None:
    ran(criteria[0], Outcome.GREEN, days_ago)
    found = trace(project, TraceFilter(standing="stale"))
    assert [each.criterion.number for each in found.lines] == [1]
    assert found.figures.stale == 1


def test_the_figures_are_counted_by_hand(project: Project, criteria: list[Criterion]) -> None:
    ran(criteria[0], Outcome.GREEN, 5)
    ran(criteria[1], Outcome.PENDING, status="pending", is_flaky=True)
    found = trace(project, TraceFilter(words="bell"))
    assert len(found.lines) == 1
    figures = found.figures
    assert (figures.acceptance, figures.requirements, figures.evidenced) == (Share(2, 3), Share(1, 2), Share(1, 2))
    assert (figures.pending, figures.flaky) == (Share(1, 2), Share(1, 2))
    assert figures.lead_days == 4
    assert [each.text for each in found.bare] == ["Nobody falls in"]


def test_one_who_may_reads_it_and_takes_it_along(project: Project, criteria: list[Criterion], mira: Person) -> None:
    ran(criteria[0], Outcome.RED)
    page = unescape(client_of(mira).get(at(project)).content.decode())
    for told in (
        "test of AC-1: failed",
        'aria-label="Red"',
        "Nobody falls in",
        "1 of 3 criteria have evidence",
    ):
        assert told in page, told
    lines = client_of(mira).get(at(project, ".csv") + "?standing=red").content.decode("utf-8-sig").splitlines()
    assert len(lines) == 2
    assert "test of AC-1" in lines[1]


def test_an_empty_matrix_says_how_to_begin(project: Project, mira: Person) -> None:
    assert "Write the first criterion" in client_of(mira).get(at(project)).content.decode()


def test_nothing_that_fits_says_so(project: Project, criteria: list[Criterion], mira: Person) -> None:
    assert "Nothing fits" in client_of(mira).get(at(project) + "?words=submarine").content.decode()


def test_a_guest_may_not_and_to_a_stranger_it_does_not_exist(
    project: Project, criteria: list[Criterion], enrol: Enrol, harbour: Organisation, olav: Person
) -> None:
    assert client_of(enrol(harbour, Role.GUEST).person).get(at(project)).status_code == 403
    assert client_of(enrol(harbour, Role.TEAM_MEMBER).person).get(at(project)).status_code == 200
    for end in ("/", ".csv", ".xlsx"):
        assert client_of(olav).get(at(project, end)).status_code == 404
        assert client_of(olav).get(at(project, end).replace("harbour-works", "northern-line")).status_code == 404


def test_it_asks_the_database_the_same_however_many_tests_there_are(
    project: Project, criteria: list[Criterion], mira: Person
) -> None:
    client = client_of(mira)

    def counted() -> int:
        with CaptureQueriesContext(connection) as made:
            assert client.get(at(project)).status_code == 200
        return len(made)

    ran(criteria[0], Outcome.GREEN)
    counted()
    few = counted()
    for number in range(30):
        ran(criteria[number % 3], Outcome.RED)
    assert counted() == few
    assert few <= 22
