"""What is known of the people that one project counts on: the part of the facts that rules look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class WeekFact:
    """Minutes of one person in one week: ``here`` for this project, ``everywhere`` for all, ``free`` for projects."""

    monday: date
    here: int
    everywhere: int
    free: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFact:
    """``only_one_with`` are roles and skills that nobody else has; ``projects`` counts those that need the person."""

    key: str
    name: str
    weeks: tuple[WeekFact, ...]
    projects: int = 1
    only_one_with: tuple[str, ...] = ()

    @property
    def minutes(self) -> int:
        return sum(each.here for each in self.weeks)


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityFacts:
    """``asked`` is all the work that is left in the plan, in minutes; what is not of ``people`` names nobody known."""

    asked: int
    people: tuple[PersonFact, ...] = ()

    @property
    def staffed(self) -> int:
        return sum(each.minutes for each in self.people)
