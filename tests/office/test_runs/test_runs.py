"""A run is received once, read whole, and says how criteria stand."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from office.test_runs.files import handed_in, junit
from plumbline.office.acceptance.models import Criterion
from plumbline.office.foundation.clock import clock_at, now
from plumbline.office.foundation.models import AuditLine
from plumbline.office.notifications.models import Notice
from plumbline.office.projects.models import Project
from plumbline.office.test_runs import actions, limits
from plumbline.office.test_runs.actions import CannotReceive, receive_run
from plumbline.office.test_runs.jobs import SWEEP
from plumbline.office.test_runs.models import CriterionEvidence, EvidenceTurn, TestCase, TestResult, TestRun
from plumbline.office.test_runs.queries import evidence_of

pytestmark = pytest.mark.django_db


def standings(project: Project) -> list[str]:
    return [each.standing.value for each in evidence_of(project)]


def test_a_run_says_which_criteria_are_met(project: Project, criteria: list[Criterion]) -> None:
    run = handed_in(project, "test_ac1", "test_ac2:failure", "test_ac3:skipped", "test_more", revision="abc")
    assert (run.state, run.total, run.passed, run.failed, run.silent) == ("read", 4, 2, 1, 1)
    assert standings(project) == ["green", "red", "pending"]


def test_a_criterion_without_a_test_is_untested(project: Project, criteria: list[Criterion]) -> None:
    assert standings(project) == ["untested"] * 3


def test_the_same_file_twice_is_one_run_and_changes_nothing(project: Project, criteria: list[Criterion]) -> None:
    first = handed_in(project, "test_ac1", "test_ac1", "test_ac2")
    counted = [each.objects.count() for each in (TestRun, TestCase, TestResult, EvidenceTurn, AuditLine)]
    again = receive_run(project, [junit("test_ac1", "test_ac1", "test_ac2")], "again.xml", by=None)
    assert (again.run.pk, again.is_new) == (first.pk, False)
    assert [each.objects.count() for each in (TestRun, TestCase, TestResult, EvidenceTurn, AuditLine)] == counted
    assert TestCase.objects.count() == 3


def test_evidence_that_is_older_than_the_text_is_stale(project: Project, criteria: list[Criterion]) -> None:
    handed_in(project, "test_ac1", "test_ac2:failure")
    Criterion.objects.filter(project=project).update(changed_at=now() + timedelta(seconds=1))
    assert standings(project) == ["stale", "red", "untested"]


def test_evidence_that_is_a_month_old_is_stale(project: Project, criteria: list[Criterion]) -> None:
    handed_in(project, "test_ac1")
    with clock_at(now() + timedelta(days=31)):
        assert standings(project)[0] == "stale"


def test_one_revision_that_passed_and_failed_is_flaky(project: Project, criteria: list[Criterion]) -> None:
    handed_in(project, "test_ac1", "test_ac2", revision="abc")
    run = handed_in(project, "test_ac1:failure", "test_ac2", revision="abc")
    assert run.flaky == 1
    assert standings(project)[:2] == ["flaky", "green"]
    handed_in(project, "test_ac1", "test_ac2", revision="next")
    assert standings(project)[:2] == ["green", "green"]


def test_another_revision_that_fails_is_red(project: Project, criteria: list[Criterion]) -> None:
    handed_in(project, "test_ac1", revision="abc")
    handed_in(project, "test_ac1:failure", revision="next")
    assert standings(project)[0] == "red"


def test_a_test_that_is_not_run_again_keeps_its_result(project: Project, criteria: list[Criterion]) -> None:
    handed_in(project, "test_ac1:failure")
    handed_in(project, "test_ac2")
    assert standings(project) == ["red", "green", "untested"]


def test_when_a_text_was_first_met_is_kept(project: Project, criteria: list[Criterion]) -> None:
    run = handed_in(project, "test_ac1")
    handed_in(project, "test_ac1:failure", revision="x")
    evidence = CriterionEvidence.objects.get(criterion=criteria[0])
    assert (evidence.outcome, evidence.first_green_at) == ("red", run.ran_at)
    assert [each.outcome for each in EvidenceTurn.objects.filter(criterion=criteria[0])] == ["green", "red"]


def test_the_manager_is_told_once_of_what_turned_red(project: Project, criteria: list[Criterion]) -> None:
    handed_in(project, "test_ac1", "test_ac2")
    handed_in(project, "test_ac1:failure", "test_ac2:failure", revision="x")
    (notice,) = Notice.objects.filter(kind="test_evidence")
    assert notice.title == "Tests of Quay gates fail for 2 criteria"
    assert notice.person_id == project.manager_id


def test_the_map_ties_tests_without_tags(project: Project, criteria: list[Criterion], mira) -> None:
    handed_in(project, "opens[1]", "opens[2]:failure", "shuts")
    actions.add_map_rule(project, by=mira, pattern="opens[*", criterion=criteria[0])
    rule = actions.add_map_rule(project, by=mira, pattern="gates::shuts", criterion=criteria[1])
    assert standings(project) == ["red", "green", "untested"]
    actions.drop_map_rule(rule, by=mira)
    assert standings(project) == ["red", "untested", "untested"]


def test_a_map_file_is_taken_whole_or_not_at_all(project: Project, criteria: list[Criterion], mira) -> None:
    handed_in(project, "shuts")
    with pytest.raises(CannotReceive.__base__, match="row 3: there is no criterion AC-9"):
        actions.take_map(project, b"test,criterion\nshuts,AC-1\nshuts,AC-9\n", by=mira)
    assert standings(project)[0] == "untested"
    assert actions.take_map(project, b"test,criterion\nshuts,AC-1\n", by=mira) == 1
    assert actions.take_map(project, b"test,criterion\nshuts,AC-1\n", by=mira) == 0
    assert standings(project)[0] == "green"


def test_a_file_that_cannot_be_read_is_refused_and_nothing_kept(project: Project) -> None:
    with pytest.raises(CannotReceive, match="Line 1"):
        receive_run(project, [b"<testsuite><testcase name='a'>"], "x.xml", by=None)
    assert not TestRun.objects.exists()


def test_a_large_file_is_read_in_the_background(
    project: Project, criteria: list[Criterion], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plumbline.office.test_runs.actions.receiving.AT_ONCE", 10)
    run = handed_in(project, "test_ac1")
    assert (run.state, standings(project)[0]) == ("received", "untested")
    SWEEP()
    run.refresh_from_db()
    assert (run.state, standings(project)[0]) == ("read", "green")


def test_a_run_that_was_broken_off_is_read_again_from_its_beginning(
    project: Project, criteria: list[Criterion], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plumbline.office.test_runs.actions.receiving.AT_ONCE", 10)
    monkeypatch.setattr("plumbline.office.test_runs.steps.reading.BATCH", 2)
    run = handed_in(project, "test_ac1", "a", "b", "c")
    with monkeypatch.context() as broken:
        broken.setattr("plumbline.office.test_runs.steps.reading.let_cases_follow", lambda run: 1 / 0)
        SWEEP()
    assert (TestRun.objects.get().state, TestResult.objects.count(), standings(project)[0]) == (
        "received",
        4,
        "untested",
    )
    with clock_at(now() + limits.LONGEST_STEP + timedelta(minutes=1)):
        SWEEP()
    run.refresh_from_db()
    assert (run.state, run.total, TestResult.objects.count()) == ("read", 4, 4)


def test_the_number_of_queries_does_not_grow_with_the_results(project: Project, criteria: list[Criterion]) -> None:
    counted = []
    for number in (10, 100):
        with CaptureQueriesContext(connection) as made:
            handed_in(project, "test_ac1", *(f"t{number}-{each}" for each in range(number)))
        counted.append(len(made))
    assert counted[1] <= counted[0] + 6
