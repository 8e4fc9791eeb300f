"""What the practice metrics count of status reports."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from plumbline.office.conformance.gather_reports import colours_reported, reports_due
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Organisation
from plumbline.office.projects.actions import create_portfolio, create_project
from plumbline.office.projects.models import Project
from plumbline.office.standards.actions import publish_builtin
from plumbline.office.status.actions import publish_report
from plumbline.office.status.models import ReportedBeside

pytestmark = pytest.mark.django_db
MARCH = datetime(2026, 3, 9, 12, tzinfo=UTC)
DAY = MARCH.date()


@pytest.fixture
def project(harbour: Organisation) -> Project:
    with clock_at(MARCH):
        publish_builtin(harbour, "predictive", by=None)
        portfolio = create_portfolio(harbour, by=None, name="Quays")
        return create_project(harbour, by=None, code="Q1", name="Quay crossing", portfolio=portfolio)


def report(project: Project, days: int) -> None:
    with clock_at(MARCH + timedelta(days=days)):
        day = DAY + timedelta(days=days)
        publish_report(project, by=None, as_of=day, overall="green", dimensions={"schedule": ("green", "")})


def test_where_no_report_was_ever_asked_for_nothing_is_known(harbour: Organisation) -> None:
    assert reports_due(harbour, DAY) is None
    assert colours_reported(harbour, DAY) is None


def test_a_report_counts_with_its_due_day_and_one_that_is_missing_without_another(project: Project) -> None:
    report(project, 33)
    found = reports_due(project.organisation, DAY + timedelta(days=70))
    first, second = DAY + timedelta(days=31), DAY + timedelta(days=64)
    assert found == ((first, DAY + timedelta(days=33)), (second, None))


def test_colours_are_counted_where_there_is_evidence_and_while_they_hold(project: Project) -> None:
    report(project, 0)
    assert colours_reported(project.organisation, DAY) == ()
    ReportedBeside.objects.update(evidence="red")
    assert colours_reported(project.organisation, DAY) == ((0, 2),)
    assert colours_reported(project.organisation, DAY + timedelta(days=70)) == ()
