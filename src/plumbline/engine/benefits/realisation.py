"""How much of a benefit has come, beside how much was to have come by then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from plumbline.engine.benefits.profile import Profile


@dataclass(frozen=True, slots=True)
class Realisation:
    """Of one benefit on one day, all exact.

    Levels are in the unit of the measure. Changes are from the baseline in the direction of the target: positive is
    what was wanted, whether the measure was to rise or to fall. ``None`` is what was not measured.
    """

    planned_level: Fraction
    planned: Fraction
    actual_level: Fraction | None
    actual: Fraction | None

    @property
    def rate(self) -> Fraction | None:
        """Actual to date / planned to date; ``None`` where nothing was measured, or nothing was planned to have come.

        Below 0 where the measure went the wrong way.
        """
        return None if self.actual is None or not self.planned else self.actual / self.planned


def planned_level(profile: Profile, day: date) -> Fraction:
    """The level that the measure was to have on a day, in its unit: straight between the points of the way.

    Before the baseline it is the baseline, after the realisation date the target.
    """
    way = profile.way
    if day <= way[0].on:
        return Fraction(way[0].level)
    for before, after in pairwise(way):
        if day <= after.on:
            part = Fraction((day - before.on).days, (after.on - before.on).days)
            return Fraction(before.level) + (Fraction(after.level) - Fraction(before.level)) * part
    return Fraction(way[-1].level)


def realised(profile: Profile, day: date, measured: Decimal | None) -> Realisation:
    """``measured`` is the level that was measured last, on ``day`` or before; ``None`` where nothing was.

    Source of the rate: realisation = actual to date / planned to date. For a dis-benefit a rate above 1 is worse than
    what was put up with.
    """
    begin, planned = Fraction(profile.baseline), planned_level(profile, day)
    actual = None if measured is None else Fraction(measured)
    return Realisation(
        planned_level=planned,
        planned=(planned - begin) * profile.direction,
        actual_level=actual,
        actual=None if actual is None else (actual - begin) * profile.direction,
    )
