"""What is asked of somebody beside what they can do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plumbline.engine.competence.scale import PRACTITIONER

Levels = Mapping[str, int]
"""Level from 0 to 5 by competency."""


def gap(required: int, assessed: int) -> int:
    """Levels that are missing; more than is asked makes up for nothing elsewhere."""
    return max(0, required - assessed)


@dataclass(frozen=True)
class Fit:
    """``gaps`` by competency that is asked for, 0 where it is met; ``unknown`` are those of which nothing is known.

    ``coverage`` is the share of competencies without a gap, ``share`` of required levels that are there (0 to 1);
    both are ``None`` where nothing is asked. What is unknown counts as 0.
    """

    gaps: dict[str, int]
    unknown: tuple[str, ...]
    coverage: float | None
    share: float | None

    @property
    def is_met(self) -> bool:
        return not any(self.gaps.values())


def fit_of(required: Levels, assessed: Levels) -> Fit:
    """Coverage = share with gap 0; fit = sum(min(assessed, required)) / sum(required)."""
    asked = {name: level for name, level in required.items() if level > 0}
    gaps = {name: gap(level, assessed.get(name, 0)) for name, level in asked.items()}
    unknown = tuple(name for name in asked if name not in assessed)
    if not asked:
        return Fit({}, (), None, None)
    there = sum(min(assessed.get(name, 0), level) for name, level in asked.items())
    met = sum(not each for each in gaps.values())
    return Fit(gaps, unknown, met / len(asked), there / sum(asked.values()))


def required_for(level: int, shift: int) -> int:
    """What a class of projects asks, ``shift`` levels more or less than a medium one, which asks ``level``.

    Size alone asks nobody for more than practitioner, and less than awareness is asked of nobody.
    """
    if level == 0:
        return 0
    return min(level + shift, max(level, PRACTITIONER)) if shift > 0 else max(1, level + shift)


@dataclass(frozen=True)
class MayLead:
    """What classes of projects somebody's levels suffice for, from the smallest class on.

    ``largest`` is the place of the largest class that is met with all smaller ones, ``None`` where not even the
    smallest is. ``short`` says for each class which competencies miss how many levels; it is ``None`` for a class that
    asks for nothing, which says nothing about anybody.
    """

    largest: int | None
    short: tuple[dict[str, int] | None, ...]

    @property
    def next_short(self) -> dict[str, int]:
        """What is missing for the class above; nothing where there is none."""
        above = 0 if self.largest is None else self.largest + 1
        return (self.short[above] or {}) if above < len(self.short) else {}


def may_lead(required: Sequence[Levels], assessed: Levels) -> MayLead:
    """``required`` are the levels that each class asks for, from the smallest on."""
    largest: int | None = None
    fits = [fit_of(levels, assessed) for levels in required]
    for place, fit in enumerate(fits):
        if fit.coverage is None or not fit.is_met:
            break
        largest = place
    short = ({name: miss for name, miss in fit.gaps.items() if miss} if fit.gaps else None for fit in fits)
    return MayLead(largest, tuple(short))
