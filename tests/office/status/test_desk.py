"""The desk of the office: who owes a report, and telling them once."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client

from office.conftest import Enrol
from office.status.conftest import LEAD, MARCH, Report, deliver
from plumbline.office.foundation.clock import clock_at
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.actions import archive, create_project
from plumbline.office.projects.models import Project
from plumbline.office.status.actions import acknowledge_report, renew_reporting
from plumbline.office.status.jobs import SWEEP
from plumbline.office.status.models import Reporting
from plumbline.office.status.queries import tallies

pytestmark = pytest.mark.django_db
DESK = "/o/harbour-works/status/"
SignedIn = Callable[[Person], Client]


def after(days: int) -> AbstractContextManager[None]:
    return clock_at(MARCH + timedelta(days=days))


@pytest.mark.parametrize(
    ("days", "state"), [(23, None), (24, "due"), (38, "due"), (39, "late"), (69, "late"), (70, "silent")]
)
def test_a_report_is_due_then_late_and_then_the_project_is_silent(
    harbour: Organisation, report: Report, days: int, state: str | None
) -> None:
    report()
    with after(days):
        found = {name for name, number in tallies(harbour).items() if number} - {"unread"}
    assert found == ({state} if state else set())


def test_what_the_sponsor_has_not_read_is_counted(harbour: Organisation, report: Report, osric: Person) -> None:
    published = report()
    assert tallies(harbour)["unread"] == 1
    acknowledge_report(published, by=osric)
    assert tallies(harbour)["unread"] == 0


def test_the_desk_shows_what_the_filters_leave(report: Report, ada: Person, mira: Person, signed_in: SignedIn) -> None:
    report()
    with after(45):
        client = signed_in(ada)
        assert "14 days ago" in unescape(client.get(f"{DESK}?state=late").content.decode())
        assert "Quay crossing" in client.get(f"{DESK}?q=quay&manager={mira.pk}").content.decode()
        for query in ("state=silent", "q=depot", f"manager={mira.pk}&state=never"):
            assert "Quay crossing" not in client.get(f"{DESK}?{query}").content.decode()
        assert "Late" in client.get("/o/harbour-works/status.csv").content.decode()


def test_a_manager_is_reminded_once_a_day(
    project: Project, report: Report, ada: Person, mira: Person, signed_in: SignedIn
) -> None:
    report()
    there = f"/o/harbour-works/projects/{project.pk}/reports/remind/"
    for days in (40, 40, 41):
        with after(days):
            signed_in(ada).post(there, {"remind": "yes"})
    assert Notice.objects.filter(person=mira, kind="report_reminder").count() == 2


def test_who_may_not_remind_is_told_so(project: Project, osric: Person, mira: Person, signed_in: SignedIn) -> None:
    there = f"/o/harbour-works/projects/{project.pk}/reports/remind/"
    assert signed_in(osric).post(there, {"remind": "yes"}).status_code == 403
    assert signed_in(mira).get(DESK).status_code == 403


def test_the_manager_is_told_once_when_a_report_falls_due_and_once_when_it_is_late(
    report: Report, mira: Person
) -> None:
    report()
    told = []
    for days in (27, 28, 29, 38, 39, 40):
        with after(days):
            SWEEP()
            SWEEP()
        told.append(list(Notice.objects.filter(person=mira).order_by("pk").values_list("kind", flat=True)))
    due, late = ["report_due"], ["report_due", "report_late"]
    assert told == [[], due, due, due, late, late]


def test_the_sweep_finds_projects_that_are_new_and_evidence_that_is_newer(project: Project, report: Report) -> None:
    SWEEP()
    assert Reporting.objects.get(project=project).report is None
    report()
    deliver(project, LEAD)
    with after(1):
        SWEEP()
    assert project.reported_beside.get(dimension="schedule").evidence == "amber"


def test_the_sweep_asks_nothing_of_a_project_that_was_archived(project: Project, report: Report, mira: Person) -> None:
    report()
    with after(30):
        archive(project, by=None)
        SWEEP()
    assert Reporting.objects.get(project=project).due_on is None
    assert not Notice.objects.filter(person=mira).exists()


def test_the_desk_asks_as_much_of_the_database_for_three_projects_as_for_thirty(
    project: Project, ada: Person, signed_in: SignedIn, django_assert_max_num_queries: Callable[..., object]
) -> None:
    client, counts = signed_in(ada), []
    for number in (3, 30):
        for each in range(number):
            code = f"Q{number}-{each}"
            renew_reporting(
                create_project(project.organisation, by=None, code=code, name=code, portfolio=project.portfolio)
            )
        client.get(DESK)
        with django_assert_max_num_queries(30) as asked:  # type: ignore[attr-defined]
            client.get(DESK)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_a_stranger_finds_nothing(
    report: Report, olav: Person, enrol: Enrol, harbour: Organisation, signed_in: SignedIn
) -> None:
    report()
    assert signed_in(olav).get(DESK).status_code == 404
    assert signed_in(enrol(harbour, Role.GUEST).person).get(DESK).status_code == 403
