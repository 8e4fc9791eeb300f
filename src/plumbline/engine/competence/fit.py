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


def class_met(required: Sequence[Levels], assessed: Levels) -> int | None:
    """The place of the largest class that is met with all smaller ones, of ``required`` from the smallest on.

    A class that asks for nothing says nothing. ``None`` where not even the smallest is met.
    """
    met: int | None = None
    for place, levels in enumerate(required):
        fit = fit_of(levels, assessed)
        if fit.coverage is None or not fit.is_met:
            break
        met = place
    return met
