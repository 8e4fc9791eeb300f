"""Plan versions are added, never changed; equal plans are one."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.http import Http404

from engine.schedule.nets import ORACLE_DURATIONS, ORACLE_LINKS, day, net
from plumbline.engine.calendars import CalendarException, WorkCalendar
from plumbline.engine.schedule import Schedule
from plumbline.engine.schedule.calculate import calculate
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.models import AuditLine
from plumbline.office.people.models import Person
from plumbline.office.projects import queries
from plumbline.office.projects.actions import archive, create_project, record_plan, set_baseline
from plumbline.office.projects.models import PlanDocument, PlanVersion, Project


@pytest.fixture
def plan() -> Schedule:
    return net(ORACLE_DURATIONS, ORACLE_LINKS, data_date=day(0))


@pytest.fixture
def update() -> Schedule:
    return net({**ORACLE_DURATIONS, "G": 9}, ORACLE_LINKS, data_date=day(2))


def record(project: Project, schedule: Schedule, by: Person | None = None) -> PlanVersion:
    return record_plan(project, by=by, schedule=schedule, source_format="xer").version


def test_a_recorded_plan_is_the_project_s_next_version(crossing: Project, mira: Person, plan: Schedule) -> None:
    version, is_new = record_plan(
        crossing, by=mira, schedule=plan, source_format="xer", message="First baseline", original_digest="ab" * 32
    )
    calculation = calculate(plan)
    assert is_new
    assert (version.number, version.activity_count, version.recorded_by) == (1, 7, mira)
    assert (version.data_date, version.start) == (date(2026, 1, 1), calculation.start.date())
    assert version.finish == calculation.finish.date()
    assert (version.message, version.source_format) == ("First baseline", "xer")
    assert queries.version_from_file(crossing, "ab" * 32) == version


def test_a_plan_in_which_all_is_done_finishes_when_the_last_work_did(crossing: Project, plan: Schedule) -> None:
    done = tuple(
        replace(each, actual_start=day(0), actual_finish=day(3), remaining=0, percent_complete=100.0)
        for each in plan.activities
    )
    version = record(crossing, replace(plan, activities=done, data_date=day(20)))
    assert version.finish == day(3).date()


def test_what_was_recorded_is_read_back_equal(crossing: Project, plan: Schedule) -> None:
    version = record(crossing, plan)
    read = queries.version(crossing, 1)
    assert queries.schedule_of(read) == plan
    assert queries.calculation_of(read) == calculate(plan)
    assert version == read


def test_a_recorded_plan_marks_that_the_facts_have_changed(crossing: Project, plan: Schedule) -> None:
    moment = datetime(2025, 3, 4, 9, 30, tzinfo=UTC)
    with clock_at(moment):
        version = record(crossing, plan)
    assert (crossing.facts_changed_at, version.recorded_at) == (moment, moment)
    crossing.refresh_from_db()
    assert (crossing.facts_changed_at, crossing.current_plan) == (moment, version)


def test_one_audit_line_says_who_recorded_which_version(crossing: Project, mira: Person, plan: Schedule) -> None:
    version = record(crossing, plan, by=mira)
    line = AuditLine.objects.get(verb="record_plan")
    assert (line.actor, line.object_label, line.scope) == (mira, "QC-1 v1", crossing.organisation_id)
    assert line.details == {"project": "QC-1 Quay crossing", "number": 1, "document": version.document_id}


def test_the_same_plan_again_is_the_version_there_is(crossing: Project, plan: Schedule) -> None:
    first = record(crossing, plan)
    marked = crossing.facts_changed_at
    again, is_new = record_plan(crossing, by=None, schedule=plan, source_format="xml", message="Again")
    assert (again, is_new) == (first, False)
    assert crossing.facts_changed_at == marked
    assert PlanVersion.objects.count() == AuditLine.objects.filter(verb="record_plan").count() == 1


def test_going_back_to_an_earlier_plan_is_a_new_version_of_the_same_document(
    crossing: Project, plan: Schedule, update: Schedule
) -> None:
    first, _, third = record(crossing, plan), record(crossing, update), record(crossing, plan)
    assert (third.number, third.document_id) == (3, first.document_id)
    assert PlanDocument.objects.count() == 4
    assert [each.number for each in queries.versions(crossing)] == [3, 2, 1]


def test_a_plan_with_a_loop_is_kept_with_what_is_wrong(crossing: Project) -> None:
    version = record(crossing, net({"A": 1, "B": 1}, "A-B FS0, B-A FS0"))
    assert queries.calculation_of(version) is None
    assert (version.finish, version.calculation_document_id) == (None, None)
    assert "A" in version.calculation_problem
    assert "B" in version.calculation_problem


def test_a_plan_whose_calendar_runs_out_is_kept_with_what_is_wrong(crossing: Project) -> None:
    one_day = WorkCalendar(
        uid="once",
        name="Once",
        week=((),) * 7,
        exceptions=(CalendarException(date(2026, 1, 2), date(2026, 1, 2), ((0, 60),)),),
    )
    plan = net({"A": 5}, calendars=(one_day,), default_calendar="once")
    version = record(crossing, plan)
    assert queries.calculation_of(version) is None
    assert "calendar 'Once' has too little working time" in version.calculation_problem
    assert queries.schedule_of(version) == plan


def test_an_archived_project_takes_no_plan(crossing: Project, plan: Schedule) -> None:
    archive(crossing, by=None)
    with pytest.raises(ValidationError, match="archived"):
        record(crossing, plan)
    assert not PlanVersion.objects.exists()


def test_a_plan_that_cannot_be_kept_leaves_nothing(crossing: Project, plan: Schedule) -> None:
    with pytest.raises(ValidationError) as refused:
        record_plan(crossing, by=None, schedule=plan, source_format="xer", message="x" * 501)
    assert "message" in refused.value.error_dict
    assert not PlanDocument.objects.exists()
    crossing.refresh_from_db()
    assert (crossing.current_plan, crossing.facts_changed_at) == (None, None)


def test_a_version_and_its_document_can_be_neither_changed_nor_deleted(crossing: Project, plan: Schedule) -> None:
    record(crossing, plan)
    attempts = [
        lambda: PlanVersion.objects.update(message="Better"),
        lambda: PlanDocument.objects.update(content=b""),
        lambda: PlanVersion.objects.all()._raw_delete("default"),
        lambda: PlanDocument.objects.all()._raw_delete("default"),
    ]
    for attempt in attempts:
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            attempt()


def test_a_version_is_found_in_its_own_project_alone(crossing: Project, plan: Schedule) -> None:
    record(crossing, plan)
    other = create_project(
        crossing.organisation, by=None, code="QC-2", name="Second crossing", portfolio=crossing.portfolio
    )
    for project, number in ((other, 1), (crossing, 2)):
        with pytest.raises(Http404):
            queries.version(project, number)


def test_a_baseline_is_chosen_with_a_reason_and_marks_changed_facts(
    crossing: Project, ada: Person, plan: Schedule, update: Schedule
) -> None:
    first = record(crossing, plan)
    record(crossing, update)
    assert queries.baseline_schedule_of(crossing) is None
    moment = datetime(2026, 2, 3, tzinfo=UTC)
    with clock_at(moment):
        set_baseline(crossing, by=ada, version=first, reason="Agreed by the board")
    crossing.refresh_from_db()
    assert (crossing.baseline, crossing.facts_changed_at) == (first, moment)
    assert queries.baseline_schedule_of(crossing) == plan
    assert AuditLine.objects.get(verb="set_baseline").details == {
        "changed": {"baseline": [None, "QC-1 v1"]},
        "reason": "Agreed by the board",
    }


def test_a_baseline_needs_a_reason_and_a_plan_of_the_project(crossing: Project, plan: Schedule) -> None:
    other = create_project(
        crossing.organisation, by=None, code="QC-2", name="Second crossing", portfolio=crossing.portfolio
    )
    foreign, own = record(other, plan), record(crossing, plan)
    for version, reason, field in ((foreign, "Because", "version"), (own, " ", "reason")):
        with pytest.raises(ValidationError) as refused:
            set_baseline(crossing, by=None, version=version, reason=reason)
        assert field in refused.value.error_dict


@pytest.mark.django_db(transaction=True)
def test_plans_recorded_at_the_same_moment_are_numbered_one_after_the_other(crossing: Project) -> None:
    start = threading.Barrier(4)
    failed: list[BaseException] = []

    def deliver(days: int) -> None:
        start.wait()
        try:
            record(Project.objects.get(pk=crossing.pk), net({"A": days}))
        except BaseException as error:
            failed.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=deliver, args=(days,)) for days in range(1, 5)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert not failed
    assert sorted(PlanVersion.objects.values_list("number", flat=True)) == [1, 2, 3, 4]
    crossing.refresh_from_db()
    assert crossing.current_plan is not None
    assert crossing.current_plan.number == 4
