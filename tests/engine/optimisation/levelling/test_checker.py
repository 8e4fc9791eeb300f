"""The check of a levelled plan finds each thing that can be wrong with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from engine.optimisation.levelling.crews import crew, levelled
from engine.schedule.nets import DAY, OFFICE, day
from plumbline.engine.optimisation.levelling import Broken, Kind, Placed, Sharing, check
from plumbline.engine.schedule import Constraint, ConstraintKind, Schedule

PLAN = crew({"A": 2, "B": 3, "C": 1}, "A-B FS+1, A-C SS+1", "B Ada, C Ada")
GOOD = {"A": (0, 2), "B": (3, 6), "C": (1, 2)}


def found(plan: Schedule, **days: tuple[float, float]) -> list[Broken]:
    placed = {(0, uid): Placed(day(start), day(finish)) for uid, (start, finish) in days.items()}
    return list(check([plan], placed, {}))


def test_a_schedule_that_keeps_everything_breaks_nothing() -> None:
    assert found(PLAN, **GOOD) == []


@pytest.mark.parametrize(
    ("changed", "kind", "who"),
    [
        ({"B": (2, 5)}, Kind.LINK, "B"),
        ({"C": (0.5, 1.5)}, Kind.LINK, "C"),
        ({"B": (3, 5)}, Kind.CALENDAR, "B"),
        ({"C": (5, 6)}, Kind.CAPACITY, "C"),
        ({"A": (-1, 1)}, Kind.START, "A"),
    ],
)
def test_what_is_broken_is_named(changed: dict[str, Any], kind: Kind, who: str) -> None:
    assert [(each.kind, each.activity) for each in found(PLAN, **(GOOD | changed))] == [(kind, who)]


def test_an_activity_without_a_place_is_missing() -> None:
    (missing,) = found(PLAN, A=(0, 2), B=(3, 6))
    assert (missing.kind, missing.activity) == (Kind.MISSING, "C")


def test_a_date_before_which_nothing_may_begin_is_asked_for() -> None:
    late = {"A": {"constraints": (Constraint(ConstraintKind.START_NO_EARLIER_THAN, day(1)),)}}
    (broken,) = found(crew({"A": 2}, changes=late), A=(0, 2))
    assert broken.kind is Kind.START


def test_work_outside_the_calendar_does_not_count() -> None:
    plan = crew({"A": 1 / 3}, calendars=(OFFICE,), default_calendar="office")
    start = day(0) + timedelta(hours=8)
    assert not check([plan], {(0, "A"): Placed(start, start + timedelta(hours=9))}, {})
    (broken,) = check([plan], {(0, "A"): Placed(start, start + timedelta(hours=8))}, {})
    assert broken.kind is Kind.CALENDAR


def test_who_works_in_the_gaps_of_another_needs_nobody_else() -> None:
    """One works in the hours of the office, the other in its break for lunch: at no instant both."""
    plan = crew({"A": 1 / 3, "B": 1 / 24}, needs="A Ada, B Ada", changes={"A": {"calendar": "office"}})
    start = day(0) + timedelta(hours=8)
    lunch = Placed(start + timedelta(hours=4), start + timedelta(hours=5))
    placed = {(0, "A"): Placed(start, start + timedelta(hours=9)), (0, "B"): lunch}
    assert not check([plan], placed, {})
    moved = placed | {(0, "B"): Placed(start + timedelta(hours=3), start + timedelta(hours=4))}
    assert [each.kind for each in check([plan], moved, {})] == [Kind.CAPACITY]


def test_two_plans_use_up_the_same_person_and_a_pool_is_as_many_as_its_members() -> None:
    plans = [crew({"A": 2}, needs="A Ada"), crew({"A": 2}, needs="A Bob")]
    same = [plans[0], plans[0]]
    placed = {(0, "A"): Placed(day(0), day(2)), (1, "A"): Placed(day(1), day(3))}
    assert not check(plans, placed, {})
    assert [each.kind for each in check(same, placed, {})] == [Kind.CAPACITY]
    both = Sharing({"Ada": "Pool", "Bob": "Pool"})
    assert not check(plans, placed, {}, sharing=both)


def test_a_spoiled_result_of_levelling_is_found_out() -> None:
    result = levelled(crew({"A": 3, "B": 4}, needs="A Ada, B Ada"))
    (late,) = (key for key, each in result.placed.items() if each.start > day(0))
    spoiled = result.placed | {late: replace(result.placed[late], start=day(0), finish=day(3 if late[1] == "A" else 4))}
    assert [each.kind for each in check(result.plans, spoiled, {})] == [Kind.CAPACITY]
    assert result.makespan == 7 * DAY
