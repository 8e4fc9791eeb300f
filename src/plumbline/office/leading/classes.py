"""What class a project is of, and so what it asks of whoever leads it and how much it weighs.

By its budget, in the organisation's currency; where none is known it counts as medium. An organisation may draw the
lines elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from plumbline.office.leading.proficiency import Proficiency


@dataclass(frozen=True, slots=True)
class ProjectClass:
    """``points`` is the load that a project of the class brings; ``up_to`` the budget that is too large for it."""

    title: str
    points: int
    proficiency: Proficiency
    up_to: Decimal | None = None


SMALL = ProjectClass("Small", 1, Proficiency.ADVANCED_BEGINNER, Decimal(250_000))
MEDIUM = ProjectClass("Medium", 2, Proficiency.COMPETENT, Decimal(2_000_000))
LARGE = ProjectClass("Large", 4, Proficiency.PROFICIENT)


@dataclass(frozen=True, slots=True)
class Classes:
    """From the smallest to the largest; a project without a budget counts as the one in the middle."""

    each: tuple[ProjectClass, ProjectClass, ProjectClass] = (SMALL, MEDIUM, LARGE)

    @property
    def middle(self) -> ProjectClass:
        return self.each[1]

    def of(self, budget: Decimal | None) -> ProjectClass:
        if budget is None:
            return self.middle
        return next((each for each in self.each if each.up_to is not None and budget < each.up_to), self.each[-1])


USUAL = Classes()


def drawn(limits: Iterable[tuple[int, Decimal | None, int, int]]) -> Classes:
    """By place, budget from which it begins, points, proficiency; the usual ones where a place is missing."""
    by_place = {place: (budget, points, proficiency) for place, budget, points, proficiency in limits}
    if set(by_place) != set(range(len(USUAL.each))):
        return USUAL
    begins: Sequence[Decimal | None] = [by_place[place][0] for place in sorted(by_place)]
    small, medium, large = (
        replace(
            usual,
            points=by_place[place][1],
            proficiency=Proficiency(by_place[place][2]),
            up_to=begins[place + 1] if place + 1 < len(begins) else None,
        )
        for place, usual in enumerate(USUAL.each)
    )
    return Classes((small, medium, large))
