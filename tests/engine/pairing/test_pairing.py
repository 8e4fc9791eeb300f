"""Who is proposed to whom: the hard rules, the reasons, and that nothing better was left."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plumbline.engine.pairing import Competency, Mentee, Mentor, fit_of, may_pair, pair_up
from plumbline.engine.pairing.assignment import best_assignment
from plumbline.engine.pairing.fit import load_of

RISK, ESTIMATING, TALKS = "Risk management", "Estimating", "Negotiation"
MENTOR = Mentor(
    1, (Competency(RISK, 4), Competency(TALKS, 2)), ("English", "Danish"), "Depots", "North Quay", capacity=2
)
MENTEE = Mentee(2, (Competency(RISK, 3),), ("english",), "Trams", "north quay")


def test_a_pair_comes_with_its_reasons() -> None:
    (pair,) = pair_up([MENTOR], [MENTEE]).pairs
    assert (pair.mentor, pair.mentee) == (1, 2)
    assert pair.reasons == (
        "Can help with Risk management.",
        "Both speak english.",
        "They are of different units.",
        "Both are in north quay.",
    )
    assert pair.against == ()


def test_what_a_mentor_does_not_offer_speaks_against_it() -> None:
    goals = (Competency(RISK, 5), Competency(ESTIMATING, 2), Competency("Scheduling", 1))
    fit = fit_of(MENTOR, replace(MENTEE, goals=goals, unit="Depots", location="Ferry house"))
    assert fit.reasons[0] == "Knows some of Risk management."
    assert fit.against == (
        "Does not offer Estimating and Scheduling.",
        "Both are of the same unit.",
        "They are in different places.",
    )


@pytest.mark.parametrize(
    ("mentor", "mentee"),
    [
        (MENTOR, replace(MENTEE, id=1)),
        (replace(MENTOR, line=frozenset({2})), MENTEE),
        (MENTOR, replace(MENTEE, line=frozenset({1}))),
        (MENTOR, replace(MENTEE, languages=("Welsh",))),
        (MENTOR, replace(MENTEE, languages=())),
    ],
)
def test_a_hard_rule_forbids_a_pair(mentor: Mentor, mentee: Mentee) -> None:
    assert not may_pair(mentor, mentee)
    assert pair_up([mentor], [mentee]).without == (mentee.id,)


def test_a_goal_that_nobody_offers_forbids_a_pair_unless_the_rule_is_off() -> None:
    elsewhere = replace(MENTEE, goals=(Competency(ESTIMATING, 1),))
    assert pair_up([MENTOR], [elsewhere]).pairs == ()
    assert len(pair_up([MENTOR], [elsewhere], goal_needed=False).pairs) == 1
    assert may_pair(MENTOR, replace(MENTEE, goals=(Competency(f" {RISK.upper()} ", 5), *elsewhere.goals)))


def test_what_was_refused_once_is_not_proposed_again() -> None:
    assert pair_up([MENTOR], [MENTEE], refused={(1, 2)}).pairs == ()


def test_a_mentor_takes_at_most_their_capacity() -> None:
    mentees = [replace(MENTEE, id=number) for number in range(2, 7)]
    assert len(pair_up([MENTOR], mentees).pairs) == 2
    assert len(pair_up([replace(MENTOR, busy=1)], mentees).pairs) == 1
    assert len(pair_up([replace(MENTOR, busy=5)], mentees).pairs) == 0


def test_of_two_who_fit_alike_the_one_with_fewer_mentees_is_chosen() -> None:
    other = replace(MENTOR, id=9)
    assert pair_up([replace(MENTOR, busy=1), other], [MENTEE]).pairs[0].mentor == 9
    both = pair_up([MENTOR, other], [MENTEE, replace(MENTEE, id=3)])
    assert {each.mentor for each in both.pairs} == {1, 9}


def test_more_pairs_come_before_better_pairs() -> None:
    only_danish = replace(MENTEE, id=3, goals=(), languages=("Danish",))
    english = Mentor(8, (), ("English",))
    found = pair_up([replace(MENTOR, capacity=1), english], [MENTEE, only_danish], goal_needed=False)
    assert {(each.mentor, each.mentee) for each in found.pairs} == {(8, 2), (1, 3)}


def test_nobody_is_nothing() -> None:
    assert pair_up([], []) == pair_up([MENTOR], [])
    assert pair_up([], [MENTEE]).without == (2,)


@pytest.mark.parametrize("level", [0, 6])
def test_a_level_is_from_one_to_five(level: int) -> None:
    with pytest.raises(ValueError, match="from 1 to 5"):
        Competency(RISK, level)


def test_a_number_that_comes_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        pair_up([MENTOR, MENTOR], [MENTEE])


COMPETENCIES = st.lists(
    st.builds(Competency, st.sampled_from([RISK, ESTIMATING, TALKS]), st.integers(1, 5)), max_size=3
).map(tuple)
USUAL = {
    "languages": st.lists(st.sampled_from(["English", "Danish", "Welsh"]), max_size=2).map(tuple),
    "unit": st.sampled_from(["", "Depots", "Trams"]),
    "location": st.sampled_from(["", "North", "South"]),
    "line": st.frozensets(st.integers(1, 9), max_size=2),
}
NUMBERS = st.integers(1, 9)


def some(of: type, most: int, **given: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(st.builds(of, NUMBERS, **given, **USUAL), max_size=most, unique_by=lambda each: each.id)


MENTORS = some(Mentor, 3, strengths=COMPETENCIES, capacity=st.integers(0, 2), busy=st.integers(0, 1))
MENTEES = some(Mentee, 4, goals=COMPETENCIES)
REFUSED = st.sets(st.tuples(NUMBERS, NUMBERS), max_size=6)


@given(MENTORS, MENTEES, REFUSED, st.booleans())
@settings(max_examples=150, deadline=None)
def test_no_hard_rule_is_ever_broken(
    mentors: list[Mentor], mentees: list[Mentee], refused: set[tuple[int, int]], goal_needed: bool
) -> None:
    found = pair_up(mentors, mentees, refused, goal_needed=goal_needed)
    by_number = {each.id: each for each in mentors}
    takers = {each.id: each for each in mentees}
    for each in found.pairs:
        mentor, mentee = by_number[each.mentor], takers[each.mentee]
        assert may_pair(mentor, mentee, goal_needed=goal_needed)
        assert not goal_needed or {of.name for of in mentor.strengths} & {of.name for of in mentee.goals}
        assert (each.mentor, each.mentee) not in refused
    for mentor in mentors:
        assert sum(each.mentor == mentor.id for each in found.pairs) <= mentor.room
    told = sorted([*(each.mentee for each in found.pairs), *found.without])
    assert told == sorted(takers)


@given(MENTORS, MENTEES, REFUSED, st.booleans())
@settings(max_examples=150, deadline=None)
def test_nothing_better_was_left(
    mentors: list[Mentor], mentees: list[Mentee], refused: set[tuple[int, int]], goal_needed: bool
) -> None:
    found = pair_up(mentors, mentees, refused, goal_needed=goal_needed)
    assert (len(found.pairs), found.points) == best_of_all(mentors, mentees, refused, goal_needed)


def best_of_all(
    mentors: list[Mentor], mentees: list[Mentee], refused: set[tuple[int, int]], goal_needed: bool
) -> tuple[int, int]:
    """Every way there is, tried."""
    best = (0, 0)
    for way in product([None, *mentors], repeat=len(mentees)):
        pairs = [(mentor, mentee) for mentor, mentee in zip(way, mentees, strict=True) if mentor]
        if any((m.id, e.id) in refused or not may_pair(m, e, goal_needed=goal_needed) for m, e in pairs):
            continue
        taken = {m.id: sum(other.id == m.id for other, _ in pairs) for m, _ in pairs}
        if any(taken[m.id] > m.room for m, _ in pairs):
            continue
        load = sum(load_of(m, more) for m in mentors for more in range(taken.get(m.id, 0)))
        points = sum(fit_of(m, e).points for m, e in pairs) - load
        best = max(best, (len(pairs), points)) if pairs else best
    return best


@given(MENTORS, MENTEES, REFUSED, st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_the_order_in_which_people_come_does_not_matter(
    mentors: list[Mentor], mentees: list[Mentee], refused: set[tuple[int, int]], chance: object
) -> None:
    before = pair_up(mentors, mentees, refused)
    for people in (mentors, mentees):
        chance.shuffle(people)  # type: ignore[attr-defined]
    assert pair_up(mentors, mentees, refused) == before


@given(st.integers(0, 4), st.integers(0, 4), st.data())
@settings(max_examples=200, deadline=None)
def test_an_assignment_is_the_best_of_all_that_there_are(rows: int, columns: int, data: st.DataObject) -> None:
    cells = st.lists(st.tuples(st.integers(-9, 9), st.booleans()), min_size=rows * columns, max_size=rows * columns)
    drawn = data.draw(cells)
    worth = np.array([each for each, _ in drawn], dtype=np.int64).reshape(rows, columns)
    allowed = np.array([each for _, each in drawn], dtype=np.bool_).reshape(rows, columns)
    chosen = best_assignment(worth, allowed)
    got = [(row, column) for row, column in enumerate(chosen) if column is not None]
    assert len({column for _, column in got}) == len(got)
    assert all(allowed[each] for each in got)
    cellsets = [list(zip(*np.nonzero(allowed), strict=True))]
    ways = (way for size in range(min(rows, columns) + 1) for way in combinations(cellsets[0], size))
    apart = (w for w in ways if len({r for r, _ in w}) == len({c for _, c in w}) == len(w))
    assert (len(got), sum(worth[each] for each in got)) == max((len(w), sum(worth[each] for each in w)) for w in apart)


def test_two_hundred_people_are_paired_in_a_moment() -> None:
    names = [f"Competency {number}" for number in range(12)]
    mentors = [
        Mentor(
            number, tuple(Competency(names[(number * k) % 12], 1 + (number + k) % 5) for k in (1, 5, 7)),
            ("English",) if number % 3 else ("Danish",), f"Unit {number % 7}", f"Place {number % 4}", capacity=3,
        )
        for number in range(80)
    ]  # fmt: skip
    mentees = [
        Mentee(
            number, tuple(Competency(names[(number * k) % 12], 1 + (number + k) % 5) for k in (1, 3)),
            ("English", "Danish") if number % 2 else ("English",), f"Unit {number % 7}", f"Place {number % 4}",
        )
        for number in range(100, 300)
    ]  # fmt: skip
    assert len(pair_up(mentors, mentees).pairs) == 200 - len(pair_up(mentors, mentees).without)
