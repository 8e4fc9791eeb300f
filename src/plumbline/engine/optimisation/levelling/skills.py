"""People with several skills: how many can work at once, whoever does what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

MOST_SKILLS = 8

People = Mapping[str, Sequence[str]]
"""The skills of each person, both by name."""


@dataclass(frozen=True, slots=True)
class Sharing:
    """Who can stand in for whom.

    ``pools`` gives for the name of a resource that of the pool whose members are all the same; ``people`` what skills
    each person has. A resource of a plan that is named as a skill stands for anybody who has it, and one named as a
    person for this person. All names are compared without case.
    """

    pools: Mapping[str, str] = field(default_factory=dict)
    people: People = field(default_factory=dict)


class TooManySkills(ValueError):
    """More skills are needed at once than can be looked at in all their combinations."""


def limits(people: People, skills: Iterable[str]) -> dict[frozenset[str], int]:
    """For each set of ``skills`` how many people have at least one of them.

    There are people enough for what is needed at one instant exactly if no set of skills is needed more often than
    this (P. Hall, 1935), where people may hand over to each other. Raises TooManySkills.
    """
    names = sorted(set(skills))
    if len(names) > MOST_SKILLS:
        raise TooManySkills(
            f"{len(names)} skills are needed, and {MOST_SKILLS} can be looked at together. Put some into one pool."
        )
    able = [set(each) for each in people.values()]
    return {
        frozenset(chosen): sum(not each.isdisjoint(chosen) for each in able)
        for size in range(1, len(names) + 1)
        for chosen in combinations(names, size)
    }
