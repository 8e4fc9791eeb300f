"""Risk events, mitigations, branches, rules and correlations."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import timedelta

import pytest

from engine.schedule.nets import DAY, day, net
from plumbline.engine.forecast import (
    Branch,
    Correlated,
    Discrete,
    EstimateRule,
    Impact,
    InvalidEstimate,
    Mitigation,
    RiskEvent,
    RiskInputs,
    Shape,
    ThreePoint,
    Uniform,
    Way,
    simulate,
)
from plumbline.engine.schedule import ActivityKind

PLAN = net({"A": 10, "B": 5, "Sum": 0}, "A-B FS", changes={"Sum": {"kind": ActivityKind.SUMMARY}})
FROST = RiskEvent(
    id="R-1",
    name="Frost",
    probability=0.3,
    impacts=(Impact(activity="A", minutes=Discrete((4.0 * DAY,)), cost=Discrete((500.0,))),),
    mitigation=Mitigation(probability=0.1, impacts=(Impact(activity="A", minutes=Discrete((1.0 * DAY,))),), cost=80),
)
N = 20_000


def test_a_risk_strikes_as_often_as_it_is_said_to():
    found = simulate(PLAN, RiskInputs(events=(FROST,), by=(day(18.99), day(19))), iterations=N)
    assert found.finish.deterministic == day(15)
    assert set(found.finish.curve) == {day(15), day(19)}
    assert abs(found.finish.chance_of_deterministic - 0.7) < 3 * math.sqrt(0.21 / N)
    assert found.finish.chances == {day(18.99): found.finish.chance_of_deterministic, day(19): 1.0}
    (bar,) = [each for each in found.tornado if each.kind == "risk"]
    assert (bar.kind, bar.id, bar.finish_low, bar.finish_high) == ("risk", "R-1", day(15), day(19))


def test_a_mitigated_risk_strikes_less_and_its_mitigation_is_paid():
    found = simulate(PLAN, RiskInputs(events=(FROST,), mitigated=frozenset({"R-1"})), iterations=N)
    assert set(found.finish.curve) == {day(15), day(16)}
    assert abs(found.finish.chance_of_deterministic - 0.9) < 3 * math.sqrt(0.09 / N)
    assert found.cost is not None
    assert (found.cost.deterministic, found.cost.quantiles[10], found.cost.quantiles[90]) == (0, 80, 80)
    assert found.settings.mitigated == ("R-1",)


def test_what_is_not_mitigated_keeps_its_draws():
    """So that the difference is the mitigation's, not that of luck."""
    estimates = {"B": ThreePoint(3 * DAY, 5 * DAY, 9 * DAY)}
    other = RiskEvent(id="R-2", name="Strike", probability=0.5, impacts=(Impact(activity="B", factor=Uniform(1, 2)),))
    inputs = RiskInputs(estimates=estimates, events=(FROST, other))
    before, after = (simulate(PLAN, replace(inputs, mitigated=each)) for each in (frozenset(), frozenset({"R-1"})))
    assert before.activities[-1].uid == after.activities[-1].uid == "A" or before.activities[0].uid == "B"
    sd = {each.uid: each.sd_minutes for each in before.activities}["B"]
    assert {each.uid: each.sd_minutes for each in after.activities}["B"] == sd
    assert after.finish.p80 < before.finish.p80


def test_exactly_one_way_of_a_branch_is_gone():
    plan = net(
        {"Test": 2, "Repair": 6, "Replace": 20, "End": 1},
        "Test-Repair FS, Test-Replace FS, Repair-End FS, Replace-End FS",
    )
    ways = (Way(probability=0.3, activities=("Repair",)), Way(probability=0.2, activities=("Replace",)))
    found = simulate(
        plan, RiskInputs(branches=(Branch(name="After the test", ways=ways),), by=(day(3), day(9))), iterations=N
    )
    assert set(found.finish.curve) == {day(3), day(9), day(23)}
    assert abs(found.finish.chances[day(3)] - 0.5) < 3 * math.sqrt(0.25 / N)
    assert abs(found.finish.chances[day(9)] - 0.8) < 3 * math.sqrt(0.16 / N)


def test_a_rule_gives_a_range_to_a_class_and_a_band_of_durations():
    inputs = RiskInputs(
        rules=(
            EstimateRule(low_percent=100, high_percent=200, activity_class="digging", shape=Shape.TRIANGULAR),
            EstimateRule(low_percent=90, high_percent=110, below=6 * DAY),
        ),
        class_of={"A": "digging"},
    )
    found = {each.uid: each for each in simulate(PLAN, inputs, iterations=N).activities}
    assert found["A"].mean_minutes == pytest.approx(40 / 3 * DAY, rel=0.01)
    assert found["B"].mean_minutes == pytest.approx(5 * DAY, rel=0.01)
    assert simulate(PLAN, replace(inputs, class_of={})).settings.drawn_activities == 1


def test_correlation_widens_what_adds_up():
    plan = net({"A": 5, "B": 5, "C": 5}, "A-B FS, B-C FS")
    estimates = dict.fromkeys("ABC", ThreePoint(3 * DAY, 5 * DAY, 10 * DAY))
    matrix = ((1.0, 0.8, 0.0), (0.8, 1.0, -0.3), (0.0, -0.3, 1.0))
    spread = {
        name: simulate(plan, RiskInputs(estimates=estimates, correlated=given), iterations=N).finish.sd_minutes
        for name, given in {
            "none": (),
            "matrix": (Correlated(activities=("A", "B", "C"), matrix=matrix),),
            "all": (Correlated(activities=("A", "B", "C"), coefficient=0.8),),
        }.items()
    }
    one = estimates["A"].sd
    assert spread["none"] == pytest.approx(one * math.sqrt(3), rel=0.02)
    assert spread["matrix"] == pytest.approx(one * math.sqrt(3 + 2 * (0.8 - 0.3)), rel=0.03)
    assert spread["all"] == pytest.approx(one * math.sqrt(3 + 6 * 0.8), rel=0.03)


def _impossible() -> Correlated:
    return Correlated(activities=("A", "B", "C"), matrix=((1, 0.9, -0.9), (0.9, 1, 0.9), (-0.9, 0.9, 1)))


@pytest.mark.parametrize(
    ("inputs", "words"),
    [
        (lambda: RiskInputs(estimates={"X": Uniform(1, 2)}), "activity X, which is not in the plan"),
        (lambda: RiskInputs(estimates={"A": Uniform(-1, 2)}), "begins below zero"),
        (lambda: RiskInputs(events=(FROST, FROST)), "same id"),
        (lambda: RiskInputs(events=(replace(FROST, probability=1.5),)), "between 0 and 1"),
        (
            lambda: RiskInputs(events=(replace(FROST, impacts=(Impact(activity="Sum", minutes=Uniform(1, 2)),)),)),
            "summary",
        ),
        (lambda: RiskInputs(rules=(EstimateRule(low_percent=110, high_percent=120),)), "at most 100"),
        (
            lambda: RiskInputs(correlated=(Correlated(activities=("A", "B")), Correlated(activities=("B",)))),
            "two groups",
        ),
        (
            lambda: RiskInputs(branches=(Branch(name="x", ways=(Way(probability=0.7, activities=()),) * 2),)),
            "more than 1",
        ),
        (lambda: RiskInputs(events=(replace(FROST, impacts=(Impact(activity="A"),)),)), "needs working time"),
        (lambda: RiskInputs(events=(replace(FROST, impacts=(Impact(minutes=Uniform(1, 2)),)),)), "needs the activity"),
    ],
)
def test_inputs_that_cannot_be_are_refused_with_the_place(inputs, words: str):
    with pytest.raises(InvalidEstimate, match=words):
        simulate(PLAN, inputs())


def test_a_matrix_that_no_variables_could_have_is_refused():
    plan = net({"A": 5, "B": 5, "C": 5})
    estimates = dict.fromkeys("ABC", ThreePoint(3 * DAY, 5 * DAY, 10 * DAY))
    with pytest.raises(InvalidEstimate, match="positive semidefinite"):
        simulate(plan, RiskInputs(estimates=estimates, correlated=(_impossible(),)))


def test_dates_lie_in_working_time():
    plan = net({"A": 10}, changes={"A": {"calendar": "office"}}, default_calendar="office")
    found = simulate(plan, RiskInputs(estimates={"A": Uniform(4_000, 9_000)}))
    for moment in found.finish.curve:
        assert moment.weekday() < 5
        assert timedelta(hours=8) < timedelta(hours=moment.hour, minutes=moment.minute) <= timedelta(hours=17)
