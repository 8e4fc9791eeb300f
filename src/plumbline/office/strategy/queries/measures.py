"""How far the measure of an objective has come from where it began to its target."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from plumbline.office.strategy.models import Measurement, Objective

MOST_POINTS = 24


@dataclass(frozen=True, slots=True)
class Course:
    """``measurements`` are one for each day, oldest first."""

    objective: Objective
    measurements: list[Measurement]

    @property
    def last(self) -> Measurement | None:
        return self.measurements[-1] if self.measurements else None

    @property
    def points(self) -> list[float]:
        """For a small line: from the baseline to now."""
        begin = [] if self.objective.baseline is None else [float(self.objective.baseline)]
        return [*begin, *(float(each.value) for each in self.measurements[-MOST_POINTS:])]

    @property
    def aim(self) -> float | None:
        """The target, as the line's limit."""
        return None if self.objective.target is None else float(self.objective.target)

    @property
    def share(self) -> int | None:
        """Per cent of the way to the target; below 0 if it went away from it."""
        baseline, target = self.objective.baseline, self.objective.target
        if self.last is None or baseline is None or target is None:
            return None
        return round((self.last.value - baseline) / (target - baseline) * 100)

    @property
    def trend(self) -> str:
        """Whether the last measurement is nearer the target than the one before."""
        values: list[Decimal] = [each.value for each in self.measurements[-2:]]
        if len(values) < 2 or self.objective.target is None:
            return ""
        before, now = (abs(self.objective.target - each) for each in values)
        return "same" if before == now else "better" if now < before else "worse"


def courses_of(objectives: Iterable[Objective]) -> dict[int, Course]:
    """One query for all of them."""
    known = {each.pk: each for each in objectives}
    by_day: dict[int, dict[object, Measurement]] = {each: {} for each in known}
    for each in Measurement.objects.filter(objective__in=known).order_by("on", "id"):
        by_day[each.objective_id][each.on] = each
    return {key: Course(objective, list(by_day[key].values())) for key, objective in known.items()}
