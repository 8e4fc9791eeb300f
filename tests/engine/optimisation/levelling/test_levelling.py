"""People who are promised twice are given one thing at a time, and it is said why."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from engine.optimisation.levelling.crews import QUICK, TARDINESS, crew, days, levelled
from engine.schedule.nets import DAY, OFFICE, START, day
from plumbline.engine.optimisation.levelling import (
    PYTHON,
    CannotLevel,
    Effort,
    Rule,
    Scheme,
    Sharing,
    Wish,
    level_by_rule,
)
from plumbline.engine.schedule import Constraint, ConstraintKind
from plumbline.engine.schedule.calculate import calculate
from plumbline.engine.stopping import Stopped


def test_two_activities_that_need_one_person_come_one_after_the_other() -> None:
    result = levelled(crew({"A": 3, "B": 4}, needs="A Ada, B Ada"))
    assert result.makespan == 7 * DAY
    assert sorted(days(result).values()) in ([0, 3], [0, 4])
    assert result.proven
    assert not result.broken


def test_what_two_people_can_do_is_done_at_the_same_time() -> None:
    result = levelled(crew({"A": 3, "B": 4}, needs="A Ada, B Ada", people={"Ada": 2}))
    assert result.makespan == 4 * DAY
    assert not result.moves


def test_half_a_person_each_is_enough() -> None:
    assert not levelled(crew({"A": 3, "B": 4}, needs="A Ada 0.5, B Ada 0.5")).moves


def test_it_is_said_who_was_full_when_and_with_what() -> None:
    (move,) = levelled(crew({"A": 3, "B": 1, "C": 5}, "B-C FS0", "A Ada, B Ada")).moves
    assert (move.activity, move.before, move.after, move.minutes) == ("A", day(0), day(1), DAY)
    assert move.waits_for == ()
    (full,) = move.full
    assert (full.resource, full.first, full.last, full.used_by) == ("Ada", day(0), day(1), ((0, "B"),))


def test_what_waits_for_a_predecessor_that_moved_names_it() -> None:
    plan = crew({"A": 5, "D": 9, "B": 1, "C": 1}, "A-D FS0, B-C FS0", "A Ada, B Ada")
    moved = {each.activity: each for each in levelled(plan).moves}
    assert moved.keys() == {"B", "C"}
    assert moved["C"].waits_for == ((0, "B"),)
    assert moved["C"].full == ()


def test_the_scenario_calculates_to_the_levelled_dates_and_the_plan_stays_as_it_was() -> None:
    plan = crew({"A": 3, "B": 4, "C": 2}, "A-C FS0", "A Ada, B Ada, C Bob")
    result = levelled(plan)
    dates = calculate(result.scenario(0)).dates
    assert {uid: each.early_start for uid, each in dates.items()} == {
        uid: placed.start for (_, uid), placed in result.placed.items()
    }
    assert not any(each.constraints for each in plan.activities)


def test_work_under_way_stays_and_what_follows_waits_for_it() -> None:
    begun = {"A": {"actual_start": day(-2), "remaining": 3 * DAY, "duration": 5 * DAY}}
    result = levelled(crew({"A": 5, "B": 1}, needs="A Ada, B Ada", changes=begun, data_date=START))
    assert days(result)["B"] == 3
    assert not result.placed[0, "A"].moved


def test_a_constraint_that_says_when_is_kept_and_others_go_around_it() -> None:
    at_two = {"A": {"constraints": (Constraint(ConstraintKind.MUST_START_ON, day(2)),)}}
    result = levelled(crew({"A": 2, "B": 3}, needs="A Ada, B Ada", changes=at_two))
    assert days(result) == {"A": 2, "B": 4}


def test_work_goes_on_in_the_hours_of_its_calendar_only() -> None:
    plan = crew({"A": 8 / 24, "B": 16 / 24}, needs="A Ada, B Ada", calendars=(OFFICE,), default_calendar="office")
    result = levelled(replace(plan, start=datetime(2026, 3, 6, 8)))
    assert {each.start for each in result.placed.values()} in (
        {datetime(2026, 3, 6, 8), datetime(2026, 3, 9, 8)},
        {datetime(2026, 3, 6, 8), datetime(2026, 3, 10, 8)},
    )
    assert result.makespan == 24 * 60
    assert not result.broken


def test_plans_share_those_of_one_name_and_the_weightier_goes_first() -> None:
    light, heavy = crew({"A": 3}, needs="A Ada"), crew({"A": 3}, needs="A ada")
    result = levelled(light, heavy, objective=TARDINESS, wishes=[Wish(weight=1), Wish(weight=5)])
    assert (days(result, 0)["A"], days(result, 1)["A"]) == (3, 0)
    assert [each.tardiness for each in result.projects] == [3 * DAY, 0]
    assert result.tardiness == 3 * DAY


def test_a_later_due_date_lets_the_other_go_first() -> None:
    plans = crew({"A": 3}, needs="A Ada"), crew({"A": 3}, needs="A Ada")
    result = levelled(*plans, objective=TARDINESS, wishes=[Wish(day(6)), Wish(day(3))])
    assert (days(result, 0)["A"], days(result, 1)["A"]) == (3, 0)
    assert result.tardiness == 0


def test_members_of_a_pool_stand_in_for_each_other() -> None:
    plan = crew({"A": 3, "B": 3}, needs="A Ada, B Ada, A Bob 0.001", people={"Ada": 1, "Bob": 1})
    assert levelled(plan).makespan == 6 * DAY
    assert levelled(plan, sharing=Sharing({"Ada": "Welders", "Bob": "Welders"})).makespan == 3 * DAY


def test_an_activity_that_asks_for_more_than_there_is_gets_all_there_is_and_is_named() -> None:
    result = levelled(crew({"A": 2, "B": 2}, needs="A Ada 3, B Ada"))
    assert result.asks_too_much == ((0, "A"),)
    assert result.makespan == 4 * DAY
    assert not result.broken


def test_a_resource_without_a_number_holds_nothing_up_and_is_named() -> None:
    plan = crew({"A": 2, "B": 2}, needs="A Ada, B Ada")
    plan = replace(plan, resources=tuple(replace(each, max_units=None) for each in plan.resources))
    result = levelled(plan)
    assert result.unlimited == ("Ada",)
    assert not result.moves


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("rule", Rule)
def test_every_rule_gives_dates_that_hold(rule: Rule, scheme: Scheme) -> None:
    plan = crew(
        {"A": 3, "B": 4, "C": 2, "D": 1, "E": 5}, "A-C FS0, A-D SS+1, B-D FF0", "A Ada, B Ada, C Bob, D Bob, E Ada"
    )
    result = level_by_rule([plan], rule, scheme=scheme, machine=PYTHON)
    assert not result.broken
    assert result.makespan >= 12 * DAY


def test_the_shortest_goes_first_by_its_rule_and_the_longest_path_by_latest_start() -> None:
    plan = crew({"A": 1, "B": 2, "C": 9}, "B-C FS0", "A Ada, B Ada")
    by = {rule: days(level_by_rule([plan], rule, machine=PYTHON)) for rule in (Rule.SHORTEST, Rule.LATEST_START)}
    assert by[Rule.SHORTEST] == {"A": 0, "B": 1, "C": 3}
    assert by[Rule.LATEST_START] == {"A": 2, "B": 0, "C": 2}


def test_the_same_seed_and_generations_give_the_same_dates() -> None:
    plan = crew({name: 1 + ord(name) % 4 for name in "ABCDEFGH"}, "A-D FS0, B-E FS0", "A X, B X, C X, D X, E X, F X")
    one, other = (levelled(plan, effort=Effort(seed=7, generations=2, population=10)) for _ in range(2))
    assert one.placed == other.placed
    assert one.tried == other.tried


def test_it_stops_when_the_caller_says_so_and_ends_when_it_is_enough() -> None:
    plan = crew({"A": 3, "B": 4, "C": 2, "D": 3}, "A-B FS0", "A Ada, B Bob, C Ada, D Bob", people={"Ada": 1})
    with pytest.raises(Stopped):
        levelled(plan, effort=replace(QUICK, going_on=lambda done, total: False))
    assert levelled(plan, effort=Effort(population=12, enough=lambda: True)).tried <= 12


def test_a_plan_in_which_nothing_may_move_is_refused() -> None:
    done = {"A": {"actual_start": day(-3), "actual_finish": day(-1)}}
    with pytest.raises(CannotLevel, match="No activity is left"):
        levelled(crew({"A": 2}, needs="A Ada", changes=done))


def test_a_summary_holds_nothing_and_its_links_hold_for_those_below() -> None:
    plan = crew({"A": 2, "B": 2, "C": 1}, "A-C FS0", "A Ada, B Ada, C Ada")
    result = levelled(plan)
    assert result.makespan == 5 * DAY
    assert result.finish - result.start == timedelta(days=5)
