"""What is counted, when, and that days that are over stay as they were."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from engine.small_project import lasting, sound_schedule
from plumbline.office.artefacts import actions as artefacts
from plumbline.office.assurance.actions import assess_while_due
from plumbline.office.conformance import actions, jobs, queries
from plumbline.office.conformance.models import GroupConformance, PracticeReading, ProjectConformance
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.models import AuditLine
from plumbline.office.governance.actions import appoint
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects import actions as projects
from plumbline.office.projects.models import Project
from plumbline.office.standards.actions import publish_builtin

pytestmark = pytest.mark.django_db
MARCH = datetime(2026, 3, 9, 12, tzinfo=UTC)


@pytest.fixture
def project(harbour: Organisation, mira: Person) -> Project:
    with clock_at(MARCH):
        publish_builtin(harbour, "predictive", by=None)
        portfolio = projects.create_portfolio(harbour, by=None, name="Quays")
        found = projects.create_project(
            harbour, by=None, code="Q1", name="Quay crossing", portfolio=portfolio, manager=mira
        )
        projects.record_plan(found, by=None, schedule=lasting(sound_schedule(), 90), source_format="XER")
        assess_while_due(found.pk, MARCH)
    return found


def test_a_day_is_counted_once(harbour: Organisation, project: Project) -> None:
    with clock_at(MARCH):
        assert actions.measure_day(harbour, by=None)
        assert not actions.measure_day(harbour, by=None)
    assert PracticeReading.objects.values("day").distinct().count() == 1
    assert AuditLine.objects.filter(verb="measure_practice").count() == 1


def test_another_day_leaves_the_day_before_as_it_was(harbour: Organisation, project: Project) -> None:
    with clock_at(MARCH):
        actions.measure_day(harbour, by=None)
    first = GroupConformance.objects.get(kind="organisation")
    with clock_at(MARCH + timedelta(days=60)):
        actions.measure_day(harbour, by=None)
    assert GroupConformance.objects.filter(kind="organisation").count() == 2
    again = GroupConformance.objects.get(pk=first.pk)
    assert (again.score, again.parts) == (first.score, first.parts)


def test_a_plan_that_grows_old_costs_conformance(harbour: Organisation, project: Project) -> None:
    scores = []
    for days in (0, 90):
        with clock_at(MARCH + timedelta(days=days)):
            actions.measure_day(harbour, by=None)
            scores.append(ProjectConformance.objects.get().parts["cadence"])
    assert scores == [[1, 1, 0], [0, 1, 0]]


def test_a_project_is_counted_again_when_it_has_been_assessed(harbour: Organisation, project: Project) -> None:
    with clock_at(MARCH):
        jobs.measure_what_is_due()
    before = ProjectConformance.objects.get().counted_at
    with clock_at(MARCH + timedelta(hours=1)):
        projects.record_plan(project, by=None, schedule=sound_schedule(), source_format="XER")
        assess_while_due(project.pk)
    with clock_at(MARCH + timedelta(hours=2)):
        jobs.measure_what_is_due()
        jobs.measure_what_is_due()
    assert ProjectConformance.objects.get().counted_at > before


def test_an_artefact_counts_once_it_is_approved_and_not_before(
    harbour: Organisation, project: Project, mira: Person, ada: Person
) -> None:
    with clock_at(MARCH):
        appoint(project, by=None, role="sponsor", person=ada)
        version = artefacts.keep_text(project, "charter", by=mira, text="We build.", after=0, what_changed="")
        approval = artefacts.ask_for_approval(version, by=mira)
        assert "artefacts" not in actions.count_project(again(project)).parts
        artefacts.decide_approval(approval, by=ada, approve=True, note="")
        assert actions.count_project(again(project)).parts["artefacts"] == [1, 1, 0]


def again(project: Project) -> Project:
    return Project.objects.select_related("organisation", "portfolio").get(pk=project.pk)


def test_archived_projects_are_not_shown(harbour: Organisation, project: Project) -> None:
    with clock_at(MARCH):
        actions.measure_day(harbour, by=None)
        projects.archive(project, by=None)
    assert not queries.projects_counted(harbour).exists()


def test_the_overview_asks_no_more_of_the_database_for_more_projects(
    harbour: Organisation,
    project: Project,
    ada: Person,
    signed_in: Callable[[Person], Client],
    django_assert_max_num_queries: Callable[..., object],
) -> None:
    client = signed_in(ada)
    with clock_at(MARCH):
        actions.measure_day(harbour, by=None)
        client.get(f"/o/{harbour.slug}/conformance/")
        with django_assert_max_num_queries(40) as one:  # type: ignore[attr-defined]
            client.get(f"/o/{harbour.slug}/conformance/")
        for number in range(8):
            projects.create_project(
                harbour, by=None, code=f"M{number}", name=f"Quay {number}", portfolio=project.portfolio
            )
        actions.measure_day(harbour, by=None, again=True)
        with django_assert_max_num_queries(len(one.captured_queries)):  # type: ignore[attr-defined]
            assert client.get(f"/o/{harbour.slug}/conformance/").status_code == 200


def test_of_another_organisation_nothing_is_shown(
    harbour: Organisation, project: Project, olav: Person, signed_in: Callable[[Person], Client]
) -> None:
    with clock_at(MARCH):
        actions.measure_day(harbour, by=None)
    client = signed_in(olav)
    for page in ("conformance/", "conformance/rule_conformance/", f"projects/{project.pk}/conformance/"):
        assert client.get(f"/o/{harbour.slug}/{page}").status_code == 404
