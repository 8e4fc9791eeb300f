"""Whether a finding became rarer after a lesson, against a table computed by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from plumbline.engine.course.effect import Case, Effect, PlanSeen, Verdict, cases_of, effect_of, sign_test

LEARNT = date(2026, 3, 1)
UNTIL = date(2026, 12, 31)


def plan(person: int, days: int, findings: int) -> PlanSeen:
    """Of somebody, so many days after the first of March."""
    return PlanSeen(person, LEARNT + timedelta(days=days), findings)


TABLE = (
    # person, findings before, findings after: means 2 and 0.5, so a change of -1.5
    (1, (2, 4), (1, 1)),
    (2, (1, 1), (0, 1)),
    (3, (3,), (0,)),
    (4, (2, 2), (1, 0)),
    (5, (1,), (0,)),
    (6, (2, 2), (1, 0, 0, 1)),
)
"""Rates before: 3, 1, 3, 2, 1, 2 (mean 2). After: 1, 0.5, 0, 0.5, 0, 0.5 (mean 2.5/6)."""


def plans_of(table: tuple[tuple[int, tuple[int, ...], tuple[int, ...]], ...]) -> list[PlanSeen]:
    before = [plan(who, -10 * place - 1, each) for who, found, _ in table for place, each in enumerate(found)]
    return before + [plan(who, 10 * place + 1, each) for who, _, found in table for place, each in enumerate(found)]


def test_the_table_by_hand() -> None:
    found = effect_of(cases_of(dict.fromkeys(range(1, 7), LEARNT), plans_of(TABLE), until=UNTIL), seed=7)
    assert (found.people, found.before, found.compared, found.others) == (6, 2.0, 0, None)
    assert found.after == pytest.approx(2.5 / 6)
    assert found.change == pytest.approx(2.5 / 6 - 2)
    assert found.chance == 2 / 64  # six of six became better: 1/64 on each side
    assert found.low is not None
    assert found.high is not None
    assert -3 <= found.low < -2 + 2.5 / 6 < found.high <= -0.5
    assert found.verdict is Verdict.RARER


def test_those_who_did_not_take_it_stand_beside() -> None:
    others = ((11, (2,), (1,)), (12, (1,), (1,)), (13, (4,), ()))
    took = dict.fromkeys(range(1, 7), LEARNT)
    found = cases_of(took, plans_of((*TABLE, *others)), until=UNTIL)
    assert [each.person for each in found] == [1, 2, 3, 4, 5, 6]
    assert {each.others for each in found} == {-0.5}
    assert effect_of(found).others == -0.5


def test_whoever_takes_it_later_is_another_until_then() -> None:
    plans = plans_of(((1, (1,), (0,)), (2, (1,), (1,))))
    inside = cases_of({1: LEARNT, 2: LEARNT + timedelta(days=60)}, plans, until=UNTIL)
    later = cases_of({1: LEARNT, 2: LEARNT + timedelta(days=91)}, plans, until=UNTIL)
    assert inside[0].others is None
    assert later[0].others == 0


@pytest.mark.parametrize(
    ("fewer", "more", "chance"),
    [(0, 0, 1.0), (1, 0, 1.0), (5, 0, 2 / 32), (6, 0, 2 / 64), (5, 1, 14 / 64), (3, 3, 1.0), (0, 6, 2 / 64)],
)
def test_a_coin_is_counted_exactly(fewer: int, more: int, chance: float) -> None:
    assert sign_test(fewer, more) == chance


def test_of_four_people_nothing_is_said() -> None:
    found = effect_of([Case(number, 3, 0) for number in range(4)])
    assert found == Effect(4)
    assert found.verdict is Verdict.TOO_FEW
    assert found.change is None


def test_five_of_five_could_still_be_chance() -> None:
    assert effect_of([Case(number, 3, 0) for number in range(5)]).verdict is Verdict.UNCLEAR


def test_windows_are_equal_and_the_day_itself_is_in_neither() -> None:
    plans = [plan(1, -91, 9), plan(1, -90, 1), plan(1, 0, 9), plan(1, 90, 2), plan(1, 91, 9)]
    assert cases_of({1: LEARNT}, plans, until=UNTIL) == (Case(1, 1, 2),)
    soon = LEARNT + timedelta(days=30)
    near = [plan(1, -31, 9), plan(1, -30, 1), plan(1, 30, 2)]
    assert cases_of({1: LEARNT}, near, until=soon) == (Case(1, 1, 2),)
    assert cases_of({1: LEARNT}, near, until=LEARNT + timedelta(days=27)) == ()


rates = some.floats(0, 20)
many = some.lists(some.tuples(rates, rates), min_size=5, max_size=30).map(
    lambda pairs: [Case(number, *each) for number, each in enumerate(pairs)]
)


@given(many, some.integers(0, 2**32), some.randoms())
def test_neither_order_nor_a_second_look_changes_anything(cases: list[Case], seed: int, chance: object) -> None:
    mixed = list(cases)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert effect_of(mixed, seed=seed) == effect_of(cases, seed=seed)


@given(many)
def test_what_turns_round_in_time_turns_round_in_the_verdict(cases: list[Case]) -> None:
    there, back = effect_of(cases), effect_of([Case(each.person, each.after, each.before) for each in cases])
    turned = {Verdict.RARER: Verdict.OFTENER, Verdict.OFTENER: Verdict.RARER}
    assert back.chance == there.chance
    assert back.verdict == turned.get(there.verdict, there.verdict)


@given(many)
def test_the_interval_lies_within_the_changes(cases: list[Case]) -> None:
    found = effect_of(cases)
    changes = [each.change for each in cases]
    assert found.low is not None
    assert found.high is not None
    assert min(changes) - 1e-9 <= found.low <= found.high <= max(changes) + 1e-9


@given(some.integers(0, 40), some.integers(0, 40))
def test_the_chance_is_a_chance_and_sides_do_not_matter(fewer: int, more: int) -> None:
    assert 0 < sign_test(fewer, more) == sign_test(more, fewer) <= 1
