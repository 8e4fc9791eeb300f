"""Who could lead a project: reasons for and against each manager. It suggests and never decides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plumbline.office.leading.proficiency import Proficiency


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a project asks of whoever leads it; ``points`` is the load that it brings."""

    proficiency: Proficiency
    points: int
    location: str = ""
    programme: str = ""
    sponsor: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A manager as far as a suggestion looks at one. ``proficiency`` is ``None`` where nobody has said."""

    name: str
    proficiency: Proficiency | None
    load: int
    capacity: int
    location: str = ""
    programmes: frozenset[str] = frozenset()
    sponsors: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Suggestion:
    candidate: Candidate
    reasons: tuple[str, ...]
    against: tuple[str, ...]


def suggestions(wanted: Wanted, candidates: Iterable[Candidate]) -> tuple[Suggestion, ...]:
    """Everybody, those with fewest reasons against first, then with most reasons for; ties by name."""
    weighed = (_weigh(wanted, each) for each in candidates)
    return tuple(sorted(weighed, key=lambda each: (len(each.against), -len(each.reasons), *_by_name(each))))


def _by_name(suggestion: Suggestion) -> tuple[str, str]:
    return suggestion.candidate.name.casefold(), suggestion.candidate.name


def _weigh(wanted: Wanted, candidate: Candidate) -> Suggestion:
    reasons: list[str] = []
    against: list[str] = []
    _weigh_proficiency(wanted, candidate, reasons, against)
    _weigh_load(wanted, candidate, reasons, against)
    if wanted.location and candidate.location:
        if wanted.location.casefold() == candidate.location.casefold():
            reasons.append(f"Works in {candidate.location}, as the project does.")
        else:
            against.append(f"Works in {candidate.location}; the project is in {wanted.location}.")
    if wanted.programme in candidate.programmes:
        reasons.append(f"Has worked in {wanted.programme}.")
    if wanted.sponsor in candidate.sponsors:
        reasons.append(f"Has worked with {wanted.sponsor}.")
    return Suggestion(candidate, tuple(reasons), tuple(against))


def _weigh_proficiency(wanted: Wanted, candidate: Candidate, reasons: list[str], against: list[str]) -> None:
    if candidate.proficiency is None:
        against.append("The level of proficiency is not known.")
    elif candidate.proficiency >= wanted.proficiency:
        reasons.append(f"{candidate.proficiency.label}: the project asks for {wanted.proficiency.label.lower()}.")
    else:
        against.append(f"{candidate.proficiency.label}: the project asks for {wanted.proficiency.label.lower()}.")


def _weigh_load(wanted: Wanted, candidate: Candidate, reasons: list[str], against: list[str]) -> None:
    after = candidate.load + wanted.points
    told = f"Would carry {after} of {candidate.capacity} points."
    (reasons if after <= candidate.capacity else against).append(told)
