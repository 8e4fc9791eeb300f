"""Answers, reviews and decisions: who may do what, and that nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from engine.small_project import lasting, sound_schedule
from office.gates.conftest import DAY, MARCH, Gates
from plumbline.engine.schedule import Schedule
from plumbline.office.assurance.actions import assess_while_due
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.frozen import digest_of
from plumbline.office.foundation.models import AuditLine
from plumbline.office.gates import actions, queries
from plumbline.office.gates.jobs import renew_what_is_due
from plumbline.office.gates.models import Answer, Condition, GateDecision, GateReview, Whereabouts
from plumbline.office.gates.queries.checklist import Asked
from plumbline.office.governance.actions import appoint
from plumbline.office.governance.queries import standard_for
from plumbline.office.people.models import Person
from plumbline.office.projects.actions import record_plan

pytestmark = pytest.mark.django_db


def refusal(do: Callable[[], object]) -> str:
    with pytest.raises(ValidationError) as refused, transaction.atomic():
        do()
    return " ".join(refused.value.messages)


def decide(review: GateReview, by: Person, outcome: str = "go") -> GateDecision:
    return actions.decide(review, by=by, outcome=outcome, reason="As the evidence says.")


def test_a_later_answer_counts_and_the_earlier_stays(gates: Gates) -> None:
    gates.answer("concept_approval", "choices_compared", "no", "One choice only.")
    gates.answer("concept_approval", "choices_compared", "yes", "Three now.")
    asked = checklist_of(gates)["choices_compared"]
    assert (asked.value, [each.note for each in asked.earlier]) == ("yes", ["One choice only."])


def test_an_answer_cannot_be_changed_behind_the_back_of_anybody(gates: Gates) -> None:
    gates.answer("concept_approval", "choices_compared", "no")
    with pytest.raises(DatabaseError), transaction.atomic():
        Answer.objects.update(value="yes")


def test_overruling_the_evidence_needs_a_reason_and_is_shown(gates: Gates) -> None:
    said = refusal(lambda: gates.answer("concept_approval", "need_is_clear", "yes", ""))
    assert "say why yours is right" in said
    gates.answer("concept_approval", "need_is_clear", "yes", "It lies with the mayor.")
    assert checklist_of(gates)["need_is_clear"].overruled


def test_not_relevant_needs_a_reason(gates: Gates) -> None:
    assert "Say why" in refusal(lambda: gates.answer("concept_approval", "choices_compared", "not_relevant", " "))


def test_where_nobody_answered_a_rule_does(gates: Gates) -> None:
    assert checklist_of(gates, "definition_approval")["work_is_linked"].value == "yes"
    assert checklist_of(gates, "definition_approval")["all_work_promised"].answered_by == "the evidence"


def test_a_gate_that_is_passed_asks_nothing_any_more(gates: Gates) -> None:
    decide(gates.ready(), gates.sponsor)
    assert "is decided" in refusal(lambda: gates.answer("concept_approval", "choices_compared", "no"))


def test_a_stranger_to_the_gate_answers_nothing(gates: Gates) -> None:
    assert refusal(lambda: gates.answer("concept_approval", "choices_compared", "yes", by=gates.user))


def test_who_presents_the_project_does_not_review_it(gates: Gates) -> None:
    for person in (gates.manager, gates.sponsor):
        said = refusal(
            lambda person=person: actions.open_review(  # type: ignore[misc]
                gates.project, "concept_approval", by=gates.elowen, planned_on=DAY, lead=person
            )
        )
        assert "presents the project" in said


def test_one_review_of_a_gate_at_a_time(gates: Gates) -> None:
    gates.open()
    assert "under way already" in refusal(gates.open)


def test_the_manager_opens_no_review_under_a_standard_where_the_pmo_assesses(gates: Gates) -> None:
    said = refusal(
        lambda: actions.open_review(gates.project, "concept_approval", by=gates.manager, planned_on=DAY, lead=gates.ada)
    )
    assert "or by the PMO" in said


def test_a_gate_is_passed_and_its_record_frozen(gates: Gates) -> None:
    decision = decide(gates.ready(), gates.sponsor)
    assert decision.passes
    assert digest_of(decision.document) == decision.digest
    assert decision.document["names"]["answers"]["choices_compared"] == "yes"
    assert [each["title"] for each in decision.document["sections"]][:2] == ["Conditions", "Recommendations"]
    with pytest.raises(DatabaseError), transaction.atomic():
        GateDecision.objects.update(outcome="stop")
    assert AuditLine.objects.filter(verb="decide_gate").count() == 1


def test_the_record_stays_as_it_was_when_more_is_answered(gates: Gates) -> None:
    decision = decide(gates.ready(), gates.sponsor, "hold")
    gates.answer("concept_approval", "choices_compared", "no", "I looked again.")
    kept = GateDecision.objects.get(pk=decision.pk)
    assert kept.document == decision.document


@pytest.mark.parametrize("who", ["ada", "ivo", "elowen", "manager", "user"])
def test_only_who_decides_and_did_not_assess_decides(gates: Gates, who: str) -> None:
    review = gates.ready()
    assert refusal(lambda: decide(review, getattr(gates, who)))


@pytest.mark.parametrize("assessed", ["answered", "opened"])
def test_whoever_assessed_does_not_decide_even_with_the_role(gates: Gates, assessed: str) -> None:
    appoint(gates.project, by=None, role="sponsor", person=gates.ivo)
    gates.answer_all("concept_approval", by=gates.ivo if assessed == "answered" else None)
    opener = gates.ivo if assessed == "opened" else gates.elowen
    review = actions.open_review(gates.project, "concept_approval", by=opener, planned_on=DAY, lead=gates.ada)
    actions.consent(review, by=gates.user, role="business_owner", agrees=True)
    assert "somebody else has to decide" in refusal(lambda: decide(review, gates.ivo))


def test_dissent_is_recorded_and_stops_nothing(gates: Gates) -> None:
    gates.answer_all("concept_approval")
    review = gates.open()
    assert "Business owner" in refusal(lambda: decide(review, gates.sponsor))
    assert refusal(lambda: actions.consent(review, by=gates.user, role="business_owner", agrees=False))
    actions.consent(review, by=gates.user, role="business_owner", agrees=False, note="Too dear.")
    document = decide(review, gates.sponsor).document
    consents = next(each for each in document["sections"] if each["title"] == "Consents")
    assert consents["rows"] == [["Business owner", "Wim", "Dissents", "Too dear."]]


def test_a_failed_rule_is_mended_set_aside_or_made_a_condition(gates: Gates) -> None:
    review = gates.ready()
    deliver(gates, lasting(sound_schedule(), 90))
    for outcome in ("go", "conditional"):
        assert "Critical path length index" in refusal(lambda outcome=outcome: decide(review, gates.sponsor, outcome))  # type: ignore[misc]
    actions.propose_condition(
        review, by=gates.ada, text="Plan", owner=gates.manager, due_on=DAY, rule="critical_path_length_index"
    )
    assert decide(review, gates.sponsor, "conditional").passes


def test_an_answer_is_looked_at_again_when_the_evidence_has_changed(gates: Gates) -> None:
    gates.answer("definition_approval", "work_is_linked", "yes", "")
    deliver(gates, replace(sound_schedule(), links=()))
    asked = checklist_of(gates, "definition_approval")["work_is_linked"]
    assert (asked.is_outdated, asked.value, asked.answered_by) == (True, "no", "the evidence")


def test_a_second_decision_is_refused(gates: Gates) -> None:
    review = gates.ready()
    decide(review, gates.sponsor)
    assert "not open any more" in refusal(lambda: decide(review, gates.sponsor, "stop"))


def test_after_a_hold_the_answers_stay_and_the_attempt_is_counted(gates: Gates) -> None:
    decide(gates.ready(), gates.sponsor, "hold")
    again = gates.open()
    assert (again.round, again.attempt) == (1, 2)
    assert checklist_of(gates)["choices_compared"].value == "yes"


def test_a_repeatable_gate_begins_anew(gates: Gates) -> None:
    gates.answer_all("delivery_review")
    review = gates.open("delivery_review")
    actions.consent(review, by=gates.sponsor, role="sponsor", agrees=True)
    actions.rate(review, by=gates.ada, level="likely", reasons="Sound.", of_review=True)
    decide(review, gates.user)
    assert (gates.open("delivery_review").round, checklist_of(gates, "delivery_review")["stage_finished"].value) == (
        2,
        "",
    )


def test_a_gate_with_confidence_waits_for_the_rating_of_its_lead(gates: Gates) -> None:
    gates.answer_all("delivery_review")
    review = gates.open("delivery_review")
    actions.consent(review, by=gates.sponsor, role="sponsor", agrees=True)
    rating = actions.rate(review, by=gates.ivo, level="unlikely", reasons="Too late.")
    assert (rating.scale_title, rating.scale_version) == ("Confidence in delivery", "1")
    assert "rating of the review" in refusal(lambda: decide(review, gates.user))
    assert refusal(lambda: actions.rate(review, by=gates.ivo, level="likely", reasons="Fine.", of_review=True))
    assert refusal(lambda: actions.rate(review, by=gates.elowen, level="likely", reasons="Fine."))


def test_a_condition_is_reported_by_its_owner_and_closed_by_another(gates: Gates) -> None:
    review = gates.ready()
    condition = actions.propose_condition(review, by=gates.ada, text="Survey", owner=gates.manager, due_on=DAY)
    assert "Conditions are proposed" in refusal(lambda: decide(review, gates.sponsor))
    decide(review, gates.sponsor, "conditional")
    assert "has not reported" in refusal(lambda: actions.close(condition, by=gates.ada))
    assert refusal(lambda: actions.report_done(condition, by=gates.ada, note="Done."))
    actions.report_done(condition, by=gates.manager, note="Filed.")
    assert "somebody else" in refusal(lambda: actions.close(condition, by=gates.manager))
    assert refusal(lambda: actions.close(condition, by=gates.user))
    actions.send_back(condition, by=gates.ada, note="The second page is missing.")
    actions.report_done(condition, by=gates.manager, note="Both pages.")
    actions.close(condition, by=gates.ada)
    kept = Condition.objects.get()
    assert kept.state == "closed"
    said = [each.what for each in kept.steps.all()]
    assert said == ["proposed", "decided", "done", "sent back", "done", "closed"]


def test_conditions_of_a_gate_that_is_not_passed_hold_nobody(gates: Gates) -> None:
    review = gates.ready()
    actions.propose_condition(review, by=gates.ada, text="Survey", owner=gates.manager, due_on=DAY)
    decide(review, gates.sponsor, "hold")
    assert Condition.objects.get().state == "withdrawn"


def test_a_withdrawn_review_leaves_its_number_free(gates: Gates) -> None:
    actions.withdraw_review(gates.open(), by=gates.elowen, reason="Too early.")
    assert gates.open().attempt == 1


def test_where_projects_stand_is_kept_and_renewed_when_due(gates: Gates) -> None:
    renew_what_is_due()
    assert Whereabouts.objects.get().gate == "concept_approval"
    decide(gates.ready(), gates.sponsor)
    assert Whereabouts.objects.get().phase_title == "Definition and planning"
    with clock_at(MARCH + timedelta(days=1)):
        renew_what_is_due()
    assert Whereabouts.objects.get().renewed_at == MARCH, "nothing was due"


def deliver(gates: Gates, schedule: Schedule) -> None:
    """A minute later."""
    later = MARCH + timedelta(minutes=1)
    with clock_at(later):
        record_plan(gates.project, by=None, schedule=schedule, source_format="XER")
        assess_while_due(gates.project.pk, later)


def checklist_of(gates: Gates, gate: str = "concept_approval") -> dict[str, Asked]:
    standard = standard_for(gates.project)
    assert standard is not None
    found = queries.checklist(gates.project, queries.gather(gates.project, standard), gate)
    return {each.name: each for each in found.asked}
