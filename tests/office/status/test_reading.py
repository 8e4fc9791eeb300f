"""A published report, the list of them, and the evidence behind each figure as it was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client

from office.conftest import Enrol
from office.status.conftest import LEAD, MARCH, Report, deliver, slipped
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project
from plumbline.office.registers.actions import add_entry, close_entry
from plumbline.office.registers.models import Kind
from plumbline.office.status.actions import renew_reporting
from plumbline.office.status.models import StatusReport

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]


def path(report: StatusReport) -> str:
    return f"/o/harbour-works/projects/{report.project_id}/reports/{report.pk}/"


def text(client: Client, there: str) -> str:
    answer = client.get(there)
    assert answer.status_code == 200, there
    return unescape(answer.content.decode())


def test_the_page_of_a_report_is_the_same_after_everything_has_changed(
    project: Project, report: Report, mira: Person, signed_in: SignedIn
) -> None:
    risk = add_entry(project, Kind.RISK, by=mira, title="The quay settles", probability=2, impact=5)
    deliver(project, LEAD)
    published, client = report(schedule="amber"), signed_in(mira)
    before = client.get(path(published)).context["shown"]
    with clock_at(MARCH + timedelta(days=40)):
        deliver(project, slipped(3))
        close_entry(risk, by=mira)
        report(schedule="red")
        after = client.get(path(published)).context["shown"]
    assert (after.frozen, after.figures, after.dimensions) == (before.frozen, before.figures, before.dimensions)


def test_each_figure_opens_its_evidence_as_it_was(
    project: Project, report: Report, mira: Person, signed_in: SignedIn
) -> None:
    deliver(project, LEAD)
    published = report(schedule="amber")
    deliver(project, slipped(3))
    page = text(signed_in(mira), path(published))
    evidence = f"/o/harbour-works/projects/{project.pk}/assessments/{published.assessment_id}/"
    assert f'href="{evidence}#leads"' in page
    assert "An assessment of the past" in text(signed_in(mira), evidence)
    assert f"/o/harbour-works/projects/{project.pk}/plan/?version=2" in page
    assert "#evidence-schedule" in page


def test_what_changed_since_the_report_before_stands_beside_it(
    report: Report, mira: Person, signed_in: SignedIn
) -> None:
    report(schedule="amber", spent=1000)
    with clock_at(MARCH + timedelta(days=31)):
        second = report(spent=2500)
        page = text(signed_in(mira), path(second))
    assert "Better than before" in page
    assert "EUR 2,500" in page
    assert "EUR 1,000" in page


def test_a_report_that_came_late_says_so(report: Report, mira: Person, signed_in: SignedIn) -> None:
    report()
    with clock_at(MARCH + timedelta(days=40)):
        assert "9 days after 9 Apr 2026" in text(signed_in(mira), path(report()))


def test_readers_say_that_they_have_read_it(report: Report, osric: Person, signed_in: SignedIn) -> None:
    published, client = report(), signed_in(osric)
    assert "I have read it" in text(client, path(published))
    for _ in range(2):
        client.post(f"{path(published)}acknowledge/", {"read": "yes"})
    assert published.acknowledgements.get().person == osric
    assert "I have read it" not in text(client, path(published))


def test_a_guest_reads_and_says_nothing(
    harbour: Organisation, report: Report, enrol: Enrol, signed_in: SignedIn
) -> None:
    guest = signed_in(enrol(harbour, Role.GUEST).person)
    published = report()
    assert "I have read it" not in text(guest, path(published))
    assert guest.post(f"{path(published)}acknowledge/", {"read": "yes"}).status_code == 403


def test_a_silent_project_shows_no_last_colour(
    project: Project, report: Report, mira: Person, signed_in: SignedIn
) -> None:
    report(overall="amber", schedule="amber")
    there = f"/o/harbour-works/projects/{project.pk}/reports/"
    assert "This project is silent" not in text(signed_in(mira), there)
    with clock_at(MARCH + timedelta(days=70)):
        page = text(signed_in(mira), there)
    assert "This project is silent" in page
    now = page[page.index('id="now"') : page.index('id="reports"')]
    assert "Amber" not in now


def test_the_first_step_is_offered_where_nothing_was_reported(
    project: Project, mira: Person, signed_in: SignedIn
) -> None:
    renew_reporting(project)
    assert "Write the first report" in text(signed_in(mira), f"/o/harbour-works/projects/{project.pk}/reports/")


def test_the_list_is_a_file_with_a_line_for_each_dimension(
    project: Project, report: Report, mira: Person, signed_in: SignedIn
) -> None:
    report(schedule="amber")
    lines = signed_in(mira).get(f"/o/harbour-works/projects/{project.pk}/reports.csv").content.decode().splitlines()
    assert len(lines) == 1 + 8
    assert ",Schedule,amber," in lines[1]


def test_the_list_asks_as_much_of_the_database_for_three_reports_as_for_thirty(
    project: Project,
    report: Report,
    mira: Person,
    signed_in: SignedIn,
    django_assert_max_num_queries: Callable[..., object],
) -> None:
    client, there = signed_in(mira), f"/o/harbour-works/projects/{project.pk}/reports/"
    counts = []
    for number in (3, 20):
        for _ in range(number):
            report()
        client.get(there)
        with django_assert_max_num_queries(40) as asked:  # type: ignore[attr-defined]
            client.get(there)
        counts.append(len(asked))
    assert counts[0] == counts[1]
