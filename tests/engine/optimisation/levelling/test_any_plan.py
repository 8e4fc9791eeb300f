"""What holds for every plan that is levelled, found by trying many."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.optimisation.levelling.crews import levelled
from engine.schedule.nets import NIGHTS, OFFICE
from engine.schedule.test_properties import plans
from plumbline.engine.calendars import ALWAYS
from plumbline.engine.optimisation.levelling import PYTHON, Effort, Objective, Proof, Rule, level_by_rule
from plumbline.engine.schedule import Assignment, Resource, Schedule
from plumbline.engine.schedule.calculate import calculate

SMALL = Effort(generations=1, population=6)
CALENDARS = (ALWAYS.uid, OFFICE.uid, NIGHTS.uid)


@st.composite
def crowded(draw: st.DrawFn, calendars: tuple[str, ...] = (str(ALWAYS.uid),)) -> Schedule:
    """Plans of up to twelve tasks that need up to two of three resources."""
    plan = draw(plans(calendars=calendars))
    names = ("R1", "R2", "R3")
    needs = draw(
        st.lists(
            st.tuples(
                st.sampled_from([each.uid for each in plan.activities]), st.sampled_from(names), st.integers(1, 3)
            ),
            max_size=2 * len(plan.activities),
            unique_by=lambda each: each[:2],
        )
    )
    return replace(
        plan,
        calendars=tuple({each.uid: each for each in (*plan.calendars, ALWAYS, OFFICE, NIGHTS)}.values()),
        resources=tuple(Resource(each, each, max_units=3.0) for each in names),
        assignments=tuple(Assignment(uid, name, units=float(units)) for uid, name, units in needs),
    )


@settings(max_examples=40, deadline=None)
@given(crowded(CALENDARS))
def test_nothing_is_broken_and_the_scenario_calculates_to_the_same_dates(plan: Schedule) -> None:
    result = levelled(plan, effort=SMALL)
    assert not result.broken
    dates = calculate(result.scenario(0)).dates
    for (_, uid), placed in result.placed.items():
        assert (dates[uid].early_start, dates[uid].early_finish) == (placed.start, placed.finish), uid


@settings(max_examples=15, deadline=None)
@given(crowded())
def test_a_search_is_never_worse_than_a_rule_and_never_better_than_the_proof(plan: Schedule) -> None:
    by_rule = level_by_rule([plan], Rule.LATEST_START, machine=PYTHON)
    found = levelled(plan, effort=SMALL)
    proved = levelled(plan, effort=SMALL, proof=Proof(effort=5.0))
    assert by_rule.makespan >= found.makespan >= proved.makespan >= proved.bound
    assert proved.proven
    assert not proved.broken
    if found.proven:
        assert found.makespan == proved.makespan


@settings(max_examples=8, deadline=None)
@given(crowded(CALENDARS), crowded(CALENDARS))
def test_two_plans_share_what_they_need_and_nothing_is_broken(one: Schedule, other: Schedule) -> None:
    together = levelled(one, other, effort=SMALL, objective=Objective.TARDINESS)
    assert not together.broken
