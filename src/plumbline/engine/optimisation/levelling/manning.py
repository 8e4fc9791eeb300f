"""Whether people with several skills can do all that is needed at one instant, for the check of results."""

from __future__ import annotations

from collections.abc import Mapping, Set
from itertools import pairwise

_NEARLY = 1e-6


def can_be_manned(needed: Mapping[str, float], able: Mapping[str, Set[str]]) -> bool:
    """Whether ``needed`` of each skill can be had from people who each work once in all, by what each is ``able`` to.

    By augmenting paths (Ford and Fulkerson, 1956), so that it shares nothing with the limits that levelling keeps.
    """
    does: dict[str, dict[str, float]] = {person: {} for person in able}
    return all(_place(skill, amount, able, does) for skill, amount in needed.items())


def _place(skill: str, amount: float, able: Mapping[str, Set[str]], does: dict[str, dict[str, float]]) -> bool:
    left = amount
    while left > _NEARLY:
        path = _path(skill, able, does)
        if path is None:
            return False
        handed = [does[one[1]][other[0]] for one, other in pairwise(path)]
        least = min([left, 1 - sum(does[path[-1][1]].values()), *handed])
        for at, (name, person) in enumerate(path):
            does[person][name] = does[person].get(name, 0.0) + least
            if at + 1 < len(path):
                does[person][path[at + 1][0]] -= least
        left -= least
    return True


def _path(
    skill: str, able: Mapping[str, Set[str]], does: Mapping[str, Mapping[str, float]]
) -> list[tuple[str, str]] | None:
    """From ``skill`` to somebody with time left: each takes over a skill from the one before, and leaves another."""
    queue: list[list[tuple[str, str]]] = [[]]
    seen: set[str] = set()
    while queue:
        path = queue.pop(0)
        names = [skill] if not path else [each for each, share in does[path[-1][1]].items() if share > _NEARLY]
        for name in names:
            for person, skills in able.items():
                if name in skills and person not in seen:
                    seen.add(person)
                    longer = [*path, (name, person)]
                    if sum(does[person].values()) < 1 - _NEARLY:
                        return longer
                    queue.append(longer)
    return None
