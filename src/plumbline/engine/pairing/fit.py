"""Whether two may be a pair, and how well they would fit, with what speaks for and against it in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from plumbline.engine.pairing.people import Competency, Mentee, Mentor

GOAL_MET, GOAL_NEAR = 10, 4
OTHER_UNIT, SAME_LOCATION, MORE_LANGUAGES = 3, 2, 1
EACH_MENTEE = 2
"""Points: what a goal counts whose level the mentor has, or is below of; and what each mentee of a mentor costs."""


@dataclass(frozen=True, slots=True)
class Fit:
    """``points`` are for choosing among pairs, and mean nothing by themselves."""

    points: int
    reasons: tuple[str, ...]
    against: tuple[str, ...]


def may_pair(mentor: Mentor, mentee: Mentee, *, goal_needed: bool = True) -> bool:
    """Nobody with themselves, nobody along a reporting line either way, and only with a language in common.

    Where a goal is needed, the mentor offers at least one of the mentee's goals, at whatever level.
    """
    if mentor.id == mentee.id or mentor.id in mentee.line or mentee.id in mentor.line:
        return False
    if goal_needed and not _by_name(mentor.strengths).keys() & _by_name(mentee.goals).keys():
        return False
    return bool(shared_languages(mentor, mentee))


def fit_of(mentor: Mentor, mentee: Mentee) -> Fit:
    """How well a pair that is allowed would fit, the load of the mentor apart."""
    points, reasons, against = _goals(mentor, mentee)
    languages = shared_languages(mentor, mentee)
    if len(languages) > 1:
        points += MORE_LANGUAGES
    reasons.append(f"Both speak {_listed(languages)}.")
    if mentor.unit and mentee.unit:
        if _same(mentor.unit, mentee.unit):
            against.append("Both are of the same unit.")
        else:
            points += OTHER_UNIT
            reasons.append("They are of different units.")
    if mentor.location and mentee.location:
        if _same(mentor.location, mentee.location):
            points += SAME_LOCATION
            reasons.append(f"Both are in {mentee.location}.")
        else:
            against.append("They are in different places.")
    return Fit(points, tuple(reasons), tuple(against))


def load_of(mentor: Mentor, more: int) -> int:
    """What it costs to give the mentor another mentee who has ``busy`` and ``more`` already."""
    return EACH_MENTEE * (mentor.busy + more)


def shared_languages(mentor: Mentor, mentee: Mentee) -> list[str]:
    """As the mentee writes them, in alphabetical order."""
    spoken = {_plain(each) for each in mentor.languages}
    found = {_plain(each): each.strip() for each in reversed(mentee.languages)}
    return [found[each] for each in sorted(found) if each and each in spoken]


def _goals(mentor: Mentor, mentee: Mentee) -> tuple[int, list[str], list[str]]:
    strengths = _by_name(mentor.strengths)
    met: list[str] = []
    near: list[str] = []
    open_: list[str] = []
    for name, goal in sorted(_by_name(mentee.goals).items()):
        strength = strengths.get(name)
        into = open_ if strength is None else met if strength.level >= goal.level else near
        into.append(goal.name.strip())
    reasons = [f"Can help with {_listed(met)}."] if met else []
    reasons += [f"Knows some of {_listed(near)}."] if near else []
    against = [f"Does not offer {_listed(open_)}."] if open_ else []
    return GOAL_MET * len(met) + GOAL_NEAR * len(near), reasons, against


def _by_name(competencies: Iterable[Competency]) -> dict[str, Competency]:
    """Of one that is named twice the higher level counts."""
    return {_plain(each.name): each for each in sorted(competencies, key=lambda each: (each.level, each.name))}


@lru_cache(maxsize=4096)
def _plain(word: str) -> str:
    return " ".join(word.split()).casefold()


def _same(one: str, other: str) -> bool:
    return _plain(one) == _plain(other)


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
