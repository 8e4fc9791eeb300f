"""Each practice metric against an example worked by hand."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.practice.practice_facts import TODAY, project, read
from plumbline.engine.practice.facts import ArtefactFact, ConditionFact, ForecastFact, GateFact, RuleFact, WaiverFact
from plumbline.engine.practice.found import practice_metrics
from plumbline.engine.rules.rule import Outcome, Severity

NOT_KEPT = {"K7", "K10", "K11", "K13", "K15", "K16", "K17", "K18", "K19"}


def artefact(name: str, *, approved: bool, current: bool = False) -> ArtefactFact:
    return ArtefactFact(name=name, title=name, approved=approved, current=current)


def gate(day: int, *, passed: bool = True, attempt: int = 1, began: date | None = None) -> GateFact:
    return GateFact(
        name="g", title="Gate", decided_on=date(2026, 1, day), passed=passed, attempt=attempt, work_began_on=began
    )


def rule(outcome: Outcome, severity: Severity = Severity.MINOR) -> RuleFact:
    return RuleFact(name="r", title="Rule", outcome=outcome, severity=severity)


def test_all_twenty_are_there_and_each_is_described() -> None:
    found = practice_metrics()
    assert [each.metric.id for each in found] == [f"K{number}" for number in range(1, 21)]
    assert all(each.metric.question.endswith("?") and each.metric.formula.endswith(".") for each in found)


@pytest.mark.parametrize("each", practice_metrics(), ids=lambda each: each.metric.id)
def test_without_evidence_there_is_no_number_but_a_reason(each: object) -> None:
    reading = read(each.metric.id, project())  # type: ignore[attr-defined]
    assert reading.value is None
    assert reading.reason.endswith(".")
    assert ("kept yet" in reading.reason) == (each.metric.id in NOT_KEPT)  # type: ignore[attr-defined]


def test_k1_counts_active_projects_whose_standard_asks_for_a_business_case() -> None:
    found = read(
        "K1",
        project("A", business_case=True),
        project("B", business_case=False),
        project("C", business_case=None),
        project("D", business_case=False, is_active=False),
    )
    assert (found.value, found.numerator, found.denominator) == (50.0, 1, 2)
    assert [(each.project, each.counts) for each in found.items] == [("A", True), ("B", False)]


def test_k2_and_k3_part_complete_from_current() -> None:
    three = (artefact("a", approved=True, current=True), artefact("b", approved=True), artefact("c", approved=False))
    assert read("K2", project(artefacts=three)).value == pytest.approx(200 / 3)
    assert read("K3", project(artefacts=three)).value == 50.0


def test_k4_a_gate_after_the_work_and_a_gate_run_past_count_against() -> None:
    in_time, late = gate(10, began=date(2026, 1, 11)), gate(20, began=date(2026, 1, 11))
    unknown = gate(25)
    found = read("K4", project(gates=(in_time, late, unknown, gate(5, passed=False)), gates_due=("Closing",)))
    assert (found.numerator, found.denominator) == (1, 3)


def test_k5_only_first_reviews_count() -> None:
    found = read("K5", project(gates=(gate(5, passed=False), gate(9, attempt=2), gate(12))))
    assert (found.numerator, found.denominator) == (1, 2)


def test_k6_a_condition_whose_day_lies_ahead_is_no_evidence() -> None:
    conditions = (
        ConditionFact(title="in time", due_on=date(2026, 2, 1), closed_on=date(2026, 1, 20)),
        ConditionFact(title="late", due_on=date(2026, 2, 1), closed_on=date(2026, 2, 20)),
        ConditionFact(title="overdue", due_on=date(2026, 2, 1)),
        ConditionFact(title="ahead", due_on=date(2026, 6, 1)),
        ConditionFact(title="ahead and closed", due_on=date(2026, 6, 1), closed_on=date(2026, 2, 1)),
    )
    found = read("K6", project(conditions=conditions))
    assert (found.numerator, found.denominator) == (1, 3)


def test_k7_a_report_that_is_not_due_yet_does_not_count() -> None:
    reports = ((date(2026, 2, 1), date(2026, 2, 1)), (date(2026, 2, 1), None), (date(2026, 5, 1), None))
    found = read("K7", reports=reports)
    assert (found.numerator, found.denominator) == (1, 2)


def test_k8_weighs_by_severity_and_leaves_out_what_was_not_judged() -> None:
    rules = (
        rule(Outcome.PASS, Severity.MAJOR),
        rule(Outcome.FAIL, Severity.MINOR),
        rule(Outcome.PASS, Severity.INFO),
        rule(Outcome.WAIVED, Severity.MAJOR),
        rule(Outcome.NOT_ASSESSABLE, Severity.MAJOR),
    )
    found = read("K8", project(rules=rules))
    assert (found.numerator, found.denominator) == (4, 6)


def test_k9_counts_what_holds_and_says_what_is_over_or_undecided() -> None:
    failing = RuleFact(name="f", title="F", outcome=Outcome.FAIL, severity=Severity.MINOR)
    waivers = (
        WaiverFact(rule="r", title="holds", last_day=date(2026, 4, 1)),
        WaiverFact(rule="f", title="over", last_day=date(2026, 2, 1)),
        WaiverFact(rule="r", title="over and mended", last_day=date(2026, 2, 1)),
        WaiverFact(rule="r", title="waits", last_day=date(2026, 4, 1), waits_since=date(2026, 2, 1)),
    )
    rules = ((rule(Outcome.PASS),) * 19, (failing,), (rule(Outcome.NOT_ASSESSABLE),) * 5)
    found = read("K9", project(rules=sum(rules, ()), waivers=waivers))
    assert (found.value, found.numerator, found.denominator) == (5.0, 1, 20)
    assert found.also == "1 over while the rule still fails, 1 undecided"


def test_facts_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="cannot be current"):
        artefact("a", approved=False, current=True)
    with pytest.raises(ValueError, match="counted from 1"):
        gate(5, attempt=0)
    with pytest.raises(ValueError, match="before it started"):
        project(started_on=date(2026, 2, 1), finished_on=date(2026, 1, 1))


def test_k10_k11_k16_k17_k19_are_plain_shares() -> None:
    for id, name in (("K10", "risks"), ("K16", "lessons"), ("K17", "roles"), ("K19", "plans")):
        assert read(id, **{name: (True, True, False, True)}).value == 75.0
    assert read("K11", issues=(True, True, False, True)).value == 25.0


def test_k12_counts_baselines_for_each_year_since_the_first() -> None:
    baselines = ((date(2024, 3, 2), True), (date(2025, 3, 2), True), (date(2025, 9, 2), False))
    found = read("K12", project(baselines=baselines))
    assert found.value == pytest.approx(2 / (730 / 365.25))
    assert found.also == "1 of 2 without a reason"


def test_k13_is_a_median_of_days() -> None:
    days = [(date(2026, 1, 1), date(2026, 1, day)) for day in (2, 5, 31)]
    assert read("K13", changes=tuple(days)).value == 4.0


def test_k14_takes_the_last_forecast_before_the_last_quarter() -> None:
    """A hundred days; before day 75 it said ten days too early: 90 per cent, bias -10."""
    forecasts = (
        ForecastFact(as_of=date(2025, 1, 10), finish=date(2025, 9, 1)),
        ForecastFact(as_of=date(2025, 3, 1), finish=date(2025, 4, 1)),
        ForecastFact(as_of=date(2025, 4, 5), finish=date(2025, 4, 11)),
    )
    found = read("K14", project(started_on=date(2025, 1, 1), finished_on=date(2025, 4, 11), forecasts=forecasts))
    assert found.value == pytest.approx(90.0)
    assert found.also == "bias -10 days"


def test_k15_means_the_distance_and_names_the_watermelons() -> None:
    found = read("K15", colours=((0, 2), (0, 0), (1, 2), (2, 1)))
    assert found.value == pytest.approx(0.5)
    assert found.also == "50 % of what is reported green is red"


def test_k18_is_a_mean_with_its_response_rate() -> None:
    found = read("K18", answers=(5.0, 4.0), asked=8)
    assert (found.value, found.also) == (4.5, "25 % answered")


def test_a_number_that_rests_on_few_says_so() -> None:
    assert read("K1", project("A", business_case=True)).is_few
    assert not read("K1", *(project(str(each), business_case=True) for each in range(5))).is_few


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=30))
def test_one_more_approved_artefact_never_lowers_completeness(states: list[tuple[bool, bool]]) -> None:
    facts = tuple(artefact(str(n), approved=a, current=a and c) for n, (a, c) in enumerate(states))
    before = read("K2", project(artefacts=facts)).value
    after = read("K2", project(artefacts=(*facts, artefact("one more", approved=True)))).value
    assert before is not None
    assert after is not None
    assert 0 <= before <= after <= 100


def test_today_is_the_day_of_the_facts() -> None:
    due_today = ConditionFact(title="today", due_on=TODAY)
    assert read("K6", project(conditions=(due_today,))).value is None


def test_k20_means_the_errors_of_finished_projects_and_says_the_bias() -> None:
    found = read("K20", project("A", cost_forecasts=(0.2, -0.2)), project("B", cost_forecasts=(0.1, 0.1)), project("C"))
    assert found.value == pytest.approx(85.0)
    assert found.also == "bias -5 %"
    assert [(each.project, each.counts) for each in found.items] == [("A", False), ("B", True)]
