"""An audit: its sample is chosen by rule, its checklist is kept as it was made, each answer stays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from office.conformance.conftest import DAY, MARCH, RULE, SignedIn, answered, finding_in, planned, refusal
from plumbline.office.conformance.actions import audits as actions
from plumbline.office.conformance.actions.checklists import add_question, answer
from plumbline.office.conformance.actions.reports import report_audit
from plumbline.office.conformance.models import Audit, ChecklistAnswer
from plumbline.office.conformance.queries import audits as queries
from plumbline.office.foundation.clock import clock_at
from plumbline.office.governance.actions import decide_waiver, request_waiver
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project

pytestmark = pytest.mark.django_db


def test_the_same_seed_draws_the_same_projects_and_another_seed_others(audit: Audit, ada: Person) -> None:
    first, again, other = (
        actions.choose_sample(audit, by=ada, method="random", size=3, seed=seed).chosen for seed in (7, 7, 8)
    )
    assert first == again != other
    assert [each.seed for each in audit.choices.all()] == [8, 7, 7]
    assert [each.project.code for each in audit.sample.all()] == sorted(other)


def test_a_seed_that_nobody_gave_is_drawn_and_kept(audit: Audit, ada: Person) -> None:
    drawn = actions.choose_sample(audit, by=ada, method="random", size=3)
    assert drawn.seed is not None
    assert str(drawn.seed) in drawn.how
    assert actions.choose_sample(audit, by=ada, method="random", size=3, seed=drawn.seed).chosen == drawn.chosen


def test_by_risk_whoever_fails_most_major_rules_comes_first(audit: Audit, ada: Person) -> None:
    choice = actions.choose_sample(audit, by=ada, method="risk", size=2)
    assert choice.chosen == ["Q4", "Q0"]
    assert "Q0 was never assessed" in choice.how


def test_chance_and_risk_leave_out_what_the_lead_answers_for(audit: Audit, running: list[Project], ada: Person) -> None:
    Project.objects.filter(pk=running[4].pk).update(sponsor=ada)
    for method in ("random", "risk"):
        assert "Q4" not in actions.choose_sample(audit, by=ada, method=method, size=9).chosen
    assert "answers for Q4" in refusal(lambda: actions.choose_sample(audit, by=ada, method="hand", codes=["q4"]))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"method": "hand", "codes": ["Q1", "Q99"]}, "No running project has the code Q99"),
        ({"method": "hand", "codes": []}, "Name between 1 and 50"),
        ({"method": "random", "size": 11}, "between 1 and 10"),
        ({"method": "risk"}, "how many"),
    ],
)
def test_a_choice_that_is_not_possible_says_why(audit: Audit, ada: Person, given: dict[str, object], said: str) -> None:
    assert said in refusal(lambda: actions.choose_sample(audit, by=ada, **given))  # type: ignore[arg-type]
    assert not audit.choices.exists()


def test_nobody_leads_without_the_role_or_for_their_own_project(
    audit: Audit, running: list[Project], ada: Person, mira: Person, bela: Person
) -> None:
    said = {"title": "T", "scope": "S", "reason": "R", "planned_from": DAY, "planned_to": DAY}
    refused = refusal(lambda: actions.plan_audit(audit.organisation, by=ada, lead=mira, **said))
    assert "does not allow to audit" in refused
    Project.objects.filter(pk=running[1].pk).update(manager=bela)
    actions.choose_sample(audit, by=ada, method="hand", codes=["Q1"])
    assert "manages or sponsors" in refusal(lambda: actions.edit_audit(audit, by=ada, lead=bela))


def test_who_becomes_sponsor_after_the_choice_cannot_begin(audit: Audit, running: list[Project], ada: Person) -> None:
    actions.choose_sample(audit, by=ada, method="hand", codes=["Q1"])
    Project.objects.filter(pk=running[1].pk).update(sponsor=ada)
    assert "manages or sponsors" in refusal(lambda: actions.begin_audit(audit, by=ada))


def test_the_checklist_asks_after_what_was_due_in_the_phases_behind(
    audit: Audit, running: list[Project], ada: Person
) -> None:
    Project.objects.filter(pk=running[5].pk).update(phase="Definition and planning")
    actions.choose_sample(audit, by=ada, method="hand", codes=["Q5"])
    actions.begin_audit(audit, by=ada)
    asked = list(audit.questions.values_list("kind", "subject"))
    assert ("artefact", "business_case") in asked
    assert ("gate", "concept_approval") in asked
    assert ("gate", "definition_approval") not in asked
    assert asked[-1] == ("plan", "")


def test_a_phase_that_the_standard_does_not_have_is_asked_about(under_way: Audit) -> None:
    assert set(under_way.questions.values_list("kind", flat=True)) >= {"phase", "plan"}
    assert not under_way.questions.filter(kind="artefact").exists()


def test_failed_major_rules_are_asked_about_unless_they_are_waived(
    audit: Audit, running: list[Project], ada: Person, mira: Person
) -> None:
    with clock_at(MARCH):
        standing = running[4].assessments.get()
        failed = set(standing.findings.filter(outcome="fail", severity="major").values_list("rule", flat=True))
        assert failed
        waived = min(failed)
        waiver = request_waiver(running[4], by=mira, rule=waived, reason="Agreed.", last_day=DAY)
        decide_waiver(waiver, by=ada, approve=True)
        actions.choose_sample(audit, by=ada, method="hand", codes=["Q4"])
        actions.begin_audit(audit, by=ada)
    assert set(audit.questions.filter(kind="rule").values_list("subject", flat=True)) == failed - {waived}


def test_an_expired_waiver_is_asked_about(audit: Audit, running: list[Project], ada: Person, mira: Person) -> None:
    with clock_at(MARCH):
        waiver = request_waiver(running[4], by=mira, rule=RULE, reason="Agreed.", last_day=DAY)
        decide_waiver(waiver, by=ada, approve=True)
    with clock_at(MARCH + timedelta(days=2)):
        actions.choose_sample(audit, by=ada, method="hand", codes=["Q4"])
        actions.begin_audit(audit, by=ada)
    asked = audit.questions.get(kind="waiver")
    assert asked.subject == RULE
    assert "held through 9 March 2026. The reason was: Agreed." in asked.evidence


def test_the_last_answer_counts_and_those_before_stay(under_way: Audit, ada: Person) -> None:
    question = under_way.questions.all()[0]
    for value in ("no", "yes"):
        answer(question, by=ada, value=value)
    assert [each.value for each in question.answers.all()] == ["yes", "no"]
    (first, _) = queries.progress(under_way)
    assert (first.answered, first.counts) == (1, {"yes": 1})
    given = ChecklistAnswer.objects.all()[0]
    given.note = "Something else."
    with pytest.raises(DatabaseError), transaction.atomic():
        given.save()


def test_not_relevant_needs_a_reason(under_way: Audit, ada: Person) -> None:
    question = under_way.questions.all()[0]
    assert "why it is not relevant" in refusal(lambda: answer(question, by=ada, value="not_relevant", note=" "))


def test_nobody_answers_who_answers_for_a_project_of_the_sample(
    under_way: Audit, running: list[Project], bela: Person, mira: Person
) -> None:
    question = under_way.questions.all()[0]
    assert "does not allow" in refusal(lambda: answer(question, by=mira, value="yes"))
    Project.objects.filter(pk=running[5].pk).update(sponsor=bela)
    assert "manages or sponsors" in refusal(lambda: answer(question, by=bela, value="yes"))


def test_an_auditor_adds_a_question_of_their_own(under_way: Audit, running: list[Project], ada: Person) -> None:
    added = add_question(under_way, running[4], by=ada, text="Who has the keys?")
    assert added.number == under_way.questions.count()
    assert "not in the sample" in refusal(lambda: add_question(under_way, running[0], by=ada, text="Why?"))


def test_it_is_cancelled_with_a_reason_and_never_after_the_report(under_way: Audit, ada: Person) -> None:
    assert "Say why" in refusal(lambda: actions.cancel_audit(under_way, by=ada))
    actions.cancel_audit(under_way, by=ada, note="The quays are sold.")
    assert "cancelled" in refusal(lambda: actions.cancel_audit(under_way, by=ada, note="Again."))


def test_who_sees_it_depends_on_whom_it_concerns_and_whether_it_is_reported(
    under_way: Audit,
    harbour: Organisation,
    ada: Person,
    mira: Person,
    signed_in: SignedIn,
    enrol: Callable[..., object],
) -> None:
    other = enrol(harbour, Role.PROJECT_MANAGER, "Otto Bollard").person  # type: ignore[attr-defined]
    address = f"/o/{harbour.slug}/audits/{under_way.pk}/"
    assert signed_in(mira).get(address).status_code == 200
    assert signed_in(other).get(address).status_code == 403
    assert "Quays" not in signed_in(other).get(f"/o/{harbour.slug}/audits/").content.decode()
    answered(under_way, ada)
    report_audit(under_way, by=ada)
    assert signed_in(other).get(f"{address}report/").status_code == 200


@pytest.mark.parametrize("place", ["", "{}/", "findings/"])
def test_pages_ask_as_much_of_the_database_however_much_there_is(
    under_way: Audit,
    running: list[Project],
    harbour: Organisation,
    ada: Person,
    mira: Person,
    signed_in: SignedIn,
    place: str,
) -> None:
    client, address = signed_in(ada), f"/o/{harbour.slug}/audits/{place.format(under_way.pk)}"
    finding_in(under_way, ada, mira)
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for _ in range(8):
        finding_in(under_way, ada, mira)
        planned(harbour, ada)
    for each in running[:4]:
        under_way.sample.create(project=each)
    with CaptureQueriesContext(connection) as many:
        client.get(address)
    assert len(many) == len(few)
