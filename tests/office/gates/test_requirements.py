"""What stands in the way of a decision, and what the evidence proposes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plumbline.engine.standard.control import Consequence
from plumbline.engine.standard.life_cycle import Decision
from plumbline.office.gates.evidence import holds_still, of_artefact, of_rule
from plumbline.office.gates.requirements import Failure, Situation, obstacles

GO, CONDITIONAL, HOLD, STOP = Decision.GO, Decision.CONDITIONAL, Decision.HOLD, Decision.STOP
CLEAR = Situation(allowed=tuple(Decision))
NEEDS_WAIVER = Failure("leads", "Leads", Consequence.WAIVER)


def test_nothing_is_in_the_way_of_a_clear_gate() -> None:
    assert not obstacles(GO, CLEAR)


def test_a_decision_that_the_gate_does_not_allow() -> None:
    assert obstacles(STOP, replace(CLEAR, allowed=(GO, HOLD)))


@pytest.mark.parametrize("outcome", list(Decision))
def test_whoever_must_be_asked_is_asked_before_any_decision(outcome: Decision) -> None:
    situation = replace(CLEAR, not_asked=("Sponsor",), conditions=1 if outcome is CONDITIONAL else 0)
    assert any("Sponsor has not been asked" in each for each in obstacles(outcome, situation))


def test_an_open_mandatory_question_refuses_go_and_nothing_else() -> None:
    situation = replace(CLEAR, open_questions=("Is it worth it?",))
    assert any("Is it worth it?" in each for each in obstacles(GO, situation))
    assert not obstacles(CONDITIONAL, replace(situation, conditions=1))
    assert not obstacles(HOLD, situation)


@pytest.mark.parametrize("outcome", [GO, CONDITIONAL])
def test_a_failure_that_blocks_is_not_passed_with_or_without_conditions(outcome: Decision) -> None:
    blocks = Failure("loops", "Loops", Consequence.BLOCK, covered=True)
    situation = replace(CLEAR, failures=(blocks,), conditions=1 if outcome is CONDITIONAL else 0)
    assert any("Loops" in each for each in obstacles(outcome, situation))


def test_a_failure_that_needs_a_waiver_may_become_a_condition() -> None:
    situation = replace(CLEAR, failures=(NEEDS_WAIVER,), conditions=1)
    assert any("Leads" in each for each in obstacles(GO, replace(situation, conditions=0)))
    assert any("Leads" in each for each in obstacles(CONDITIONAL, situation))
    assert not obstacles(CONDITIONAL, replace(situation, failures=(replace(NEEDS_WAIVER, covered=True),)))


def test_a_failure_that_is_advice_stops_nothing() -> None:
    assert not obstacles(GO, replace(CLEAR, failures=(Failure("lags", "Lags", Consequence.ADVISE),)))


def test_go_with_conditions_needs_one_and_go_has_none() -> None:
    assert obstacles(CONDITIONAL, CLEAR)
    assert obstacles(GO, replace(CLEAR, conditions=1))


def test_the_rating_of_the_review_is_set_before_it_is_passed() -> None:
    assert obstacles(GO, replace(CLEAR, unrated=True))
    assert not obstacles(HOLD, replace(CLEAR, unrated=True))


@pytest.mark.parametrize(
    ("outcome", "proposal"),
    [("pass", "yes"), ("fail", "no"), ("waived", "set_aside"), ("not assessable", "unknown"), (None, "unknown")],
)
def test_what_an_outcome_of_a_rule_proposes(outcome: str | None, proposal: str) -> None:
    assert of_rule("leads", "Leads", outcome, "3 of 9").proposes == proposal


@pytest.mark.parametrize(
    ("state", "proposal"),
    [("missing", "no"), ("draft", "partly"), ("in approval", "partly"), ("approved", "yes"), ("out of date", "no")],
)
def test_what_the_state_of_an_artefact_proposes(state: str, proposal: str) -> None:
    assert of_artefact("charter", "Charter", state, None if state == "missing" else 2).proposes == proposal


def test_an_answer_holds_until_the_evidence_proposes_something_else() -> None:
    before, after = of_rule("a", "A", "pass", ""), of_rule("a", "A", "fail", "3 of 9")
    assert holds_still("yes", before.proposes, before.mark, before)
    assert not holds_still("yes", before.proposes, before.mark, after)
    assert holds_still("yes", after.proposes, after.mark, of_rule("a", "A", "fail", "4 of 9")), "it was overruled"
    assert not holds_still("yes", before.proposes, before.mark, of_rule("a", "A", "not assessable", ""))
    assert holds_still("yes", "", "", None)
