"""From a finding that comes again to its lesson, and from the lesson back to the finding."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from office.academy.conftest import signed_in
from office.academy.plans import deliver, project_of
from office.conftest import Enrol
from plumbline.engine.course import Course, Lesson
from plumbline.engine.course.effect import Verdict
from plumbline.office.academy import actions, queries
from plumbline.office.academy.models import Assignment, JudgedPlan, LessonEffect, LessonProposal
from plumbline.office.assurance.actions import assess_while_due
from plumbline.office.foundation.clock import clock_at
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects.models import Project

pytestmark = pytest.mark.django_db
BEGIN = datetime(2031, 3, 10, 12, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def crossing(harbour: Organisation, course: Course, bo: Person) -> Project:
    return project_of(harbour, bo, "Q1")


def test_a_finding_that_comes_again_proposes_its_lesson_once(crossing: Project, bo: Person) -> None:
    deliver(crossing, BEGIN, ends_open=True)
    assert not LessonProposal.objects.exists()
    for number in (1, 2):
        deliver(crossing, BEGIN + number * DAY, ends_open=True, days=10 + number)
    proposal = LessonProposal.objects.get()
    assert (proposal.person, proposal.lesson) == (bo, "open_ends")
    assert "in 3 plans of 1 project" in proposal.reasons
    assert Notice.objects.filter(person=bo, kind="lesson_proposed").count() == 1


def test_one_plan_each_of_two_projects_is_enough(harbour: Organisation, crossing: Project, bo: Person) -> None:
    deliver(crossing, BEGIN, ends_open=True)
    deliver(project_of(harbour, bo, "Q2"), BEGIN + DAY, ends_open=True)
    assert "in 2 plans of 2 projects" in LessonProposal.objects.get().reasons


def test_what_came_of_two_managers_is_nobodys(harbour: Organisation, crossing: Project, enrol: Enrol) -> None:
    deliver(crossing, BEGIN, ends_open=True)
    other = enrol(harbour, "project_manager", "Other").person
    Project.objects.filter(pk=crossing.pk).update(manager=other)
    deliver(Project.objects.get(pk=crossing.pk), BEGIN + DAY, ends_open=True, days=11)
    assert not LessonProposal.objects.exists()
    assert JudgedPlan.objects.filter(person=other).count() == 1


def test_a_finding_that_is_mended_takes_its_proposal_back(crossing: Project) -> None:
    for number in range(2):
        deliver(crossing, BEGIN + number * DAY, ends_open=True, days=10 + number)
    deliver(crossing, BEGIN + 3 * DAY, ends_open=False, days=13)
    assert LessonProposal.objects.get().state == LessonProposal.State.OVER


def test_what_was_set_aside_or_learnt_comes_back_only_by_later_findings(
    crossing: Project, lesson: Lesson, harbour: Organisation, bo: Person
) -> None:
    for number in range(2):
        deliver(crossing, BEGIN + number * DAY, ends_open=True, days=10 + number)
    with clock_at(BEGIN + 2 * DAY):
        actions.set_aside(LessonProposal.objects.get(), by=bo)
    deliver(crossing, BEGIN + 3 * DAY, ends_open=True, days=13)
    assert not LessonProposal.objects.filter(state="open").exists()
    deliver(crossing, BEGIN + 4 * DAY, ends_open=True, days=14)
    assert "in 2 plans" in LessonProposal.objects.get(state="open").reasons
    with clock_at(BEGIN + 5 * DAY):
        actions.finish_lesson(harbour, lesson, by=bo)
    assert LessonProposal.objects.get(closed_at__gt=BEGIN + 4 * DAY).state == LessonProposal.State.LEARNT
    deliver(crossing, BEGIN + 6 * DAY, ends_open=True, days=15)
    assert not LessonProposal.objects.filter(state="open").exists()


def test_the_pmo_asks_the_course_in_one_step_and_says_why(
    harbour: Organisation, crossing: Project, bo: Person, ada: Person
) -> None:
    for number in range(2):
        deliver(crossing, BEGIN + number * DAY, ends_open=True, days=10 + number)
    there = f"/o/{harbour.slug}/learning/proposals/"
    page = signed_in(ada).get(there).content.decode()
    assert "Bo Reed" in page
    proposal = LessonProposal.objects.get()
    sent = {"do": "assign", "due_on": "2099-01-01"}
    for _ in range(2):
        signed_in(ada).post(f"{there}{proposal.pk}/", sent)
    asked = Assignment.objects.get()
    assert (asked.person, asked.course, asked.assigned_by) == (bo, "links", ada)
    assert "in 2 plans of 1 project" in asked.why
    deliver(crossing, BEGIN + 3 * DAY, ends_open=True, days=13)
    assert not LessonProposal.objects.filter(state="open").exists()


def test_who_may_decide_about_a_proposal(
    harbour: Organisation, crossing: Project, bo: Person, ada: Person, enrol: Enrol, olav: Person
) -> None:
    for number in range(2):
        deliver(crossing, BEGIN + number * DAY, ends_open=True, days=10 + number)
    there = f"/o/{harbour.slug}/learning/proposals/"
    one = f"{there}{LessonProposal.objects.get().pk}/"
    other = enrol(harbour, "executive", "Nosy").person
    assert signed_in(other).get(there).status_code == 403
    assert "does not allow" in signed_in(other).post(one, {"do": "set_aside"}).content.decode()
    assert signed_in(bo).post(one, {"do": "assign"}).status_code == 403
    assert signed_in(olav).post(one, {"do": "set_aside"}).status_code == 404
    assert signed_in(bo).post(one).status_code == 302
    assert LessonProposal.objects.get().state == "open"
    assert "in 2 plans of 1 project" in signed_in(bo).get(f"/o/{harbour.slug}/learning/").content.decode()
    signed_in(bo).post(one, {"do": "set_aside"})
    assert LessonProposal.objects.get().state == "set_aside"


def test_a_plan_that_is_assessed_again_is_judged_again(crossing: Project, bo: Person) -> None:
    deliver(crossing, BEGIN, ends_open=True)
    before = JudgedPlan.objects.get()
    assert "missing_logic" in before.failed
    Project.objects.filter(pk=crossing.pk).update(facts_changed_at=BEGIN + DAY)
    with clock_at(BEGIN + DAY):
        assess_while_due(crossing.pk, BEGIN + DAY)
        actions.judge_what_was_assessed()
    after = JudgedPlan.objects.get()
    assert after.assessment_id > before.assessment_id
    assert (after.pk, after.person) == (before.pk, bo)


def test_lessons_that_work_are_told_of_people_together(
    harbour: Organisation, course: Course, lesson: Lesson, enrol: Enrol, ada: Person
) -> None:
    """Six finish the lesson; one who leads too does not, and goes on as before."""
    people = [enrol(harbour, "project_manager", f"Manager {number}").person for number in range(7)]
    for number, person in enumerate(people):
        project = project_of(harbour, person, f"Q{number}")
        deliver(project, BEGIN - 10 * DAY, ends_open=True)
        if number < 6:
            with clock_at(BEGIN):
                actions.finish_lesson(harbour, lesson, by=person)
        deliver(project, BEGIN + 10 * DAY, ends_open=number == 6, days=11)
    with clock_at(BEGIN + 27 * DAY):
        actions.weigh_what_is_due()
        assert LessonEffect.objects.get().verdict is Verdict.TOO_FEW
    with clock_at(BEGIN + 30 * DAY):
        actions.weigh_what_is_due()
        actions.weigh_what_is_due()
    found = LessonEffect.objects.get()
    assert (found.people, found.before, found.after, found.others, found.compared) == (6, 1, 0, 0, 6)
    assert found.verdict is Verdict.RARER
    page = signed_in(ada).get(f"/o/{harbour.slug}/learning/effects/").content.decode()
    assert "Findings became rarer" in page
    assert "Manager 1" not in page
    assert signed_in(people[0]).get(f"/o/{harbour.slug}/learning/effects/").status_code == 403


def test_pages_of_the_loop_need_as_many_queries_however_many_there_are(
    harbour: Organisation, course: Course, ada: Person, enrol: Enrol
) -> None:
    client = signed_in(ada)

    def count() -> list[int]:
        found = []
        for page in ("proposals/", "effects/", ""):
            with CaptureQueriesContext(connection) as made:
                assert client.get(f"/o/{harbour.slug}/learning/{page}").status_code == 200
            found.append(len(made))
        return found

    def propose(number: int) -> None:
        person = enrol(harbour, "project_manager", f"Manager {number}").person
        for of_two in (1, 2):
            deliver(project_of(harbour, person, f"Q{number}-{of_two}"), BEGIN + of_two * DAY, ends_open=True)

    propose(0)
    count()
    before = count()
    propose(1)
    propose(2)
    assert queries.open_proposals(harbour).count() == 3
    assert count() == before
