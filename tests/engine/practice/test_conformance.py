"""Conformance counts what the standard asks, names what it does not rest on, and is pooled by counts."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.practice.practice_facts import TODAY, project
from plumbline.engine.practice.association import Case, association, ranks
from plumbline.engine.practice.conformance import Conformance, Part, conformance_of, pooled
from plumbline.engine.practice.facts import ArtefactFact, GateFact, RuleFact
from plumbline.engine.rules.rule import Outcome, Severity


def artefacts(kept: int, asked: int) -> tuple[ArtefactFact, ...]:
    return tuple(
        ArtefactFact(name=str(each), title=str(each), approved=each < kept, current=each < kept)
        for each in range(asked)
    )


def test_the_score_is_the_mean_of_the_parts_that_are_known() -> None:
    found = conformance_of(
        project(
            artefacts=artefacts(3, 4),
            rules=(RuleFact(name="r", title="R", outcome=Outcome.FAIL, severity=Severity.MAJOR),),
            plan_age_days=10,
            plan_max_age_days=31,
        ),
        TODAY,
    )
    assert {name: part.share for name, part in found.parts.items()} == {"artefacts": 75.0, "rules": 0.0, "cadence": 100}
    assert found.score == pytest.approx(175 / 3)
    assert found.missing == ("gates", "conditions")


def test_where_nothing_is_asked_there_is_no_score() -> None:
    assert conformance_of(project(), TODAY).score is None


def test_an_artefact_that_is_out_of_date_is_not_kept() -> None:
    found = conformance_of(project(artefacts=(ArtefactFact(name="a", title="A", approved=True, current=False),)), TODAY)
    assert found.score == 0
    assert found.parts["artefacts"].items[0].detail == "out of date"


def test_a_gate_that_was_run_past_counts_against() -> None:
    began = date(2026, 1, 2)
    passed = GateFact(name="g", title="G", decided_on=date(2026, 1, 1), passed=True, work_began_on=began)
    assert conformance_of(project(gates=(passed,), gates_due=("Closing",)), TODAY).score == 50.0


def test_what_cannot_be_judged_is_said() -> None:
    rules = tuple(
        RuleFact(name=str(each), title="R", outcome=each, severity=Severity.MINOR)
        for each in (Outcome.PASS, Outcome.NOT_ASSESSABLE, Outcome.NOT_ASSESSABLE)
    )
    found = conformance_of(project(rules=rules), TODAY)
    assert (found.score, found.parts["rules"].unjudged) == (100, 2)
    assert pooled([found, found]).parts["rules"].unjudged == 4


def test_the_order_of_the_cases_does_not_matter() -> None:
    some = cases(*((each, (each * 7) % 11) for each in range(20)))
    assert association(some) == association(some[::-1])


def test_a_group_is_pooled_by_counts_and_not_by_percentages() -> None:
    small, large = (conformance_of(project(artefacts=artefacts(*each)), TODAY) for each in ((0, 1), (29, 29)))
    assert pooled([small, large]).score == pytest.approx(100 * 29 / 30)


def test_a_project_of_which_nothing_is_asked_is_no_part_of_the_group() -> None:
    group = pooled([conformance_of(project(artefacts=artefacts(1, 1)), TODAY), Conformance({})])
    assert (group.projects, group.is_small) == (1, True)


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 20)), min_size=1, max_size=10))
def test_a_score_lies_between_nothing_and_all(counts: list[tuple[int, int]]) -> None:
    group = pooled(Conformance({"artefacts": Part(min(kept, asked), asked)}) for kept, asked in counts)
    assert group.score is not None
    assert 0 <= group.score <= 100


def cases(*pairs: tuple[float, float]) -> list[Case]:
    return [Case(str(number), one, other) for number, (one, other) in enumerate(pairs)]


def test_ranks_of_equals_are_shared() -> None:
    assert list(ranks([10, 20, 20, 5])) == [2, 3.5, 3.5, 1]


def test_spearman_by_hand() -> None:
    """Ranks 1 2 3 4 5 against 2 1 4 3 5: 1 - 6*4/(5*24) = 0.8; 8 of 120 orders reach it on one side, so 16 on both."""
    found = association(cases((10, 2), (20, 1), (30, 4), (40, 3), (50, 5)))
    assert found.rank_correlation == pytest.approx(0.8)
    assert found.chance == pytest.approx(16 / 120)


def test_few_cases_are_called_few_however_well_they_fit() -> None:
    assert "too few" in association(cases(*((each, each) for each in range(8)))).verdict
    assert association(cases(*((each, each) for each in range(20)))).verdict.startswith("A hint at most")
    assert association(cases(*((each, each) for each in range(40)))).verdict.startswith("An association")


def test_no_association_is_told_from_chance_where_there_is_none() -> None:
    up_and_down = [(each, (each * 7) % 40) for each in range(40)]
    found = association(cases(*up_and_down))
    assert found.chance is not None
    assert (found.chance > 0.05) == ("No association" in found.verdict)


def test_all_alike_can_be_compared_with_nothing() -> None:
    found = association(cases(*((50, each) for each in range(20))))
    assert found.rank_correlation is None
    assert "alike" in found.verdict


def test_the_verdict_never_speaks_of_a_cause_as_found() -> None:
    for count in (3, 15, 40):
        verdict = association(cases(*((each, each) for each in range(count)))).verdict
        assert "because" not in verdict
        assert "cause" not in verdict or "does not make one the cause" in verdict


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.floats(0, 100), st.floats(-1e3, 1e3)), min_size=3, max_size=15))
def test_it_does_not_change_with_the_unit_of_the_outcome(pairs: list[tuple[float, float]]) -> None:
    whole = [(round(a), round(b)) for a, b in pairs]
    one, other = association(cases(*whole)), association(cases(*((a, 3 * b + 7) for a, b in whole)))
    assert one.rank_correlation == pytest.approx(other.rank_correlation) if one.rank_correlation is not None else True
    assert one.chance == other.chance
