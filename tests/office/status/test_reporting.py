"""Where the reporting of a project stands: when the next is due, when it is late, when the project is silent."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from office.status.conftest import LEAD, MARCH, Report, deliver
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Organisation
from plumbline.office.projects import actions as projects
from plumbline.office.projects.models import Project
from plumbline.office.status.actions import renew_reporting
from plumbline.office.status.actions.imported import ImportedReport, add_imported_reports
from plumbline.office.status.models import Reporting

pytestmark = pytest.mark.django_db
DAY = MARCH.date()


def standing(project: Project) -> tuple[date | None, date | None, date | None]:
    found = Reporting.objects.get(project=project)
    return found.due_on, found.late_after, found.silent_after


def test_the_standard_says_when_the_next_report_is_due(project: Project, report: Report) -> None:
    report()
    assert standing(project) == (DAY + timedelta(31), DAY + timedelta(38), DAY + timedelta(69))


def test_a_project_that_never_reported_is_asked_for_its_first(project: Project) -> None:
    renew_reporting(project)
    assert standing(project)[0] == DAY + timedelta(31)
    assert project.reporting.report is None


def test_nothing_is_asked_of_an_archived_project(project: Project, report: Report) -> None:
    report()
    projects.archive(project, by=None)
    renew_reporting(project)
    assert standing(project) == (None, None, None)


def test_a_project_that_is_reported_on_elsewhere_is_not_asked_and_not_silent(project: Project) -> None:
    for as_of, colour in ((DAY - timedelta(days=5), "amber"), (DAY - timedelta(days=400), "red")):
        add_imported_reports([ImportedReport(project, as_of, overall=colour)], by=None)
    renew_reporting(project)
    assert standing(project) == (None, None, None)
    assert project.reporting.overall == "amber"


def test_a_colour_from_elsewhere_counts_no_longer_than_one_from_here(project: Project) -> None:
    add_imported_reports([ImportedReport(project, DAY - timedelta(days=400), overall="red")], by=None)
    renew_reporting(project)
    assert project.reporting.overall == ""


def test_where_no_cadence_asks_nothing_is_due_and_silence_is_not_claimed(harbour: Organisation) -> None:
    portfolio = projects.create_portfolio(harbour, by=None, name="Quays")
    bare = projects.create_project(harbour, by=None, code="Q1", name="Quay crossing", portfolio=portfolio)
    renew_reporting(bare)
    assert standing(bare) == (None, None, None)


def test_each_dimension_stands_beside_the_evidence_of_today(project: Project, report: Report) -> None:
    report(schedule="amber")
    with clock_at(MARCH + timedelta(days=10)):
        report(schedule="green", resources="amber")
    rows = {each.dimension: each for each in project.reported_beside.all()}
    assert (rows["schedule"].reported, rows["schedule"].previous, rows["schedule"].divergence) == ("green", "amber", 0)
    assert rows["cost"].divergence is None
    assert rows["resources"].reported == "amber"
    deliver(project, LEAD)
    renew_reporting(project)
    assert (
        project.reported_beside.get(dimension="schedule").evidence == project.statuses.get(dimension="schedule").status
    )


def test_the_flags_of_all_dimensions_stand_together(project: Project, report: Report) -> None:
    report(schedule="amber")
    assert project.reporting.flags == ["pessimism"]
    assert not project.reporting.is_watermelon
