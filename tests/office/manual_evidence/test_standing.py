"""What a person saw counts as what a test said does, and which of the two counts where there are both."""

from __future__ import annotations

from datetime import timedelta

import pytest

from office.manual_evidence.conftest import NOW, Look, run, standings
from plumbline.office.acceptance.actions import change_text
from plumbline.office.acceptance.models import Criterion
from plumbline.office.assurance.gather_acceptance import acceptance_facts
from plumbline.office.foundation.clock import clock_at
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project
from plumbline.office.test_runs.actions import withdraw_evidence
from plumbline.office.test_runs.models import CriterionEvidence, EvidenceTurn

LATER = NOW + timedelta(days=1)


@pytest.mark.parametrize(("verdict", "standing"), [("passed", "green"), ("failed", "red")])
def test_a_criterion_stands_by_what_a_person_saw(project: Project, look: Look, verdict: str, standing: str) -> None:
    given = look(verdict)
    assert standings(project) == [standing, "untested"]
    kept = CriterionEvidence.objects.get()
    assert (kept.manual, kept.oldest_at, kept.tests) == (given, NOW, 0)
    assert kept.first_green_at == (NOW if verdict == "passed" else None)
    assert EvidenceTurn.objects.get().outcome == standing


def test_the_last_look_counts_by_the_day_on_which_somebody_looked(project: Project, look: Look) -> None:
    look("failed")
    look("passed", days_ago=3)
    assert standings(project)[0] == "red"
    with clock_at(LATER):
        look("passed", days_ago=-1)
    assert standings(project, LATER)[0] == "green"


def test_what_a_person_saw_grows_old_like_a_test(project: Project, look: Look) -> None:
    look()
    assert standings(project, NOW + timedelta(days=30))[0] == "green"
    assert standings(project, NOW + timedelta(days=31))[0] == "stale"


def test_a_changed_text_makes_it_stale(project: Project, criteria: list[Criterion], look: Look) -> None:
    look()
    with clock_at(LATER):
        change_text(criteria[0], by=None, text="So, and not otherwise.")
    assert standings(project, LATER)[0] == "stale"
    with clock_at(LATER + timedelta(hours=1)):
        look(days_ago=-1)
    assert standings(project, LATER + timedelta(hours=1))[0] == "green"


def test_a_look_before_the_text_was_written_is_stale(project: Project, look: Look) -> None:
    look(days_ago=5)
    assert standings(project)[0] == "stale"


def test_a_withdrawn_look_counts_no_more_and_the_one_before_it_does(project: Project, look: Look, tess: Person) -> None:
    look("passed", days_ago=0)
    wrong = look("failed", subject="Seam 5")
    assert standings(project)[0] == "red"
    withdraw_evidence(wrong, by=tess, because="That was another seam.")
    assert standings(project)[0] == "green"


def test_of_tests_and_a_person_who_saw_it_met_the_newer_counts(
    project: Project, criteria: list[Criterion], look: Look
) -> None:
    run(project, "-", "failure")
    look("passed", of=criteria[1])
    assert standings(project)[1] == "green"
    run(project, "-", "failure", at=NOW + timedelta(hours=2))
    assert standings(project, NOW + timedelta(hours=2))[1] == "red"
    run(project, "-", "", at=NOW + timedelta(hours=3))
    assert standings(project, NOW + timedelta(hours=3))[1] == "green"
    assert CriterionEvidence.objects.get(criterion=criteria[1]).manual is None


def test_what_a_person_saw_fail_stays_red_until_a_person_looks_again(
    project: Project, criteria: list[Criterion], look: Look
) -> None:
    look("failed", of=criteria[1])
    run(project, "-", "", at=LATER)
    assert standings(project, LATER)[1] == "red"
    with clock_at(LATER):
        look("passed", of=criteria[1], days_ago=-1)
    assert standings(project, LATER)[1] == "green"


def test_a_test_that_did_not_speak_does_not_stand_against_a_person(
    project: Project, criteria: list[Criterion], look: Look
) -> None:
    look("passed", of=criteria[1])
    run(project, "-", "skipped", at=LATER)
    assert standings(project, LATER)[1] == "green"


def test_rules_and_numbers_know_it(project: Project, look: Look) -> None:
    before = project.facts_changed_at
    look()
    project.refresh_from_db()
    assert project.facts_changed_at is not None
    assert project.facts_changed_at != before
    found = acceptance_facts(project)
    assert found is not None
    assert [(str(each.result), each.has_evidence, each.is_met) for each in found.criteria] == [
        ("green", True, True), ("untested", False, False),
    ]  # fmt: skip
    assert found.criteria[0].green_on == NOW.date()


def test_who_manages_the_project_is_told_of_red_but_not_of_what_they_saw_themselves(
    look: Look, mira: Person, criteria: list[Criterion]
) -> None:
    look("failed")
    told = Notice.objects.get(person=mira)
    assert str(told.title) == "Tess saw that AC-1 The weld holds is not met"
    assert told.path.endswith(f"criteria/{criteria[0].pk}/evidence/")
    look("failed", of=criteria[1], by=mira)
    assert Notice.objects.filter(person=mira).count() == 1
