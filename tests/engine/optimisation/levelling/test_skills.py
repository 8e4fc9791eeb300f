"""People with several skills are shared out so that everybody who is needed can be somebody else."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.optimisation.levelling.crews import crew, days, levelled
from engine.schedule.nets import DAY, day
from plumbline.engine.optimisation.levelling import CannotLevel, Kind, Placed, Sharing, check
from plumbline.engine.optimisation.levelling.manning import can_be_manned
from plumbline.engine.optimisation.levelling.skills import limits

BOTH = Sharing(people={"Ada": ("Welding", "Steel"), "Bob": ("Steel",)})


def test_who_can_do_both_does_what_the_other_cannot() -> None:
    plan = crew({"A": 2, "B": 2}, needs="A Welding, B Steel")
    result = levelled(plan, sharing=BOTH)
    assert result.makespan == 2 * DAY
    assert not result.broken


def test_one_who_can_do_both_does_one_at_a_time() -> None:
    plan = crew({"A": 2, "B": 2, "C": 2}, needs="A Welding, B Steel, C Steel")
    result = levelled(plan, sharing=BOTH)
    assert result.makespan == 4 * DAY
    assert not result.broken
    assert result.moves[0].full[0].resource in ("steel or welding", "steel")


def test_a_person_who_is_asked_for_by_name_is_not_there_for_a_skill() -> None:
    plan = crew({"A": 2, "B": 2}, needs="A Welding, B Ada")
    assert sorted(days(levelled(plan, sharing=BOTH)).values()) == [0, 2]


def test_too_few_people_at_once_are_found_by_the_check() -> None:
    plan = crew({"A": 2, "B": 2, "C": 2}, needs="A Welding, B Steel, C Steel")
    placed = {(0, uid): Placed(day(0), day(2)) for uid in "ABC"}
    assert [each.kind for each in check([plan], placed, {}, sharing=BOTH)] == [Kind.CAPACITY]


def test_more_skills_than_can_be_looked_at_together_are_refused() -> None:
    plan = crew(dict.fromkeys("ABCDEFGHI", 1), needs=", ".join(f"{name} Skill{name}" for name in "ABCDEFGHI"))
    many = Sharing(people={"Ada": tuple(f"Skill{name}" for name in "ABCDEFGHI")})
    with pytest.raises(CannotLevel, match="Put some into one pool"):
        levelled(plan, sharing=many)


SKILLS = ("a", "b", "c")
_people = st.lists(st.sets(st.sampled_from(SKILLS), min_size=1), min_size=1, max_size=4)
_needs = st.fixed_dictionaries({each: st.integers(0, 3) for each in SKILLS})


@settings(max_examples=100, deadline=None)
@given(_people, _needs)
def test_limits_flow_and_trying_everything_agree(people: list[set[str]], needed: dict[str, int]) -> None:
    able = {str(number): each for number, each in enumerate(people)}
    asked = [skill for skill, count in needed.items() for _ in range(count)]
    tried = (
        any(
            len(set(chosen)) == len(asked)
            and all(skill in people[who] for who, skill in zip(chosen, asked, strict=True))
            for chosen in product(range(len(people)), repeat=len(asked))
        )
        if len(asked) <= len(people)
        else False
    )
    kept = limits({name: tuple(each) for name, each in able.items()}, SKILLS)
    by_limits = all(sum(needed[each] for each in chosen) <= count for chosen, count in kept.items())
    assert by_limits == tried == can_be_manned({name: float(count) for name, count in needed.items()}, able)
