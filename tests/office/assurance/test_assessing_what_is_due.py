"""Due-ness is data: what is to be assessed is read from the database, and the same facts are assessed once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from engine.small_project import lasting, sound_schedule
from plumbline.office.assurance.actions import assess_while_due
from plumbline.office.assurance.due import due_projects
from plumbline.office.assurance.gather import facts_of
from plumbline.office.assurance.jobs import assess_what_is_due
from plumbline.office.assurance.models import Assessment, Finding, Standing
from plumbline.office.assurance.queries import current_statuses, findings_of, is_behind, standing_of
from plumbline.office.assurance.standing import advance_standing
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.models import AuditLine
from plumbline.office.people.models import Organisation
from plumbline.office.projects import actions
from plumbline.office.projects.models import Project
from plumbline.office.standards.actions import publish_builtin

pytestmark = pytest.mark.django_db
MARCH = datetime(2026, 3, 9, 12, tzinfo=UTC)
LONG_AFTER = MARCH + timedelta(days=200)


@pytest.fixture
def crossing(harbour: Organisation) -> Project:
    with clock_at(MARCH - timedelta(days=7)):
        publish_builtin(harbour, "predictive", by=None)
        portfolio = actions.create_portfolio(harbour, by=None, name="Quays")
        return actions.create_project(harbour, by=None, code="Q1", name="Quay crossing", portfolio=portfolio)


def record(project: Project, days: int = 10, at: datetime = MARCH) -> None:
    with clock_at(at):
        actions.record_plan(project, by=None, schedule=lasting(sound_schedule(), days), source_format="XER")


def test_a_project_without_a_plan_is_not_due(crossing: Project) -> None:
    assert not due_projects(MARCH).exists()


def test_a_recorded_plan_makes_its_project_due_until_it_is_assessed(crossing: Project) -> None:
    record(crossing)
    assert due_projects(MARCH).get() == crossing
    assert assess_while_due(crossing.pk, MARCH) == 1
    assert not due_projects(MARCH).exists()


def test_the_same_facts_are_assessed_once_however_often_a_worker_asks(crossing: Project) -> None:
    record(crossing)
    with clock_at(MARCH):
        assess_what_is_due()
        assess_what_is_due()
    assert Assessment.objects.count() == 1


def test_an_assessment_names_everything_it_was_made_from(crossing: Project) -> None:
    record(crossing)
    assess_while_due(crossing.pk, MARCH)
    kept = Assessment.objects.get()
    assert kept.plan_version == crossing.plan_versions.get()
    assert kept.standard_version.name == "predictive"
    assert (kept.engine_version, kept.seed) != ("", None)
    assert kept.facts_as_of == MARCH
    assert {each.rule for each in findings_of(kept)} >= {"missing_logic", "invalid_dates", "high_float"}


def test_a_sound_plan_is_green_for_schedule_and_its_standing_says_when_that_ends(crossing: Project) -> None:
    record(crossing)
    assess_while_due(crossing.pk, MARCH)
    schedule = next(each for each in current_statuses(crossing) if each.dimension == "schedule")
    standing = standing_of(Project.objects.get())
    assert schedule.status == "green"
    assert standing is not None
    assert standing.due_again_at is not None
    assert standing.due_again_at > MARCH
    assert str(standing.forecast_finish) == "2026-03-27"
    assert standing.next_milestone == "Activity END"


def test_a_plan_that_slipped_is_worse_than_the_one_before(crossing: Project) -> None:
    record(crossing)
    assess_while_due(crossing.pk, MARCH)
    record(crossing, days=90, at=MARCH + timedelta(days=1))
    assess_while_due(crossing.pk, MARCH + timedelta(days=1))
    schedule = next(each for each in current_statuses(crossing) if each.dimension == "schedule")
    assert (schedule.previous, schedule.status) == ("green", "red")
    assert Standing.objects.get().finish_slip_days == 80


def test_time_alone_makes_a_plan_stale_and_its_project_due_again(crossing: Project) -> None:
    record(crossing)
    assess_while_due(crossing.pk, MARCH)
    assert due_projects(LONG_AFTER).exists()
    assess_while_due(crossing.pk, LONG_AFTER)
    schedule = next(each for each in current_statuses(crossing) if each.dimension == "schedule")
    assert schedule.status == "unknown"
    assert "stale" in " ".join(Assessment.objects.first().dimensions.get(dimension="schedule").reasons)  # type: ignore[union-attr]
    assert not due_projects(LONG_AFTER).exists()


def test_another_standard_in_force_makes_due_what_has_no_version_of_its_own(crossing: Project) -> None:
    Project.objects.update(standard_version=None)
    record(crossing)
    assess_while_due(crossing.pk, MARCH)
    in_force = crossing.organisation.standard_in_force
    in_force.since = MARCH + timedelta(hours=1)
    in_force.save()
    assert due_projects(MARCH + timedelta(hours=2)).exists()
    assess_while_due(crossing.pk, MARCH + timedelta(hours=2))
    assert Assessment.objects.count() == 2


def test_a_project_that_follows_a_version_is_not_due_because_another_is_in_force(crossing: Project) -> None:
    record(crossing)
    assess_while_due(crossing.pk, MARCH)
    in_force = crossing.organisation.standard_in_force
    in_force.since = MARCH + timedelta(hours=1)
    in_force.save()
    assert not due_projects(MARCH + timedelta(hours=2)).exists()


def test_the_page_knows_that_evidence_is_newer_than_the_standing(crossing: Project) -> None:
    record(crossing)
    crossing.refresh_from_db()
    assert is_behind(crossing, None)
    assess_while_due(crossing.pk, MARCH)
    assert not is_behind(crossing, standing_of(crossing))


def test_each_assessment_leaves_one_audit_line_by_the_program(crossing: Project) -> None:
    record(crossing)
    assess_while_due(crossing.pk, MARCH)
    line = AuditLine.objects.get(verb="assess_project")
    assert line.actor is None
    assert line.scope == crossing.organisation_id
    assert line.details["overall"] in {"green", "amber", "red", "unknown"}


def test_the_database_refuses_to_change_an_assessment_or_a_finding(crossing: Project) -> None:
    record(crossing)
    assess_while_due(crossing.pk, MARCH)
    with pytest.raises(DatabaseError), transaction.atomic():
        Assessment.objects.update(overall="green")
    with pytest.raises(DatabaseError), transaction.atomic():
        Finding.objects.all().delete()


def test_an_assessment_of_earlier_facts_does_not_take_the_place_of_a_later_one(crossing: Project) -> None:
    record(crossing)
    assess_while_due(crossing.pk, MARCH)
    earlier = Assessment.objects.get()
    record(crossing, days=90, at=MARCH + timedelta(days=1))
    assess_while_due(crossing.pk, MARCH + timedelta(days=1))
    advance_standing(earlier, facts_of(crossing, MARCH), due_again=None)
    standing = Standing.objects.get()
    assert standing.assessment != earlier
    assert standing.overall == "red"
