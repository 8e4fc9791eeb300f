"""Costs in each iteration, and dates and costs together."""

from __future__ import annotations

import math

import pytest

from engine.schedule.nets import DAY, day, net
from plumbline.engine.forecast import (
    ActivityCost,
    Branch,
    Discrete,
    Impact,
    RiskEvent,
    RiskInputs,
    ThreePoint,
    Uniform,
    Way,
    simulate,
)
from plumbline.engine.schedule import Assignment, Resource

ESTIMATE = ThreePoint(8 * DAY, 10 * DAY, 18 * DAY)
N = 20_000


def test_what_goes_with_time_costs_more_as_time_goes_by():
    plan = net({"A": 10})
    inputs = RiskInputs(estimates={"A": ESTIMATE}, costs={"A": ActivityCost(fixed=100, by_time=1000)})
    found = simulate(plan, inputs, iterations=N)
    assert found.cost is not None
    assert found.joint is not None
    assert found.cost.deterministic == 1100
    assert found.cost.mean == pytest.approx(100 + 1000 * ESTIMATE.mean / (10 * DAY), rel=0.005)
    assert found.cost.sd == pytest.approx(1000 * ESTIMATE.sd / (10 * DAY), rel=0.02)
    assert found.cost.contingency == found.cost.quantiles[80] - 1100
    assert found.joint.correlation == pytest.approx(1)
    assert found.joint.both_deterministic == found.finish.chance_of_deterministic


def test_fixed_costs_are_drawn_apart_from_time():
    plan = net({"A": 10})
    inputs = RiskInputs(
        estimates={"A": ESTIMATE},
        costs={"A": ActivityCost(fixed=Uniform(100, 200))},
        by=(day(11),),
        budgets=(140.0,),
    )
    found = simulate(plan, inputs, iterations=N)
    assert found.cost is not None
    assert found.joint is not None
    assert (found.cost.deterministic, found.cost.chance_within(250), found.cost.chance_within(99)) == (150, 1, 0)
    assert abs(found.cost.chances[140.0] - 0.4) < 3 * math.sqrt(0.24 / N)
    assert found.joint.correlation == pytest.approx(0, abs=0.03)
    both = found.finish.chances[day(11)] * found.cost.chances[140.0]
    assert abs(found.joint.both_at[day(11), 140.0] - both) < 3 * math.sqrt(both * (1 - both) / N)


def test_the_joint_table_ends_at_the_chances_of_each_alone():
    plan = net({"A": 10, "B": 3}, "A-B FS")
    inputs = RiskInputs(
        estimates={"A": ESTIMATE}, costs={"A": ActivityCost(by_time=50), "B": ActivityCost(fixed=Uniform(1, 90))}
    )
    joint = simulate(plan, inputs, iterations=4_000).joint
    assert joint is not None
    assert joint.shares[-1][-1] == 1
    assert [round(row[-1], 3) for row in joint.shares] == pytest.approx(
        [*(x / 100 for x in range(5, 100, 5)), 1], abs=1e-3
    )
    assert list(joint.shares[-1]) == sorted(joint.shares[-1])


def test_a_plan_without_money_has_no_cost():
    found = simulate(net({"A": 10}), RiskInputs(estimates={"A": ESTIMATE}), iterations=10)
    assert (found.cost, found.joint) == (None, None)


def test_the_plans_own_costs_count_and_only_work_goes_with_time():
    plan = net(
        {"A": 10, "B": 2},
        changes={"B": {"budget": 300.0}},
        resources=(Resource("crew", "Crew"), Resource("steel", "Steel", kind="material")),
        assignments=(Assignment("A", "crew", cost=1000.0), Assignment("A", "steel", cost=500.0)),
    )
    found = simulate(plan, RiskInputs(estimates={"A": Discrete((20.0 * DAY,))}), iterations=5)
    assert found.cost is not None
    assert (found.cost.deterministic, found.cost.quantiles[50]) == (1800, 2800)


def test_a_way_that_is_not_gone_costs_nothing_and_a_risk_costs_where_it_strikes():
    plan = net({"A": 10, "B": 2}, "A-B FS")
    inputs = RiskInputs(
        branches=(Branch(name="either", ways=(Way(probability=0.0, activities=("B",)),)),),
        events=(RiskEvent(id="R", name="Fine", probability=1, impacts=(Impact(cost=Discrete((7.0,))),)),),
        costs={"A": ActivityCost(fixed=10), "B": ActivityCost(fixed=20, by_time=30)},
    )
    found = simulate(plan, inputs, iterations=5)
    assert found.cost is not None
    assert (found.cost.deterministic, found.cost.quantiles[50]) == (60, 17)
