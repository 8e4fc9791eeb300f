"""Where a project is in its life cycle follows from the decisions so far, and from nothing else."""

from __future__ import annotations

import pytest

from plumbline import library
from plumbline.cli.standards import standard_named
from plumbline.engine.standard import Standard
from plumbline.engine.standard.life_cycle import Decision
from plumbline.office.gates.position import GateState, Passage, Position, position

GO, CONDITIONAL, HOLD, STOP = Decision.GO, Decision.CONDITIONAL, Decision.HOLD, Decision.STOP


@pytest.fixture(scope="module")
def standard() -> Standard:
    return standard_named("predictive")


def after(standard: Standard, *passages: tuple[str, Decision]) -> Position:
    return position(standard, [Passage(*each) for each in passages])


def test_a_project_begins_in_the_first_phase_before_its_gate(standard: Standard) -> None:
    found = after(standard)
    assert (found.phase, found.next_gate) == ("concept", "concept_approval")
    assert found.gates["acceptance"] is GateState.LATER


@pytest.mark.parametrize("outcome", [GO, CONDITIONAL])
def test_a_gate_that_is_passed_opens_the_next_phase(standard: Standard, outcome: Decision) -> None:
    found = after(standard, ("concept_approval", outcome))
    assert (found.phase, found.next_gate) == ("definition", "definition_approval")
    assert not found.may_be_held("concept_approval")


def test_a_hold_leaves_it_where_it_is_and_the_gate_may_be_held_again(standard: Standard) -> None:
    found = after(standard, ("concept_approval", HOLD))
    assert (found.phase, found.next_gate) == ("concept", "concept_approval")
    assert found.gates["concept_approval"] is GateState.HELD
    assert found.may_be_held("concept_approval")


def test_after_a_stop_it_goes_on_where_the_gate_says(standard: Standard) -> None:
    found = after(standard, ("concept_approval", GO), ("definition_approval", STOP))
    assert (found.phase, found.next_gate, found.stopped) == ("closing", "closing", True)
    assert found.gates["definition_approval"] is GateState.STOPPED


def test_a_repeatable_gate_leads_nowhere_back_and_may_be_held_again(standard: Standard) -> None:
    found = after(standard, ("definition_approval", GO), ("acceptance", GO), ("delivery_review", GO))
    assert found.phase == "closing"
    assert found.may_be_held("delivery_review")


def test_the_last_gate_ends_it(standard: Standard) -> None:
    found = after(standard, ("acceptance", GO), ("closing", GO))
    assert (found.phase, found.next_gate, found.finished) == (None, None, True)
    assert found.gates["concept_approval"] is GateState.SKIPPED


def test_a_decision_about_a_gate_that_the_standard_dropped_is_passed_over(standard: Standard) -> None:
    assert after(standard, ("gate_of_yesterday", GO)).phase == "concept"


@pytest.mark.parametrize("name", library.names())
def test_every_standard_of_the_library_leads_to_its_end_by_going_on(name: str) -> None:
    standard = standard_named(name)
    passages: list[tuple[str, Decision]] = []
    while gate := after(standard, *passages).next_gate:
        assert len(passages) <= len(standard.gates), "It goes round in a circle."
        passages.append((gate, GO))
    assert passages
