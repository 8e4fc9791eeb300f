"""The budget of a plan in time, and what of it a later version of the plan has earned."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from math import fsum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.rules.case_files import schedule_of
from plumbline.engine.earned_value.from_plan import earned_by, rules_by_kind
from plumbline.engine.earned_value.phasing import BudgetIn, phase, planned_budgets
from plumbline.engine.schedule import Activity, ActivityKind, Assignment, Schedule
from plumbline.engine.schedule.matching import match_activities

WEEK = [datetime(2026, 3, day, 17) for day in (2, 4, 6)]


def plan() -> Schedule:
    """Two weeks of five working days: A in the first, B in the second, M at the end, and L through both."""
    made = schedule_of(
        {
            "data_date": "2026-03-02 08:00",
            "activities": [
                {"id": "A", "days": 5, "planned_start": "2026-03-02 08:00", "planned_finish": "2026-03-06 17:00"},
                {"id": "B", "days": 5, "planned_start": "2026-03-09 08:00", "planned_finish": "2026-03-13 17:00"},
                {"id": "M", "kind": "finish milestone", "planned_start": "2026-03-13 17:00",
                 "planned_finish": "2026-03-13 17:00"},
                {"id": "L", "kind": "level of effort", "days": 10, "planned_start": "2026-03-02 08:00",
                 "planned_finish": "2026-03-13 17:00"},
            ],
            "links": ["A FS B", "B FS M"],
            "hours": {"A": 40, "B": 20},
        }
    )  # fmt: skip
    money = {"A": 500.0, "B": 300.0, "M": 50.0, "L": 100.0}
    return replace(made, activities=tuple(replace(each, budget=money[each.id]) for each in made.activities))


def with_progress(schedule: Schedule, **changes: dict[str, object]) -> Schedule:
    return replace(
        schedule,
        activities=tuple(replace(each, **changes.get(each.id, {})) for each in schedule.activities),  # type: ignore[arg-type]
    )


def test_a_budget_is_spread_over_the_working_time_of_its_activity() -> None:
    schedule = plan()
    (a, *_) = phase(schedule, planned_budgets(schedule), WEEK).planned
    assert a == (100, 300, 500)


def test_weekends_plan_nothing() -> None:
    schedule = plan()
    phased = phase(schedule, planned_budgets(schedule), [datetime(2026, 3, 6, 17), datetime(2026, 3, 9, 8)])
    assert len(set(phased.total())) == 1


def test_a_milestone_is_planned_at_its_moment() -> None:
    schedule = plan()
    budgets = [each for each in planned_budgets(schedule) if each.amount == 50]
    assert phase(schedule, budgets, [datetime(2026, 3, 13, 16), datetime(2026, 3, 13, 17)]).planned == ((0, 50),)


def test_work_counts_the_hours_of_the_assignments() -> None:
    assert [each.amount for each in planned_budgets(plan(), BudgetIn.WORK)] == [40, 20]


def test_without_a_budget_of_its_own_an_activity_costs_what_its_assignments_do() -> None:
    schedule = with_progress(plan(), A={"budget": None})
    a = schedule.activities[0].uid
    schedule = replace(schedule, assignments=(Assignment(a, cost=70.0), Assignment(a, cost=30.0)))
    assert planned_budgets(schedule)[0].amount == 100


def test_what_has_no_dates_or_no_budget_is_left_out() -> None:
    schedule = with_progress(plan(), A={"planned_finish": None}, B={"budget": 0.0}, M={"kind": ActivityKind.SUMMARY})
    assert [schedule.activity_by_uid[each.uid].id for each in planned_budgets(schedule)] == ["L"]


def test_progress_earns_by_the_rule_of_its_kind() -> None:
    promised = plan()
    now = with_progress(
        promised,
        A={"actual_start": WEEK[0], "actual_finish": WEEK[2], "percent_complete": 100.0},
        B={"actual_start": WEEK[2], "percent_complete": 40.0},
    )
    budgets = planned_budgets(promised)
    matched = match_activities(now, promised)
    found = earned_by(promised, budgets, matched, datetime(2026, 3, 6, 17), rules_by_kind())
    assert [(each.rule, each.earned.value) for each in found] == [
        ("physical", 500), ("physical", 120), ("0/100", 0), ("level_of_effort", 50),
    ]  # fmt: skip


def test_what_vanished_from_the_plan_has_earned_nothing() -> None:
    promised = plan()
    found = earned_by(promised, planned_budgets(promised), {}, datetime(2026, 3, 6, 17), rules_by_kind("50/50"))
    assert [each.earned.value for each in found] == [0, 0, 0, 50]


def test_a_rule_that_there_is_not_is_an_error() -> None:
    with pytest.raises(KeyError):
        rules_by_kind("guessing")


@given(st.lists(st.integers(1, 10_000), min_size=4, max_size=4), st.integers(0, 13 * 24))
def test_by_its_end_everything_is_planned_and_never_less_than_before(money: list[int], hours: int) -> None:
    schedule = plan()
    activities: tuple[Activity, ...] = tuple(
        replace(each, budget=float(amount)) for each, amount in zip(schedule.activities, money, strict=True)
    )
    schedule = replace(schedule, activities=activities)
    early = datetime(2026, 3, 1).replace(day=1 + hours // 24, hour=hours % 24)
    before, end = phase(schedule, planned_budgets(schedule), [early, datetime(2026, 3, 13, 17)]).total()
    assert 0 <= before <= end == fsum(money)
