"""What a report keeps, and that it keeps it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.db.models import Model

from office.status.conftest import LEAD, MARCH, Report, deliver
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.models import AuditLine
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project
from plumbline.office.registers.actions import add_entry, close_entry
from plumbline.office.registers.models import Kind
from plumbline.office.status.actions import publish_report
from plumbline.office.status.frozen import Frozen
from plumbline.office.status.models import ReportedStatus, StatusReport
from plumbline.office.status.queries import last_report, reports_of

pytestmark = pytest.mark.django_db


def test_a_report_keeps_what_was_said_beside_the_evidence_of_that_moment(project: Project, report: Report) -> None:
    published = report(schedule="amber", summary="The crane is late.")
    row = published.dimensions.get(dimension="schedule")
    assert (row.reported, row.evidence, row.title) == ("amber", "green", "Schedule")
    assert published.assessment == project.standing.assessment
    assert Frozen.of(published.frozen).plan_version == 1


def test_what_it_keeps_is_read_as_it_was_written(project: Project, report: Report, mira: Person) -> None:
    add_entry(project, Kind.RISK, by=mira, title="The quay settles", probability=4, impact=5)
    deliver(project, LEAD)
    frozen = Frozen.of(report().frozen)
    assert Frozen.of(frozen.as_json()) == frozen
    assert frozen.data_date == date(2026, 3, 2)
    assert frozen.risks.entries[0].title == "The quay settles"
    assert "leads" in {finding.rule for each in frozen.dimensions for finding in each.findings}


def test_a_report_never_changes_when_data_changes(project: Project, report: Report, mira: Person) -> None:
    risk = add_entry(project, Kind.RISK, by=mira, title="The quay settles")
    published = report()
    before = (
        StatusReport.objects.filter(pk=published.pk).values().get(),
        list(published.dimensions.values()),
    )
    with clock_at(MARCH + timedelta(days=20)):
        deliver(project, LEAD)
        close_entry(risk, by=mira)
        report(schedule="red")
    after = (
        StatusReport.objects.filter(pk=published.pk).values().get(),
        list(published.dimensions.values()),
    )
    assert after == before


@pytest.mark.parametrize("model", [StatusReport, ReportedStatus])
@pytest.mark.parametrize("change", ["UPDATE {} SET id = id", "DELETE FROM {}"])
def test_the_database_refuses_to_change_it(report: Report, model: type[Model], change: str) -> None:
    report()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change.format(model._meta.db_table))


def test_each_report_follows_the_last_of_its_line(project: Project, report: Report) -> None:
    first = report()
    with clock_at(MARCH + timedelta(days=31)):
        second = report()
    assert second.previous == first
    assert second.due_on == MARCH.date() + timedelta(days=31)
    assert last_report(project) == second
    assert list(reports_of(project)) == [second, first]


def test_what_came_since_the_report_before_is_counted(project: Project, report: Report, mira: Person) -> None:
    old = add_entry(project, Kind.RISK, by=mira, title="The quay settles")
    add_entry(project, Kind.ISSUE, by=mira, title="The crane is broken")
    report()
    with clock_at(MARCH + timedelta(days=31)):
        close_entry(old, by=mira)
        add_entry(project, Kind.RISK, by=mira, title="The tide is high")
        frozen = Frozen.of(report().frozen)
    assert (frozen.risks.open, frozen.risks.new, frozen.risks.closed) == (1, 1, 1)
    assert (frozen.issues.open, frozen.issues.new, frozen.issues.closed) == (1, 0, 0)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"as_of": date(2026, 3, 10)}, "today or of a day before"),
        ({"overall": ""}, "as a whole"),
        ({"overall": "mauve"}, "mauve"),
        ({"dimensions": {"glamour": ("green", "")}}, "no dimension glamour"),
        ({"dimensions": {"schedule": ("unknown", "")}}, "unknown"),
    ],
)
def test_what_cannot_be_said_is_refused(report: Report, given: dict[str, object], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        report(**given)
    assert not StatusReport.objects.exists()


def test_a_report_does_not_speak_of_a_day_before_the_last_one(report: Report) -> None:
    report()
    with pytest.raises(ValidationError, match="choose a later day"):
        report(as_of=date(2026, 3, 1))


def test_publishing_leaves_one_line_in_the_audit(project: Project, mira: Person) -> None:
    before = AuditLine.objects.count()
    publish_report(project, by=mira, as_of=MARCH.date(), overall="green", dimensions={"schedule": ("red", "Late.")})
    assert AuditLine.objects.count() == before + 1
